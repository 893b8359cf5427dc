import { expect } from "vitest";
import type { Journey } from "./journey.ts";
import { button, file, type Page, period, radio, region, textbox } from "./page.ts";

const worker = `[worker]
enabled = true
shuffle_location.local.path = "/mnt/scratch"

[worker.checkpoint_location.s3]
url = "s3://bucket/key"
aws_acess_key_id = "AKIAEXAMPLE"
aws_secret_access_key = "wJalrXUtnFEMI"
`;

const pane = region("Your file");
const problem = {
	role: "listitem",
	says: "aws_acess_key_id",
	within: { role: "list", name: "Problems in config.toml" },
};
const editor = textbox("Text of config.toml");

/** The text of a file as it is shown, without what was removed. */
function readShown(page: Page): Promise<string | undefined> {
	return page.run((pane) => {
		const lines = globalThis.witness.find(pane)?.querySelectorAll("[data-kind=same], [data-kind=added]");
		return lines && [...lines].map(({ textContent }) => textContent).join("");
	}, pane);
}

async function ask(page: Page): Promise<void> {
	await page.click(button("Open existing file"));
	await page.see(textbox("Paste your file"), { focused: true });
}

export const existingJourneys: Readonly<Record<string, Journey>> = {
	"an existing file is opened, mended, changed by the form and by hand, and taken away": async (visit) => {
		const page = await visit.open(visit.sites.builder);
		await ask(page);
		await page.tab.type(worker);
		await page.click(button("Open this text"));
		await page.see(problem, { text: expect.stringContaining("Error") });
		expect(await page.readStyle(pane, "text-decoration-style", "mark")).toBe("wavy");
		await visit.takePicture(page, "existing");
		await page.click(button("Use aws_access_key_id", problem));
		await page.seeNone(problem);
		const mended = worker.replace("acess", "access");
		const masked = (text: string) => text.replace('"wJalrXUtnFEMI"', "••••••••");
		await expect.poll(() => readShown(page)).toBe(masked(mended));
		await page.see(radio("Checkpoint storage", "S3"), { checked: true });
		await page.see(textbox("Access key ID"), { value: "AKIAEXAMPLE" });
		await page.see(textbox("Secret access key"), { value: "wJalrXUtnFEMI" });

		await page.fill(textbox("URL"), "s3://other/key");
		await page.see({ role: "deletion", says: "s3://bucket/key", within: pane });
		await page.see({ role: "insertion", says: "s3://other/key", within: pane });
		await visit.takePicture(page, "existing-changed");
		await page.click(button("Edit the text"));
		await page.see(editor, { focused: true });
		await page.tab.press("Control+End");
		await page.tab.type("# mine");
		await page.click(button("Download config.toml"));
		const changed = `${mended.replace("bucket", "other")}# mine`;
		expect((await visit.readDownload("config.toml")).toString()).toBe(changed);
	},

	"a file that is pasted opens at once, Tab leaves its editor, and closing gives the focus back": async (visit) => {
		const page = await visit.open(visit.sites.builder);
		await page.fill(period, "10m");
		await page.see(file("scheduler.toml"), { text: expect.stringContaining('"10m"') });
		await page.click(button("Copy scheduler.toml"));
		await ask(page);
		await page.tab.press("Control+v");
		await page.see(pane, { text: expect.stringContaining("sets a checkpoint period of 10m") });
		await page.see(pane, { text: expect.stringContaining("No problems found.") });
		await page.click(button("Edit the text"));
		await page.see(editor, { focused: true });
		await page.tab.press("Tab");
		await page.see(editor, { focused: false });
		await page.click(button("Close file"));
		await page.seeNone(pane);
		await page.see(button("Open existing file"), { focused: true });
	},
};
