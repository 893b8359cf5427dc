import type { Locator, Page } from "@playwright/test";
import { test as base, expect, readDownload } from "./test.ts";

/** The place where a person's own files are checked, by the names that assistive tools hear. */
export class Checker {
	readonly page: Page;
	readonly panel: Locator;
	readonly editor: Locator;
	readonly problems: Locator;
	readonly use: Locator;
	readonly put: Locator;

	constructor(page: Page) {
		this.page = page;
		this.panel = page.getByRole("region", { name: "Open existing config" });
		this.editor = page.getByRole("textbox", { name: "Config TOML" });
		this.problems = page.getByRole("list", { name: "Problems" }).getByRole("listitem");
		this.use = page.getByRole("button", { name: "Use these settings" });
		this.put = page.getByRole("button", { name: "Put into my file" });
	}

	async open(): Promise<void> {
		await this.page.getByRole("button", { name: "Open existing config" }).click();
		await expect(this.editor).toBeFocused();
	}

	problem(message: string | RegExp): Locator {
		return this.problems.filter({ hasText: message });
	}

	/** Goes to a problem. */
	choose(message: string | RegExp): Locator {
		return this.problem(message).getByRole("button", { name: message });
	}

	fix(message: string | RegExp, title: string | RegExp): Locator {
		return this.problem(message).getByRole("button", { name: title, exact: true });
	}

	/** The text of the editor, as long as all of it is in sight. */
	async text(): Promise<string> {
		return this.editor.evaluate((editor) =>
			[...editor.querySelectorAll(".cm-line")].map(({ textContent }) => textContent).join("\n"),
		);
	}

	async pick(...files: readonly (readonly [name: string, text: string])[]): Promise<void> {
		const chooser = this.page.waitForEvent("filechooser");
		await this.page.getByRole("button", { name: "Open files…" }).click();
		await (await chooser).setFiles(
			files.map(([name, text]) => ({ name, mimeType: "application/toml", buffer: Buffer.from(text) })),
		);
	}

	async download(name: string): Promise<string> {
		const download = this.page.waitForEvent("download");
		await this.panel.getByRole("button", { name: `Download my ${name}` }).click();
		const done = await download;
		expect(done.suggestedFilename()).toBe(name);
		return readDownload(done);
	}
}

/** Opens the place for one's own files. */
export const test = base.extend<{ readonly checker: Checker }>({
	checker: async ({ builder }, use) => {
		const checker = new Checker(builder.page);
		await checker.open();
		await use(checker);
	},
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
