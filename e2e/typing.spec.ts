import type { Page } from "@playwright/test";
import { expect, readDownload, test } from "./test.ts";

/** Holds the page's next frame back, as a slow machine does. @returns Lets it come. */
async function holdFrame(page: Page): Promise<() => Promise<void>> {
	await page.evaluate(() => {
		const draw = window.requestAnimationFrame;
		const held: FrameRequestCallback[] = [];
		window.requestAnimationFrame = (act) => held.push(act);
		Object.assign(window, {
			comeFrame: () => {
				window.requestAnimationFrame = draw;
				for (const act of held) act(performance.now());
			},
		});
	});
	return () => page.evaluate(() => (window as unknown as { comeFrame: () => void }).comeFrame());
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

test("a key is in its file before the frame, and all that follows from it is there with the frame", async ({
	builder,
	page,
}) => {
	const come = await holdFrame(page);
	await builder.period.press("End");
	await builder.period.press("x");
	await expect(builder.file("scheduler.toml")).toContainText('period = "20mx"');
	await expect(builder.period).toHaveAttribute("aria-invalid", "false");
	await come();
	await expect(builder.period).toHaveAttribute("aria-invalid", "true");
	await expect(builder.file("scheduler.toml").getByText("1 to fix")).toBeVisible();
	await builder.period.press("Backspace");
	await expect(builder.file("scheduler.toml")).toContainText('period = "20m"');
	await expect(builder.period).toHaveAttribute("aria-invalid", "false");
});

test("what is handed out before the frame has the last key in it", async ({ builder, page }) => {
	await holdFrame(page);
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

test("what is wrong before the frame is not handed out", async ({ builder, page }) => {
	await holdFrame(page);
	await builder.period.press("End");
	await builder.period.press("x");
	let downloads = 0;
	page.on("download", () => downloads++);
	await page.getByRole("button", { name: "Download scheduler.toml" }).click();
	await expect(builder.file("scheduler.toml").getByText("1 to fix")).toBeVisible();
	expect(downloads).toBe(0);
});

test("a reload before the frame keeps the last key", async ({ builder, page }) => {
	await holdFrame(page);
	await builder.period.press("End");
	await builder.period.press("s");
	await page.reload();
	await expect(builder.period).toHaveValue("20ms");
});

test("each field with a line of its own shows what is typed in it, as the file has it in the end", async ({
	builder,
	page,
}) => {
	await builder.field("Region").fill("eu-west-1");
	await builder.addOption("connect_timeout");
	for (const field of [builder.field("Region"), builder.field("URL"), builder.field("connect_timeout")]) {
		const come = await holdFrame(page);
		await field.press("End");
		for (const key of ['"', "\\", "'", " "]) await field.press(key);
		await field.press("Backspace");
		const ahead = await builder.text("worker.toml");
		await come();
		expect(await builder.text("worker.toml")).toBe(ahead);
	}
});
