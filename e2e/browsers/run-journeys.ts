import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Browser, Engine, Tab } from "./browser.ts";
import { builderJourneys } from "./builder.ts";
import { embedJourneys, writeDocs } from "./embed.ts";
import { existingJourneys } from "./existing.ts";
import type { Journey } from "./journey.ts";
import { linkJourneys } from "./link.ts";
import { Page } from "./page.ts";
import { type Sites, startSites } from "./site.ts";
import { startBrowser } from "./start.ts";

/** Where pictures of the page are left to be looked at. */
const pictures = join(import.meta.dirname, "../../test-results/browsers");

const journeys: Readonly<Record<string, Journey>> = {
	...builderJourneys,
	...linkJourneys,
	...existingJourneys,
	...embedJourneys,
};

/** Goes all journeys in a browser of an engine, as tests. After each, nothing may have gone wrong in any of its pages. */
export async function runJourneys(engine: Engine): Promise<void> {
	const browser: Browser = await startBrowser(engine);
	let sites: Sites;
	beforeAll(async () => {
		sites = await startSites(writeDocs);
		await mkdir(pictures, { recursive: true });
	});
	afterAll(async () => {
		await browser.close();
		await sites.close();
	});
	describe(browser.title, () => {
		for (const [name, journey] of Object.entries(journeys)) {
			test(name, async () => {
				const downloads = mkdtempSync(join(tmpdir(), "journey-"));
				const tabs: Tab[] = [];
				const pages: Page[] = [];
				onTestFinished(async () => {
					for (const tab of tabs) await tab.close();
					rmSync(downloads, { recursive: true, force: true });
				});
				await journey({
					sites,
					open: async (address, scheme = "light") => {
						const tab = await browser.openTab({ scheme, downloads });
						tabs.push(tab);
						await tab.open(address);
						const page = new Page(tab);
						pages.push(page);
						return page;
					},
					readDownload: async (file) => {
						await expect.poll(() => readFile(join(downloads, file)).catch(() => "")).not.toHaveLength(0);
						return readFile(join(downloads, file));
					},
					takePicture: async (page, picture) => {
						// What the page holds is painted a moment later.
						await wait(500);
						await page.tab.takePicture(join(pictures, `${engine}-${picture}.png`));
					},
				});
				for (const page of pages) await page.collectFaults();
				expect([...pages.flatMap(({ faults }) => faults), ...tabs.flatMap(({ logged }) => logged)]).toEqual([]);
			});
		}
	});
}
