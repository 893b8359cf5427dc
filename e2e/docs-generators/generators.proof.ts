import type { Page } from "@playwright/test";
import { findIn, startSite } from "../docs-site/site.ts";
import { test as base, type Embed, expect } from "../docs-site/test.ts";
import { buildSite, keptHeight, type ProvenGenerator, provenGenerators } from "./generators.ts";

interface Site {
	readonly origin: string;
	/** Has the pages keep a height for the embed, in CSS pixels. */
	readonly keep: (height: number) => void;
}

interface Fixtures {
	/** Lets each answer of the builder take some milliseconds longer. */
	readonly slowDown: (milliseconds: number) => Promise<unknown>;
}

interface Shared {
	/** A generator's site, built when it is first asked for. */
	readonly siteOf: (generator: ProvenGenerator) => Promise<Site>;
}

/** Builds and serves a generator's site. */
async function serve(generator: ProvenGenerator, builder: string): Promise<Site & { close: () => Promise<void> }> {
	let find: ReturnType<typeof findIn> = async () => undefined;
	let height = 1200;
	// A policy that lets through what the generators write into their own pages, and the builder.
	const policy = `default-src 'self'; script-src 'self' 'unsafe-inline' ${builder}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-src ${builder}`;
	const { origin, close } = await startSite(async (path) => {
		const page = await find(path);
		if (!page) return undefined;
		const isText = /\.(?:html|js)$|\/$/.test(path);
		const body = isText ? String(page.body).replaceAll(String(keptHeight), String(height)) : page.body;
		return { body, headers: { ...page.headers, "content-security-policy": policy } };
	});
	const { folder, remove } = await buildSite(generator, builder, origin);
	find = findIn(folder);
	return {
		origin,
		keep: (kept) => {
			height = kept;
		},
		close: () => Promise.all([close(), remove()]).then(() => undefined),
	};
}

const test = base.extend<Fixtures, Shared>({
	siteOf: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter.
		async ({}, use, { project }) => {
			const sites = new Map<ProvenGenerator, ReturnType<typeof serve>>();
			await use((generator) => {
				const site = sites.get(generator) ?? serve(generator, project.use.baseURL ?? "");
				sites.set(generator, site);
				return site;
			});
			for (const site of sites.values()) await site.then(({ close }) => close());
		},
		{ scope: "worker", timeout: 60_000 },
	],
	slowDown: ({ page, builder }, use) =>
		use((milliseconds) =>
			page.route(`${builder}**`, async (route) => {
				await new Promise((resolve) => setTimeout(resolve, milliseconds));
				await route.continue();
			}),
		),
});

const open = async (page: Page, embed: Embed, { origin }: Pick<Site, "origin">) => {
	await page.goto(`${origin}/`);
	return embed.fit();
};

for (const generator of provenGenerators) {
	test.describe(generator.name, () => {
		test("loads under a policy, takes no focus, copies", async ({ siteOf, embed, page, faults }) => {
			const site = await siteOf(generator);
			await open(page, embed, site);
			await expect(embed.period).toHaveValue("5 mins");
			expect(await page.evaluate(() => document.activeElement?.localName)).toBe("body");
			expect(await page.evaluate(() => scrollY)).toBe(0);
			await embed.builder.getByRole("button", { name: "Copy worker.toml" }).click();
			await expect(embed.builder.getByText("Copied worker.toml")).toBeAttached();
			expect(faults).toEqual([]);
		});

		test("follows the theme switch", async ({ siteOf, embed, page, faults }) => {
			const site = await siteOf(generator);
			await page.emulateMedia({ colorScheme: "light" });
			await open(page, embed, site);
			await embed.expectTheme("light");
			await generator.switchTheme(page);
			await embed.expectTheme("dark");
			expect(faults).toEqual([]);
		});

		test("goes with its page, and comes back with it", async ({ siteOf, embed, page, faults }) => {
			const site = await siteOf(generator);
			await open(page, embed, site);
			await page.evaluate(() => Object.assign(window, { marked: true }));
			await embed.period.fill("7 mins");
			await expect.poll(() => embed.root.evaluate(() => location.hash)).toContain("7");
			await page.getByRole("link", { name: "Another page" }).first().click();
			await expect(page.getByRole("heading", { name: "Another page" })).toBeVisible();
			await expect.poll(() => page.frames().length).toBe(1);
			expect(await page.evaluate(() => "marked" in window)).toBe(generator.isInstant);
			await page.goBack();
			await embed.fit();
			if (generator.isInstant) await expect(embed.period).toHaveValue("7 mins");
			await page.goForward();
			await expect(page.getByRole("heading", { name: "Another page" })).toBeVisible();
			await page.getByRole("link", { name: "Back" }).first().click();
			await embed.fit();
			expect(faults).toEqual([]);
		});

		for (const latency of [0, 300]) {
			test(`a link to a heading below leads there, ${latency} ms from the builder`, async ({
				siteOf,
				embed,
				page,
				slowDown,
			}) => {
				const site = await siteOf(generator);
				await slowDown(latency);
				await page.goto(`${site.origin}/#below`);
				await embed.fit();
				const heading = page.getByRole("heading", { name: "Below" });
				const miss = () =>
					heading.evaluate((place) => {
						const target = document.getElementById("below") ?? place;
						const margin = Number.parseFloat(getComputedStyle(target).scrollMarginTop) || 0;
						return Math.abs(place.getBoundingClientRect().top - margin);
					});
				await expect.poll(miss).toBeLessThan(100);
				await page.waitForTimeout(500);
				expect(await miss()).toBeLessThan(100);
			});
		}

		test("nothing moves where the page keeps its height, and the script is late", async ({
			siteOf,
			embed,
			page,
			slowDown,
		}) => {
			const site = await siteOf(generator);
			site.keep(await open(page, embed, site));
			await slowDown(500);
			await page.addInitScript(() => {
				const seen = { shift: 0 };
				Object.assign(window, { seen });
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
				}).observe({ type: "layout-shift", buffered: true });
			});
			await open(page, embed, site);
			expect(await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift)).toBeLessThan(
				0.001,
			);
		});
	});
}
