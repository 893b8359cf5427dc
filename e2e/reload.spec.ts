import { Builder, expect, test } from "./test.ts";

const key = "polars-checkpoint-builder.draft";

test("a reload says which secrets it did not keep", async ({ page }) => {
	await page.goto("./");
	const builder = new Builder(page);
	await builder.choose("Checkpoint storage", "S3");
	await builder.fill({ URL: "s3://bucket/ck", "Secret access key": "YOURSECRETKEY" });
	await page.waitForURL(/bucket/);
	await page.reload();
	const notice = page.getByRole("status", { name: "About the reload" });
	await expect(notice).toContainText("A reload doesn’t keep: Secret access key.");
	await expect(builder.field("URL")).toHaveValue("s3://bucket/ck");
	await notice.getByRole("button", { name: "Dismiss" }).click();
	await expect(notice).toHaveCount(0);
	await builder.period.fill("20m");
	await page.waitForURL(/20m/);
	await page.reload();
	await expect(builder.period).toHaveValue("20m");
	await expect(notice).toHaveCount(0);
});

for (const text of ["{", "null", "[]", '{"draft":null}', '{"draft":{"store":"hdfs","s3":7},"hash":5}']) {
	test(`a stored draft that can't be used keeps nobody out: ${text}`, async ({ page }) => {
		await page.addInitScript(([key, text]) => sessionStorage.setItem(key, text), [key, text] as const);
		await page.goto("./");
		const builder = new Builder(page);
		await expect(builder.file("scheduler.toml")).toContainText('period = "10 mins"');
		await builder.period.fill("45m");
		await expect(builder.file("scheduler.toml")).toContainText('period = "45m"');
	});
}

test.describe("a mistake of the page", () => {
	test.use({ watch: undefined });

	test("a stored draft that the page breaks at is dropped, and the page opens", async ({ page, context }) => {
		await page.goto("./");
		await new Builder(page).period.fill("45m");
		await page.waitForURL(/45m/);
		// Stands for a mistake of the page's own that only this draft brings to light.
		await context.addInitScript((key) => {
			if (!sessionStorage.getItem(key)) return;
			const { createElement } = document;
			document.createElement = (...given: Parameters<typeof createElement>) => {
				if (given[0] === "fieldset" || given[0] === "form") throw new Error("A mistake");
				return createElement.apply(document, given);
			};
		}, key);
		await page.evaluate(() => history.replaceState(null, "", "./"));
		await page.reload();
		await expect(new Builder(page).file("scheduler.toml")).toBeVisible();
		await expect(new Builder(page).period).toHaveValue("10 mins");
	});
});
