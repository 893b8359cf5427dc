import { expect } from "vitest";
import { button, file, type Page, period, radio, region, textbox } from "./page.ts";
import type { Journey } from "./run-journeys.ts";

const worker = `[worker]
enabled = true
shuffle_location.local.path = "/mnt/scratch"

[worker.checkpoint_location.s3]
url = "s3://bucket/key"
aws_acess_key_id = "AKIAEXAMPLE"
aws_secret_access_key = "wJalrXUtnFEMI"
`;

const editor = textbox("Config TOML");
const patch = region("What changes in your file");

/** The text of the editor, as long as all of it is in sight. */
function readEditor(page: Page): Promise<string | undefined> {
	return page.run((editor) => {
		const lines = globalThis.witness.find(editor)?.querySelectorAll(".cm-line");
		return lines && [...lines].map(({ textContent }) => textContent).join("\n");
	}, editor);
}

async function openChecker(page: Page): Promise<void> {
	await page.click(button("Open existing config"));
	await page.see(editor, { focused: true });
}

export const checkerJourneys: Readonly<Record<string, Journey>> = {
	"a file that is typed is checked, mended, taken into the form, changed there, and put back": async (visit) => {
		const page = await visit.open(visit.sites.builder);
		await openChecker(page);
		await page.tab.type(worker);
		await expect.poll(() => readEditor(page)).toBe(worker);
		const problem = { role: "listitem", says: "aws_acess_key_id", within: { role: "list", name: "Problems" } };
		await page.see(problem, { text: expect.stringContaining("Error") });
		expect(await page.readStyle(editor, "text-decoration-style", ".cm-problem-error")).toBe("wavy");
		await visit.takePicture(page, "checker");
		await page.click(button("Use aws_access_key_id", problem));
		await page.seeNone(problem);
		await page.see(editor, { focused: true });
		const mended = worker.replace("acess", "access");
		await expect.poll(() => readEditor(page)).toBe(mended);
		await page.tab.press("Control+z");
		await expect.poll(() => readEditor(page)).toBe(worker);
		await page.click(button("Use aws_access_key_id", problem));
		await expect.poll(() => readEditor(page)).toBe(mended);

		await page.click(button("Use these settings"));
		await page.see(radio("Checkpoint storage", "S3"), { checked: true });
		await page.see(textbox("Access key ID"), { value: "AKIAEXAMPLE" });
		await page.see(textbox("Secret access key"), { value: "wJalrXUtnFEMI" });
		await page.fill(textbox("URL"), "s3://other/key");

		await page.click(button("Put into my file"));
		await page.see({ role: "deletion", says: "s3://bucket/key", within: patch });
		await page.see({ role: "insertion", says: "s3://other/key", within: patch });
		await page.run((patch) => globalThis.witness.find(patch)?.scrollIntoView(), patch);
		await visit.takePicture(page, "patch");
		await page.click(button("Accept the changes"));
		await page.seeNone(patch);
		const changed = mended.replace("bucket", "other");
		await expect.poll(() => readEditor(page)).toBe(changed);
		await page.click(button("Download my config.toml"));
		expect((await visit.readDownload("config.toml")).toString()).toBe(changed);
	},

	"a file that is pasted is checked, and Tab leaves the editor": async (visit) => {
		const page = await visit.open(visit.sites.builder);
		await page.fill(period, "10m");
		await page.see(file("scheduler.toml"), { text: expect.stringContaining('"10m"') });
		await page.click(button("Copy scheduler.toml"));
		await openChecker(page);
		await page.tab.press("Control+v");
		await expect.poll(() => readEditor(page)).toBe((await page.look(file("scheduler.toml")))?.text);
		await page.see(region("Open existing config"), { text: expect.stringContaining("No problems found.") });
		await page.tab.press("Tab");
		await page.see(editor, { focused: false });
		await page.tab.press("Escape");
		await page.seeNone(editor);
		await page.see(button("Open existing config"), { focused: true });
	},
};
