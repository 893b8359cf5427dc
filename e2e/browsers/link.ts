import { expect } from "vitest";
import type { Journey } from "./journey.ts";
import { button, checkbox, file, mask, period, radio, textbox } from "./page.ts";

const notice = { role: "status", name: "About this link" };
const secret = "wJalrXUtnFEMI";

export const linkJourneys: Readonly<Record<string, Journey>> = {
	"a link fills the form, and one bad parameter is named and dropped alone": async (visit) => {
		const link = "#v=1&period=20m&store=s3&url=s3://team/dir&aws_region=eu-west-1&shuffle=floppy&connect_timeout=30s";
		const page = await visit.open(`${visit.sites.builder}${link}`);
		await page.see(period, { value: "20m" });
		await page.see(radio("Checkpoint storage", "S3"), { checked: true });
		await page.see(textbox("Region"), { value: "eu-west-1" });
		await page.see(textbox("connect_timeout"), { value: "30s" });
		await page.see(checkbox("Shuffles are on shared storage"), { checked: false });
		await page.see(notice, { text: expect.stringContaining("floppy") });
		await visit.takePicture(page, "link");
		await page.click(button("Dismiss"));
		await page.seeNone(button("Dismiss"));
	},

	"the address follows the form, and the form an address that is edited": async (visit) => {
		const page = await visit.open(visit.sites.builder);
		await page.fill(period, "1h 30m");
		await expect.poll(() => page.hash()).toMatch(/^#v=1&period=1h(\+|%20)30m$/);
		await page.choose("Checkpoint storage", "Google Cloud Storage");
		await page.fill(textbox("URL"), "gs://bucket/dir");
		await expect.poll(() => page.hash()).toMatch(/&store=gcs&url=gs:\/\/bucket\/dir$/);
		// Not by script: WebKit leaves out of the way back what no person did.
		await page.open(`${visit.sites.builder}#v=1&period=20m&store=abs&url=az://container/dir`);
		await page.see(period, { value: "20m" });
		await page.see(radio("Checkpoint storage", "Azure Blob Storage"), { checked: true });
		await page.see(textbox("URL"), { value: "az://container/dir" });
		await page.tab.back();
		await page.see(period, { value: "1h 30m" });
		await page.see(textbox("URL"), { value: "gs://bucket/dir" });
	},

	"typing leaves no steps for the Back button, which leaves the page and comes back to what was typed": async (
		visit,
	) => {
		const page = await visit.open("about:blank");
		await page.open(visit.sites.builder);
		await page.fill(period, "20m");
		await expect.poll(() => page.hash()).toContain("20m");
		await page.fill(period, "30m");
		await page.choose("Checkpoint storage", "S3");
		await page.fill(textbox("Secret access key"), secret);
		await expect.poll(() => page.hash()).toContain("30m&store=s3");
		await page.collectFaults();
		await page.tab.back();
		await expect.poll(() => page.run(() => location.href)).toBe("about:blank");
		await page.run(() => history.forward());
		await page.see(period, { value: "30m" });
		await page.see(radio("Checkpoint storage", "S3"), { checked: true });
		// What the form shows and what the file says stay one, whether or not the browser kept the whole page.
		const kept = await page.look(textbox("Secret access key"));
		const text = (await page.look(file("worker.toml")))?.text;
		expect(text?.includes(mask)).toBe(kept?.value === secret);
	},

	"a reload keeps what was typed, and no secret": async (visit) => {
		const page = await visit.open(visit.sites.builder);
		await page.fill(period, "20m");
		await page.choose("Checkpoint storage", "S3");
		await page.fill(textbox("URL"), "s3://team/dir");
		await page.fill(textbox("Secret access key"), secret);
		await page.see(file("worker.toml"), { text: expect.stringContaining(mask) });
		await page.choose("Checkpoint storage", "Shared filesystem");
		await page.fill(textbox("Path"), "/srv/x");
		await page.reload();
		await page.see(period, { value: "20m" });
		await page.see(textbox("Path"), { value: "/srv/x" });
		await page.choose("Checkpoint storage", "S3");
		await page.see(textbox("URL"), { value: "s3://team/dir" });
		await page.see(textbox("Secret access key"), { value: "" });
		const kept = await page.run(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
		expect(kept).not.toContain(secret);
	},
};
