import { Builder, expect, test } from "./test.ts";

test("on paper stand the files and the open steps, with no secret and nothing to press", async ({ page }) => {
	await page.goto("./#v=1&period=20m&store=s3&url=s3://bucket/ck&aws_region=eu-west-1&aws_access_key_id=AKIA");
	const builder = new Builder(page);
	await builder.field("Secret access key").fill("YOURSECRETKEY");
	await page.getByText("Apply it").click();
	await expect(page.getByRole("heading", { name: "Add the settings" })).toBeVisible();
	await page.emulateMedia({ media: "print", colorScheme: "dark" });
	await expect(builder.file("scheduler.toml")).toBeVisible();
	await expect(builder.file("worker.toml").getByText("s3://bucket/ck")).toBeVisible();
	await expect(page.getByRole("heading", { name: "Add the settings" })).toBeVisible();
	for (const control of [page.getByRole("textbox"), page.getByRole("button"), page.getByRole("radio")]) {
		await expect(control.filter({ visible: true })).toHaveCount(0);
	}
	await expect(page.getByRole("heading", { level: 1 })).toHaveCount(0);
	expect(await page.locator("body").innerText()).not.toContain("YOURSECRETKEY");
	await expect(page.locator("body")).not.toHaveCSS("color", "rgb(227, 232, 239)");
	const sideways = page.locator("pre").evaluateAll((texts) => texts.map((text) => text.scrollWidth - text.clientWidth));
	expect(Math.max(...(await sideways))).toBeLessThanOrEqual(0);
});
