import { readFile } from "node:fs/promises";
import { test as base, type Download, expect, type Locator, type Page } from "@playwright/test";
import { parse, type TomlTable } from "smol-toml";
import { isPart } from "./parts.ts";

/** The page as a person finds their way in it: by the names that assistive tools hear. */
export class Builder {
	readonly page: Page;
	readonly period: Locator;
	readonly downloadAll: Locator;

	constructor(page: Page) {
		this.page = page;
		this.period = page.getByRole("textbox", { name: "Checkpoint period" });
		this.downloadAll = page.getByRole("button", { name: "Download all" });
	}

	field(name: string): Locator {
		return this.page.getByLabel(name, { exact: true });
	}

	radio(group: string, name: string): Locator {
		return this.page
			.getByRole("radiogroup", { name: group, includeHidden: true })
			.getByRole("radio", { name, exact: true, includeHidden: true });
	}

	/** Chooses, in the form or in the menu of formats, which is closed again then. */
	async choose(group: string, name: string): Promise<void> {
		const radio = this.radio(group, name);
		const isFolded = !(await radio.isVisible());
		if (isFolded) await this.format.click();
		await radio.check();
		if (isFolded) await radio.press("Escape");
	}

	/** Opens the menu of formats, and closes it. */
	get format(): Locator {
		return this.page.locator("summary", { hasText: "Format" });
	}

	async fill(values: Readonly<Record<string, string>>): Promise<void> {
		for (const [name, value] of Object.entries(values)) {
			await this.unfold(this.field(name));
			await this.field(name).fill(value);
		}
	}

	/** Opens what a part of the form is folded away in, if it is. */
	async unfold(part: Locator): Promise<void> {
		const folded = this.page.locator("details:not([open])", { has: part });
		if ((await folded.count()) > 0) await folded.locator("summary").click();
	}

	/** The button that leads to the list of options, unfolded. */
	async findAddOption(): Promise<Locator> {
		const button = this.page.getByRole("button", { name: "Add option", includeHidden: true });
		await this.unfold(button);
		return button;
	}

	file(name: string): Locator {
		return this.page.getByRole("region", { name, exact: true });
	}

	/** That nothing is to fix, so that the files can be taken. */
	async expectComplete(): Promise<void> {
		await expect(this.page.getByRole("heading", { name: "Nothing to fix" })).toBeVisible();
	}

	/** That something is to fix first. */
	async expectIncomplete(): Promise<void> {
		await expect(this.page.getByRole("heading", { name: /^\d+ to fix$/ })).toBeVisible();
	}

	/** The exact text of a file, with its secrets in it. */
	async text(name: string): Promise<string> {
		const hidden = this.page.getByRole("button", { name: "Show secrets", pressed: false });
		if (await hidden.isVisible()) await hidden.click();
		return (await this.file(name).locator("code").textContent()) ?? "";
	}

	async toml(name: string): Promise<TomlTable> {
		return parse(await this.text(name));
	}

	/** What the list of options has found. */
	get options(): Locator {
		return this.page.getByRole("listbox", { name: "Options" }).getByRole("option");
	}

	/** What is said about a field, as its description. */
	async description(field: Locator): Promise<string> {
		return field.evaluate((element) =>
			(element.getAttribute("aria-describedby") ?? "")
				.split(" ")
				.map((id) => document.getElementById(id)?.textContent)
				.join(" ")
				.trim(),
		);
	}

	async addOption(query: string): Promise<void> {
		await (await this.findAddOption()).click();
		await this.page.getByRole("combobox", { name: "Search options" }).fill(query);
		await this.options.first().click();
	}
}

/** Shares the present state in one of the ways that the menu lists. */
export async function share(page: Page, way: string): Promise<void> {
	const button = page.getByRole("button", { name: way });
	if (!(await button.isVisible())) await page.locator("summary", { hasText: "Share" }).click();
	await button.click();
}

/** The text of a download. */
export async function readDownload(download: Download): Promise<string> {
	return readFile(await download.path(), "utf8");
}

/** Opens the page and keeps its code back until it is let come. */
export async function openWithoutCode(page: Page, address = "./"): Promise<() => void> {
	let come = () => {};
	const asked = new Promise<void>((resolve) => {
		come = resolve;
	});
	await page.route(isPart("index"), async (route) => {
		await asked;
		await route.continue();
	});
	await page.goto(address, { waitUntil: "commit" });
	return come;
}

interface Watched {
	readonly builder: Builder;
	/** Fails a test in which the page broke its own policy, logged an error, or spoke to another host. */
	readonly watch: undefined;
}

export const test = base.extend<Watched>({
	watch: [
		async ({ page, baseURL }, use) => {
			const faults: string[] = [];
			page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
			page.on("console", (message) => {
				if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
			});
			page.on("request", (request) => {
				const url = request.url();
				if (!url.startsWith(baseURL ?? "") && !/^(blob|data):/.test(url)) faults.push(`request: ${url}`);
			});
			await page.exposeFunction("reportViolation", (violation: string) => faults.push(`policy: ${violation}`));
			await page.addInitScript(() => {
				const { reportViolation } = window as unknown as { reportViolation: (violation: string) => void };
				document.addEventListener("securitypolicyviolation", (event) =>
					reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
				);
			});
			await use(undefined);
			expect(faults).toEqual([]);
		},
		{ auto: true },
	],
	builder: async ({ page }, use) => {
		await page.goto("./");
		// What is typed before the code is there is kept, which has tests of its own; the others begin with the whole page.
		await expect(page.locator("html")).toHaveAttribute("data-start", "ready");
		await use(new Builder(page));
	},
});

export { expect };
