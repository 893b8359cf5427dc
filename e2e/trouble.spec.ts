import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./test.ts";

test("an error that is pasted is explained, without its secrets, and leads to the setting", async ({
	builder,
	page,
}) => {
	await page.getByText("Why is there no checkpoint?").click();
	const error = page.getByRole("textbox", { name: "Paste an error" });
	await error.fill(
		"The AWS Access Key Id you provided does not exist in our records. (InvalidAccessKeyId) aws_secret_access_key=wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY",
	);
	const said = page.getByRole("status").filter({ hasText: "The cause" });
	await expect(said).toContainText(/access key/i);
	await expect(said).not.toContainText("wJalrXUtnFEMI");
	await said.getByRole("button", { name: /^Go to “Access key ID”/ }).click();
	await expect(builder.field("Access key ID")).toBeFocused();
	await expect(builder.radio("Checkpoint storage", "S3")).toBeChecked();
});

test("what isn't known is said to be unknown, and five questions lead to the likely cause", async ({
	page,
	builder: _,
}) => {
	await page.getByText("Why is there no checkpoint?").click();
	await page.getByRole("textbox", { name: "Paste an error" }).fill("the coffee machine is empty");
	await expect(page.getByText("No known error in it.")).toBeVisible();
	await page
		.getByRole("group", { name: /Where do the workers store their shuffles/ })
		.getByLabel("On shared storage")
		.check();
	await expect(page.getByText(/The shuffles are on shared storage/)).toBeVisible();
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations).toEqual([]);
});

test("the access to the chosen place is written out, no wider than needed", async ({ builder, page }) => {
	await builder.choose("Checkpoint storage", "S3");
	await builder.fill({ URL: "s3://team-bucket/checkpoints" });
	await page.getByText("Limit access to it").click();
	const pane = page.getByRole("region", { name: "Files", exact: true });
	await expect(pane).toContainText("arn:aws:s3:::team-bucket/checkpoints/*");
	await expect(pane).not.toContainText('"Resource": "*"');
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations).toEqual([]);
});
