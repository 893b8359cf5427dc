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
	test(`nothing moves while somebody types, right or wrong, at ${width} px`, async ({ builder, page }) => {
		await page.setViewportSize({ width, height: 900 });
		await builder.choose("Checkpoint storage", "S3");
		const places = () =>
			page
				.locator("form :is(label, input, button, summary)")
				.evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().y));
		const before = await places();
		await builder.period.focus();
		for (const text of ["10 Mins", "600", "1 day", "", "5s", "10:00"]) {
			await builder.period.fill(text);
			expect(await places()).toEqual(before);
		}
	});
}

test("an error that a click brings up takes that click from nobody", async ({ builder, page }) => {
	await builder.period.fill("10 Mins");
	const store = builder.radio("Checkpoint storage", "S3");
	const box = await store.boundingBox();
	await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
	await page.mouse.down();
	await page.waitForTimeout(300);
	await expect(builder.period).not.toHaveAttribute("aria-invalid", "true");
	await page.mouse.up();
	await expect(store).toBeChecked();
	await expect(builder.period).toHaveAttribute("aria-invalid", "true");
});

test("the form for S3 fits on a screen", async ({ builder, page }) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await builder.choose("Checkpoint storage", "S3");
	await expect.poll(async () => (await page.locator("form").boundingBox())?.height).toBeLessThanOrEqual(950);
	await expect(page.locator("form summary")).toBeVisible();
	const places = await page.locator("form [id^=field-][id$=-message]").count();
	expect(places).toBe(0);
});

test("the files stay in sight beside a long form", async ({ builder, page }) => {
	await page.setViewportSize({ width: 1280, height: 600 });
	await builder.choose("Checkpoint storage", "S3");
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
