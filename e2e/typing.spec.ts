import type { Page } from "@playwright/test";
import { expect, readDownload, test } from "./test.ts";

/** Holds back what React puts off until it has drawn the key, as a slow machine does. @returns Lets it come. */
async function holdRest(page: Page): Promise<() => Promise<void>> {
	await page.evaluate(() => {
		const post = MessagePort.prototype.postMessage;
		const held: (() => void)[] = [];
		MessagePort.prototype.postMessage = function (message: unknown) {
			held.push(() => post.call(this, message));
		};
		Object.assign(window, {
			comeRest: () => {
				MessagePort.prototype.postMessage = post;
				for (const act of held) act();
			},
		});
	});
	return () => page.evaluate(() => (window as unknown as { comeRest: () => void }).comeRest());
}

test.beforeEach(async ({ builder }) => {
	await builder.choose("Checkpoint storage", "S3");
	await builder.fill({
		URL: "s3://bucket/checkpoints",
		"Access key ID": "AKIAIOSFODNN7EXAMPLE",
		"Secret access key": "secret",
	});
	await builder.period.fill("20m");
	await expect(builder.file("scheduler.toml")).toContainText('period = "20m"');
});

test("a key is in its file at once, and what is wrong with it comes as soon as there is time", async ({
	builder,
	page,
}) => {
	const come = await holdRest(page);
	await builder.period.press("End");
	await builder.period.press("x");
	await expect(builder.file("scheduler.toml")).toContainText('period = "20mx"');
	await expect(builder.period).not.toHaveAttribute("aria-invalid", "true");
	await come();
	await expect(builder.period).toHaveAttribute("aria-invalid", "true");
	await expect(builder.file("scheduler.toml").getByText("1 to fix")).toBeVisible();
	await builder.period.press("Backspace");
	await expect(builder.file("scheduler.toml")).toContainText('period = "20m"');
	await expect(builder.period).not.toHaveAttribute("aria-invalid", "true");
});

test("what is handed out before the last key is judged has that key in it", async ({ builder, page }) => {
	await holdRest(page);
	await builder.period.press("Home");
	await builder.period.press("1");
	await builder.field("Secret access key").press("End");
	await builder.field("Secret access key").press("s");
	const [scheduler, worker] = ["scheduler.toml", "worker.toml"].map((name) =>
		page.getByRole("button", { name: `Download ${name}` }),
	);
	let download = page.waitForEvent("download");
	await scheduler?.click();
	expect(await readDownload(await download)).toContain('period = "120m"');
	download = page.waitForEvent("download");
	await worker?.focus();
	await page.keyboard.press("Enter");
	expect(await readDownload(await download)).toContain('aws_secret_access_key = "secrets"');
});

test("what is wrong and not judged yet is not handed out", async ({ builder, page }) => {
	const come = await holdRest(page);
	await builder.period.press("End");
	await builder.period.press("x");
	let downloads = 0;
	page.on("download", () => downloads++);
	await page.getByRole("button", { name: "Download scheduler.toml" }).click();
	await come();
	await expect(builder.file("scheduler.toml").getByText("1 to fix")).toBeVisible();
	expect(downloads).toBe(0);
});

test("a reload right after a key keeps it", async ({ builder, page }) => {
	await holdRest(page);
	await builder.period.press("End");
	await builder.period.press("s");
	await page.reload();
	await expect(builder.period).toHaveValue("20ms");
});

test("each field with a line of its own shows what is typed in it, as the file has it in the end", async ({
	builder,
	page,
}) => {
	await builder.findAddOption();
	await builder.field("Region").fill("eu-west-1");
	await builder.addOption("connect_timeout");
	for (const field of [builder.field("Region"), builder.field("URL"), builder.field("connect_timeout")]) {
		const come = await holdRest(page);
		await field.press("End");
		for (const key of ['"', "\\", "'", " "]) await field.press(key);
		await field.press("Backspace");
		const ahead = await builder.text("worker.toml");
		await come();
		expect(await builder.text("worker.toml")).toBe(ahead);
	}
});
