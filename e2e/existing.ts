import type { Locator, Page } from "@playwright/test";
import { test as base, expect, readDownload } from "./test.ts";

/** A person's own files on the page, by the names that assistive tools hear. */
export class Existing {
	readonly page: Page;
	readonly opener: Locator;
	readonly dialog: Locator;
	readonly area: Locator;
	/** What stands in the place of the page's own files. */
	readonly pane: Locator;
	readonly editor: Locator;
	readonly problems: Locator;
	readonly undo: Locator;

	constructor(page: Page) {
		this.page = page;
		this.opener = page.getByRole("button", { name: "Open existing file" });
		this.dialog = page.getByRole("dialog", { name: "Open existing file" });
		this.area = this.dialog.getByRole("textbox", { name: "Paste your file" });
		this.pane = page.getByRole("region", { name: /^Your files?$/ });
		this.editor = page.getByRole("textbox", { name: /^Text of / });
		this.problems = page.getByRole("list", { name: /^Problems in / }).getByRole("listitem");
		this.undo = this.pane.getByRole("button", { name: "Undo" });
	}

	async ask(): Promise<void> {
		await this.opener.click();
		await expect(this.area).toBeFocused();
	}

	/** Opens a text, and waits until it was read. */
	async open(text: string): Promise<void> {
		await this.ask();
		await this.area.fill(text);
		await this.dialog.getByRole("button", { name: "Open this text" }).click();
		await this.isRead();
	}

	async openExample(): Promise<void> {
		await this.ask();
		await this.dialog.getByRole("button", { name: "Open an example" }).click();
		await this.isRead();
	}

	async choose(...files: readonly (readonly [name: string, text: string | Buffer])[]): Promise<void> {
		await this.ask();
		const chooser = this.page.waitForEvent("filechooser");
		await this.dialog.getByRole("button", { name: "Choose files…" }).click();
		await (await chooser).setFiles(
			files.map(([name, text]) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) })),
		);
	}

	/** Opens files, and waits until they were read. */
	async pick(...files: readonly (readonly [name: string, text: string])[]): Promise<void> {
		await this.choose(...files);
		await this.isRead();
	}

	async isRead(): Promise<void> {
		await expect(this.pane.getByText(/ (?:sets a|stores|has|can’t) /).first()).toBeVisible();
	}

	file(name: string): Locator {
		return this.pane.getByRole("region", { name, exact: true });
	}

	/** What a file is taken for, which can be changed. */
	format(name: string): Locator {
		return this.pane.getByRole("combobox", { name: `Format of ${name}` });
	}

	/** The text of a lone file as it is shown, which is as it is to be, but for masked secrets. */
	async text(within: Locator = this.pane): Promise<string> {
		return within
			.locator("pre code")
			.evaluate((code) =>
				[...code.querySelectorAll("[data-kind=same], [data-kind=added]")]
					.map(({ textContent }) => textContent)
					.join(""),
			);
	}

	/** What the form changes in a lone file: `− before`, `+ after`. */
	changes(within: Locator = this.pane): Locator {
		return within.getByRole("deletion").or(within.getByRole("insertion"));
	}

	problem(message: string | RegExp): Locator {
		return this.problems.filter({ hasText: message });
	}

	fix(message: string | RegExp, title: string | RegExp): Locator {
		return this.problem(message).getByRole("button", { name: title, exact: true });
	}

	async edit(): Promise<void> {
		await this.pane.getByRole("button", { name: "Edit the text" }).first().click();
		await expect(this.editor).toBeFocused();
	}

	/** The text of the editor, as long as all of it is in sight. */
	async edited(): Promise<string> {
		return this.editor.evaluate((editor) =>
			[...editor.querySelectorAll(".cm-line")].map(({ textContent }) => textContent).join("\n"),
		);
	}

	async download(name: string): Promise<string> {
		const download = this.page.waitForEvent("download");
		await this.pane.getByRole("button", { name: `Download ${name}`, exact: true }).click();
		const done = await download;
		expect(done.suggestedFilename()).toBe(name);
		return readDownload(done);
	}
}

export const test = base.extend<{ readonly existing: Existing }>({
	existing: async ({ builder }, use) => use(new Existing(builder.page)),
});

/** A file of the scheduler in which nothing is wrong. */
export const scheduler = `# The leader.
cluster_id = "team"

[scheduler]
enabled = true

[scheduler.checkpoint]
enabled = true
period = "20 mins"
`;
/** A file of a worker in which nothing is wrong, with a secret. */
export const worker = `cluster_id = "team"

[worker]
enabled = true
shuffle_location.local.path = "/mnt/scratch"
task_service.public_addr = "10.0.0.1"
shuffle_service.public_addr = "10.0.0.1"

[worker.checkpoint_location.s3]
url = "s3://bucket/key"
aws_access_key_id = "AKIAEXAMPLE"
aws_secret_access_key = "wJalrXUtnFEMI"
`;

export { expect };
