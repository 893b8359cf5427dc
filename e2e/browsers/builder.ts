import { expect } from "vitest";
import type { Journey } from "./journey.ts";
import { button, file, mask, openAdvisor, type Page, period, radio, region, textbox } from "./page.ts";

const secret = "wJalrXUtnFEMI/K7MDENG";

async function fillInS3(page: Page): Promise<void> {
	await page.choose("Checkpoint storage", "S3");
	await page.fill(textbox("URL"), "s3://team/dir");
	await page.fill(textbox("Access key ID"), "AKIAEXAMPLE");
	await page.fill(textbox("Secret access key"), secret);
}

const scheduler = (text: string) =>
	`[scheduler]\nenabled = true\n\n[scheduler.checkpoint]\nenabled = true\nperiod = "${text}"\n`;

export const builderJourneys: Readonly<Record<string, Journey>> = {
	"the page opens with an example, and a period that is typed stands in the file at once": async (visit) => {
		const page = await visit.open(visit.sites.builder);
		await page.see(file("scheduler.toml"), { text: scheduler("10 mins") });
		await page.see(file("worker.toml"), { text: expect.stringContaining('"/mnt/storage/polars/checkpoints"') });
		await visit.takePicture(page, "start");
		await page.fill(period, "1h 30m");
		await page.see(period, { description: expect.stringContaining("1 hour 30 minutes PT1H30M"), invalid: false });
		await page.see(file("scheduler.toml"), { text: scheduler("1h 30m") });
	},

	"a wrong period is explained, mended by one click, and the mending undone with the keyboard": async (visit) => {
		const page = await visit.open(visit.sites.builder);
		await page.fill(period, "10 Mins");
		await page.see(period, { invalid: true, description: expect.stringContaining("“Mins”") });
		await page.see({ role: "heading", says: "1 to fix" });
		expect(await page.readStyle({ role: "mark", says: "Mins" }, "text-decoration-style")).toBe("wavy");
		await visit.takePicture(page, "error");
		await page.click(button("Use 10 mins"));
		await page.see(period, { value: "10 mins", invalid: false, focused: true });
		await page.see(file("scheduler.toml"), { text: scheduler("10 mins") });
		await page.tab.undo();
		await page.see(period, { value: "10 Mins" });
	},

	"S3 is chosen and filled in, and its secret is masked until it is asked for": async (visit) => {
		const page = await visit.open(visit.sites.builder);
		await fillInS3(page);
		await page.see(file("worker.toml"), { text: expect.stringContaining(`aws_secret_access_key = ${mask}`) });
		const typeOf = () =>
			page.run((place) => globalThis.witness.find(place)?.getAttribute("type"), textbox("Secret access key"));
		expect(await typeOf()).toBe("password");
		expect(await page.run(() => document.body.textContent)).not.toContain(secret);
		await visit.takePicture(page, "s3");
		await page.click(button("Show secret access key"));
		await expect.poll(typeOf).toBe("text");
		await page.click(button("Show secrets"));
		await page.see(file("worker.toml"), { text: expect.stringContaining(`aws_secret_access_key = "${secret}"`) });
	},

	"an option is found, added and removed by the keyboard alone": async (visit) => {
		const page = await visit.open(visit.sites.builder);
		await page.choose("Checkpoint storage", "S3");
		await page.click(button("Region, endpoint, more"));
		await page.focus(button("Add option"));
		await page.tab.press("Enter");
		await page.see({ role: "combobox", name: "Search options" }, { focused: true });
		await page.tab.type("timeout");
		await page.see({ role: "option", says: "connect_timeout" });
		await visit.takePicture(page, "picker");
		await page.tab.press("Escape");
		await page.see(button("Add option"), { focused: true });
		await page.tab.press("Enter");
		await page.see({ role: "combobox", name: "Search options" }, { focused: true });
		await page.tab.type("connect_timeout");
		await page.tab.press("Enter");
		await page.see(textbox("connect_timeout"), { focused: true });
		await page.tab.type("30");
		await page.click(button("Use 30s"));
		await page.see(file("worker.toml"), { text: expect.stringContaining('connect_timeout = "30s"') });
		await page.focus(textbox("connect_timeout"));
		await page.tab.press("Shift+Tab");
		await page.tab.press("Enter");
		await page.seeNone(textbox("connect_timeout"));
		await page.see(button("Add option"), { focused: true });
	},

	"the operator's manifests are shown, and the files are downloaded alone and together": async (visit) => {
		const page = await visit.open(visit.sites.builder);
		await fillInS3(page);
		await page.choose("Output", "Kubernetes operator");
		await page.see(file("checkpoint.yaml"), { text: expect.stringContaining('endpoint: "s3://team/dir"') });
		await page.see(file("checkpoint-secret.yaml"), { text: expect.stringContaining(mask) });
		await visit.takePicture(page, "operator");
		await page.click(button("Download checkpoint.yaml"));
		const shown = await page.look(file("checkpoint.yaml"));
		expect((await visit.readDownload("checkpoint.yaml")).toString()).toBe(shown?.text);
		await page.click(button("Download all"));
		expect((await visit.readDownload("polars-checkpoint.zip")).subarray(0, 2).toString()).toBe("PK");
	},

	"what is copied is what is shown": async (visit) => {
		const page = await visit.open(visit.sites.builder);
		await page.fill(period, "20m");
		await page.see(file("scheduler.toml"), { text: scheduler("20m") });
		await page.click(button("Copy scheduler.toml"));
		await expect.poll(() => page.run(() => document.body.textContent)).toContain("Copied scheduler.toml");
		await page.fill(textbox("Path"), "/");
		await page.tab.press("Control+a");
		await page.tab.press("Control+v");
		// A field has but one line, and a browser joins what is pasted.
		const pasted = async () => (await page.look(textbox("Path")))?.value.replace(/\s+/g, " ").trim();
		await expect.poll(pasted).toMatch(/^\[scheduler\] ?enabled = true ?\[scheduler\.checkpoint\].*period = "20m"$/);
	},

	"the help with the period opens, and its curve is walked with the keyboard": async (visit) => {
		const page = await visit.open(visit.sites.builder);
		const slider = await openAdvisor(page);
		await page.see(button("Use 1h", region("Help with the period")));
		await visit.takePicture(page, "advisor");
		await page.focus(slider);
		for (const [key, text] of [
			["ArrowRight", "12m"],
			["ArrowRight", "15m"],
			["End", "8h"],
			["Home", "1m"],
		] as const) {
			await page.tab.press(key);
			await page.see(period, { value: text });
		}
		await page.see(slider, { focused: true });
		await page.click(button("Use 1h", region("Help with the period")));
		await page.see(file("scheduler.toml"), { text: scheduler("1h") });
	},

	"a person who prefers dark gets it dark": async (visit) => {
		const readRed = async (property: string) => Number(/\d+/.exec((await page.readStyle(period, property)) ?? "")?.[0]);
		const page = await visit.open(`${visit.sites.builder}#v=1&period=10+Mins&store=s3&url=s3://team/dir`, "dark");
		await page.see(radio("Checkpoint storage", "S3"), { checked: true });
		await page.see(period, { invalid: true });
		expect(await readRed("background-color")).toBeLessThan(80);
		expect(await readRed("color")).toBeGreaterThan(180);
		await visit.takePicture(page, "dark");
		await openAdvisor(page);
		await visit.takePicture(page, "dark-advisor");
	},
};
