import { objectStores, stores } from "../src/core/stores/stores.ts";
import { isPart } from "./parts.ts";
import { type Builder, expect, test } from "./test.ts";

/** The control that has the focus: by its name in the form, and the value that it stands for. */
function focused(builder: Builder): Promise<string> {
	return builder.page.evaluate(() => {
		const { activeElement: element } = document;
		const isControl = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
		return isControl ? `${element.name} ${element.type === "radio" ? element.value : ""}`.trim() : "none";
	});
}

const backends = objectStores.map((store) => [stores[store].title, store] as const);

for (const [title, store] of backends) {
	test(`${title}: whichever option is chosen, beside whichever credentials, the focus is where it is set`, async ({
		builder,
		page,
	}) => {
		await builder.choose("Checkpoint storage", title);
		const kinds = page.getByRole("radiogroup", { name: "Credentials" }).getByRole("radio");
		await (await builder.findAddOption()).click();
		const keys = await builder.options.locator("code:first-child").allTextContents();
		await page.keyboard.press("Escape");
		// Those of credentials, which may have a field that is not in sight.
		for (const key of keys.filter((key) => /_key|_token|service_account|_id$|_secret/.test(key))) {
			for (let index = 0; index < (await kinds.count()); index++) {
				await kinds.nth(index).check();
				await (await builder.findAddOption()).click();
				await page.getByRole("combobox", { name: "Search options" }).fill(key);
				await builder.options
					.filter({ has: page.getByText(key, { exact: true }) })
					.first()
					.click();
				await expect(page.getByRole("combobox", { name: "Search options" })).toHaveCount(0);
				await expect.poll(() => focused(builder)).toMatch(new RegExp(`^${store}\\.(${key}|options\\.\\d+\\.value)$`));
				const label = await page.locator("label", { has: page.getByText(key, { exact: true }) }).count();
				if ((await focused(builder)).includes("options")) expect(label).toBe(1);
				const remove = page.getByRole("button", { name: "Remove option" });
				while ((await remove.count()) > 0) await remove.first().click();
			}
		}
	});
}

test("an option of other credentials says so in the list, chooses them, and keeps what was typed", async ({
	builder,
	page,
}) => {
	await builder.choose("Checkpoint storage", "Azure Blob Storage");
	await builder.fill({ URL: "az://c/k", "Account name": "account" });
	await builder.choose("Credentials", "Service principal");
	await builder.fill({ "Tenant ID": "tenant", "Client secret": "hush" });
	await builder.choose("Credentials", "Shared key");
	await (await builder.findAddOption()).click();
	await page.getByRole("combobox", { name: "Search options" }).fill("azure_storage_client_secret");
	await expect(builder.options.first()).toContainText("switches the credentials to “Service principal”");
	await page.keyboard.press("Enter");
	await expect(builder.radio("Credentials", "Service principal")).toBeChecked();
	await expect(builder.field("Client secret")).toBeFocused();
	await expect(builder.field("Client secret")).toHaveValue("hush");
	await expect(builder.field("Tenant ID")).toHaveValue("tenant");
	await expect(builder.field("Account name")).toHaveValue("account");
});

test("a repair that chooses other credentials leads to the choice that it made", async ({ builder, page }) => {
	await builder.choose("Checkpoint storage", "Google Cloud Storage");
	await builder.choose("Output", "Kubernetes operator");
	await builder.fill({ URL: "gs://b/k", "Service account path": "/etc/key.json" });
	await page.getByRole("button", { name: "Use an inline key" }).click();
	await expect(builder.radio("Credentials", "Service account JSON")).toBeChecked();
	await expect(builder.radio("Credentials", "Service account JSON")).toBeFocused();
});

test("a repair that chooses another output leads there", async ({ builder, page }) => {
	await builder.choose("Output", "Environment variables");
	await builder.field("Path").fill("/mnt/a\\b");
	await page.getByRole("button", { name: "Write TOML files" }).click();
	await expect(builder.radio("Output", "TOML files")).toBeFocused();
});

test("a repair that chooses another backend leads to the field that took the text", async ({ builder, page }) => {
	await builder.field("Path").fill("gs://bucket/ck");
	await page.getByRole("button", { name: "Switch to Google Cloud Storage" }).click();
	await expect(builder.field("URL")).toBeFocused();
	await expect(builder.field("URL")).toHaveValue("gs://bucket/ck");
});

test("a repair of an option's key leads to its value", async ({ builder, page }) => {
	await page.goto("./#v=1&store=s3&url=s3://b/k&credentials=environment&option=aws_sse_kms_key=x");
	await page.reload();
	await page.getByRole("button", { name: /^Use aws_sse_kms_key_id/ }).click();
	await expect(builder.field("aws_sse_kms_key_id")).toBeFocused();
});

test("what to do is there as soon as its code is", async ({ page }) => {
	let come = () => {};
	const asked = new Promise<void>((resolve) => {
		come = resolve;
	});
	await page.route(isPart("judge"), async (route) => {
		await asked;
		await route.continue();
	});
	await page.goto("./");
	const apply = page.locator("details", { hasText: "Apply it" });
	await page.getByText("Apply it").click();
	await expect(apply).toContainText("Loading the steps…");
	come();
	await expect(apply.getByRole("listitem").first()).toBeVisible();
	await expect(apply).not.toContainText("Loading");
});
