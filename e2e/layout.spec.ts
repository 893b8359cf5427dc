import { expect, test } from "./test.ts";

for (const width of [320, 360, 768, 1280]) {
	test(`nothing scrolls sideways at ${width} px`, async ({ builder, page }) => {
		await page.setViewportSize({ width, height: 700 });
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill({ URL: `https://${"long".repeat(40)}.example.com/x`, "Access key ID": "a".repeat(200) });
		await builder.period.fill("10 Mins and quite a lot of other words that nobody expected here");
		await builder.addOption("aws_container_credentials_relative_uri");
		await (await builder.findAddOption()).click();
		await expect(builder.options.first()).toBeVisible();
		const [scroll, client] = await page.evaluate(() => [
			document.documentElement.scrollWidth,
			document.documentElement.clientWidth,
		]);
		expect(scroll).toBeLessThanOrEqual(client ?? 0);
	});
}

for (const width of [360, 768, 1280]) {
	test(`nothing jumps when an error appears at ${width} px`, async ({ builder, page }) => {
		await page.setViewportSize({ width, height: 900 });
		await builder.choose("Checkpoint storage", "S3");
		const top = async () => [
			(await builder.field("Endpoint URL").boundingBox())?.y,
			width > 1000 && (await builder.downloadAll.boundingBox())?.y,
		];
		const before = await top();
		for (const text of ["10 Mins", "600", "1 day", "", "5s", "10:00"]) {
			await builder.period.fill(text);
			expect(await top()).toEqual(before);
		}
		for (const text of ["gs://bucket/x", "https://bucket.s3.eu-west-1.amazonaws.com/x", "s3:/bucket", "My_Bucket"]) {
			await builder.field("URL").fill(text);
			expect(await top()).toEqual(before);
		}
	});
}

test("the files stay in sight beside a long form", async ({ builder, page }) => {
	await page.setViewportSize({ width: 1280, height: 600 });
	await builder.choose("Checkpoint storage", "S3");
	await builder.field("Endpoint URL").scrollIntoViewIfNeeded();
	await page.mouse.wheel(0, 5000);
	await expect(builder.file("scheduler.toml")).toBeInViewport();
});

test("forced colours keep every choice and mark visible", async ({ builder, page }) => {
	await page.emulateMedia({ forcedColors: "active" });
	await builder.choose("Checkpoint storage", "S3");
	await expect(builder.radio("Checkpoint storage", "S3")).toBeVisible();
	await builder.fill({ "Secret access key": "YOURSECRETKEY" });
	await expect(builder.file("worker.toml").getByText("••••••••")).toBeVisible();
});
