import { Existing } from "./existing.ts";
import { Builder, expect, share, test } from "./test.ts";

/** Plants a fault in the page's writer: of two periods, it writes another than was typed. */
function plantFault(): void {
	const { replace } = String.prototype;
	String.prototype.replace = function (this: string, ...change: Parameters<typeof replace>) {
		const isQuoting = String(this) === "20 mins" && change[0] instanceof RegExp && change[0].source.includes('["\\\\');
		return isQuoting ? "21 mins" : replace.apply(this, change);
	} as typeof replace;
}

test("a file that doesn't say what was typed is not handed out, in any way, and the page says so", async ({
	page,
	context,
}) => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await page.addInitScript(plantFault);
	await page.goto("./");
	const builder = new Builder(page);
	await builder.period.fill("20 mins");
	await expect(builder.file("scheduler.toml")).toContainText('"21 mins"');
	await page.evaluate(() => navigator.clipboard.writeText("nothing yet"));
	const downloads: string[] = [];
	page.on("download", (download) => downloads.push(download.suggestedFilename()));
	const refusal =
		"scheduler.toml contains another value for scheduler.checkpoint.period than was set: nothing was copied or saved.";
	const scheduler = builder.file("scheduler.toml");

	await page.getByRole("button", { name: "Copy scheduler.toml" }).click();
	await expect(scheduler.getByText(refusal)).toBeVisible();
	await page.getByRole("button", { name: "Download scheduler.toml" }).click();
	await builder.downloadAll.click();
	await expect(page.locator("main").getByText(refusal)).toHaveCount(2);
	await share(page, "Copy as Markdown");
	await expect(page.getByRole("banner").getByText(refusal)).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("nothing yet");
	expect(downloads).toEqual([]);

	// The other file is right, and so is this one with another period.
	const worker = page.waitForEvent("download");
	await page.getByRole("button", { name: "Download worker.toml" }).click();
	expect((await worker).suggestedFilename()).toBe("worker.toml");
	await builder.period.fill("30 mins");
	await page.getByRole("button", { name: "Copy scheduler.toml" }).click();
	await expect(scheduler.getByText(refusal)).toHaveCount(0);
	await expect
		.poll(() => page.evaluate(() => navigator.clipboard.readText()))
		.toBe(await builder.text("scheduler.toml"));
});

test("what was put into a file and came out as something else is not handed out", async ({ builder, page }) => {
	// The same fault in the worker, which writes into files.
	await page.route("**/check-worker*", async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: `(${plantFault})();${await response.text()}` });
	});
	const existing = new Existing(page);
	const text = '[scheduler.checkpoint]\r\nenabled = true\r\nperiod = "1h"\r\n';
	await existing.pick(["config.toml", text]);
	await builder.period.fill("20 mins");
	await expect(existing.pane).toContainText(
		"config.toml: The settings can't be added to this file: scheduler.checkpoint.period would have another value than was set.",
	);
	const downloads: string[] = [];
	page.on("download", (download) => downloads.push(download.suggestedFilename()));
	await existing.pane.getByRole("button", { name: "Download config.toml" }).click();
	await expect(existing.pane.getByRole("heading", { name: /are not in your file/ })).toBeFocused();
	expect(downloads).toEqual([]);
	await builder.period.fill("25 mins");
	expect(await existing.download("config.toml")).toBe(text.replace("1h", "25 mins"));
});
