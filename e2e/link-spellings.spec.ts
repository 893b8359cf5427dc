import { Builder, expect, test } from "./test.ts";

for (const address of [
	"./?store=s3&url=s3://bucket/ck&period=20m",
	"./?utm_source=chat&store=s3#v=1&period=20m&url=s3://bucket/ck",
	"./#v%3D1%26store%3Ds3%26url%3Ds3%3A%2F%2Fbucket%2Fck%26period%3D20m",
	"./#%23v%3D1%26store%3Ds3%26period%3D20m%26url%3Ds3%3A%2F%2Fbucket%2Fck",
	"./#v=1&period=20m&store=s3&url=s3://bucket/ck).",
	'./#v=1&period=20m&store=s3&url=s3://bucket/ck"',
]) {
	test(`${address} opens what it means`, async ({ page }) => {
		await page.goto(address);
		const builder = new Builder(page);
		await expect(builder.field("URL")).toHaveValue("s3://bucket/ck");
		await expect(builder.period).toHaveValue("20m");
		await expect(page.getByRole("status", { name: "About this link" })).toHaveText("");
		const { hash, search } = new URL(page.url());
		expect(hash).toBe("#v=1&period=20m&store=s3&url=s3://bucket/ck");
		expect(search).toBe(address.includes("utm") ? "?utm_source=chat" : "");
		await page.reload();
		await expect(builder.period).toHaveValue("20m");
	});
}

test("a link in an embed's query leaves it an embed, in its theme", async ({ page }) => {
	await page.goto("./?embed&theme=dark&store=s3");
	await expect(new Builder(page).field("URL")).toBeVisible();
	await expect(page.locator("html")).toHaveAttribute("data-embed");
	expect(new URL(page.url()).search).toBe("?embed&theme=dark");
});

test("a query of somebody else's leaves what was typed to a reload", async ({ page }) => {
	await page.goto("./?utm_source=chat");
	const builder = new Builder(page);
	await builder.choose("Checkpoint storage", "S3");
	await builder.field("URL").fill("s3://bucket/ck");
	await page.waitForURL(/bucket/);
	await page.reload();
	await expect(builder.field("URL")).toHaveValue("s3://bucket/ck");
	expect(new URL(page.url()).search).toBe("?utm_source=chat");
});
