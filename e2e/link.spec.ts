import { isPart } from "./parts.ts";
import { Builder, expect, share, test } from "./test.ts";

const hash = (builder: Builder) => builder.page.evaluate(() => location.hash);
const notice = (builder: Builder) => builder.page.getByRole("status", { name: "About this link" });

async function open(builder: Builder, fragment: string): Promise<void> {
	await builder.page.goto("about:blank");
	await builder.page.goto(`./${fragment}`);
}

test("a link opens the form and the files that it was made from", async ({ builder }) => {
	await open(
		builder,
		"#v=1&period=20m&store=s3&url=s3://team/dir&aws_region=eu-west-1&credentials=environment&connect_timeout=30s",
	);
	await expect(builder.period).toHaveValue("20m");
	await expect(builder.radio("Checkpoint storage", "S3")).toBeChecked();
	await expect(builder.radio("Credentials", "Workers' own")).toBeChecked();
	await expect(builder.field("Region")).toHaveValue("eu-west-1");
	await expect(builder.field("connect_timeout")).toHaveValue("30s");
	expect(await builder.toml("worker.toml")).toEqual({
		worker: {
			enabled: true,
			checkpoint_location: { s3: { url: "s3://team/dir", aws_region: "eu-west-1", connect_timeout: "30s" } },
		},
	});
	await builder.expectComplete();
	await expect(notice(builder)).toBeEmpty();
});

test("the address follows the form, with no history entry for a key, and defaults are left out", async ({
	builder,
	page,
}) => {
	expect(await hash(builder)).toBe("");
	const before = await page.evaluate(() => history.length);
	await builder.period.fill("");
	await builder.period.pressSequentially("1h 30m");
	await expect.poll(() => hash(builder)).toMatch(/^#v=1&period=1h(\+|%20)30m$/);
	await builder.choose("Checkpoint storage", "Google Cloud Storage");
	await builder.field("URL").fill("gs://bucket/dir");
	await expect.poll(() => hash(builder)).toMatch(/&store=gcs&url=gs:\/\/bucket\/dir$/);
	expect(await page.evaluate(() => history.length)).toBe(before);
});

test("Back leaves the page", async ({ builder, page }) => {
	await builder.period.fill("20m");
	await builder.period.fill("30m");
	await expect.poll(() => hash(builder)).toContain("30m");
	await page.goBack();
	expect(page.url()).toBe("about:blank");
});

test("editing the fragment, or pasting another link into the tab, loads it", async ({ builder, page }) => {
	await page.evaluate(() => {
		location.hash = "#v=1&period=20m&store=abs&url=az://container/dir";
	});
	await expect(builder.period).toHaveValue("20m");
	await expect(builder.field("URL")).toHaveValue("az://container/dir");
	await page.evaluate(() => {
		location.hash = "#v=1&period=30m";
	});
	await expect(builder.period).toHaveValue("30m");
	await expect(builder.radio("Checkpoint storage", "Shared filesystem")).toBeChecked();
});

test("a link that is pasted while the address is about to follow the form is opened, and not written over", async ({
	page,
}) => {
	let release = () => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route(isPart("judge"), async (route) => {
		await held;
		await route.continue();
	});
	await page.goto("./");
	const builder = new Builder(page);
	await builder.period.fill("45m");
	// By then the address would follow, and waits for the code that writes it.
	await page.waitForTimeout(1000);
	await page.evaluate(() => {
		location.hash = "#v=1&period=25m";
	});
	release();
	await expect(builder.period).toHaveValue("25m");
	expect(await hash(builder)).toBe("#v=1&period=25m");
	await builder.period.fill("30m");
	await expect.poll(() => hash(builder)).toBe("#v=1&period=30m");
});

test.describe("recovery, per field", () => {
	test("one bad parameter never resets the rest, and one notice lists what was dropped and why", async ({
		builder,
	}) => {
		await open(
			builder,
			"#v=1&period=20m&perod=5m&store=s3&url=s3://team/dir&shuffle=floppy&url=s3://other&aws_region=%zz",
		);
		await expect(builder.period).toHaveValue("20m");
		await expect(builder.field("URL")).toHaveValue("s3://team/dir");
		await expect(notice(builder)).toHaveCount(1);
		for (const part of [/perod.*period/, /shuffle.*floppy/, /url is there twice/, /aws_region/]) {
			await expect(notice(builder)).toContainText(part);
		}
		await notice(builder).getByRole("button", { name: "Dismiss" }).click();
		await expect(notice(builder)).toBeEmpty();
	});

	test("a value that is merely wrong stands in its field with its error", async ({ builder }) => {
		await open(builder, "#v=1&period=10+Mins");
		await expect(builder.period).toHaveValue("10 Mins");
		await expect(builder.period).toHaveAttribute("aria-invalid", "true");
		await builder.expectIncomplete();
	});

	for (const fragment of [
		"#",
		"#period=20m",
		"#v=99&period=20m",
		"#%",
		"#&&&==",
		"#__proto__=x&constructor=y",
		"#v=1&store=tape",
	]) {
		test(`opens ${fragment}`, async ({ builder }) => {
			await open(builder, fragment);
			await expect(builder.period).toHaveValue(fragment.includes("period") ? "20m" : "10 mins");
			await builder.expectComplete();
		});
	}
});

test.describe("secrets", () => {
	const secret = "wJalrXUtnFEMIK7MDENG";

	test("none is loaded from a link, the address is clean at once, and the notice says so", async ({ builder }) => {
		await open(
			builder,
			`#v=1&store=s3&url=s3://AKIA:${secret}@team/dir&aws_secret_access_key=${secret}&aws_endpoint_url=http://user:${secret}@host`,
		);
		await expect(builder.field("Secret access key")).toHaveValue("");
		expect(await hash(builder)).not.toContain(secret);
		await expect(notice(builder)).toContainText("aws_secret_access_key is a secret");
		await expect(notice(builder)).not.toContainText(secret);
		expect(await builder.page.content()).not.toContain(secret);
	});

	test("none gets into the address, the copied link, Markdown or the embed's snippet", async ({
		builder,
		page,
		context,
	}) => {
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill({
			URL: "s3://team/dir",
			"Access key ID": "AKIAEXAMPLE",
			"Secret access key": secret,
			"Session token": `${secret}2`,
		});
		await share(page, "Copy link");
		await expect(
			page.getByText("Link copied. It leaves out your secrets: Secret access key, Session token.").first(),
		).toBeVisible();
		const link = await clipboard();
		expect(link).toContain("aws_access_key_id=AKIAEXAMPLE");
		expect(link).not.toContain(secret);
		await share(page, "Copy as Markdown");
		await expect(page.getByText(/^Markdown copied. It leaves out/).first()).toBeVisible();
		const markdown = await clipboard();
		expect(markdown).toContain('aws_secret_access_key = "YOUR_SECRET_ACCESS_KEY"');
		expect(markdown).toContain("```toml\n[worker]\n");
		expect(markdown).toContain(link);
		expect(markdown).not.toContain(secret);
		await share(page, "Embed…");
		const dialog = page.getByRole("dialog", { name: "Embed in a documentation page" });
		await expect(dialog.locator("code")).toContainText('url="s3://team/dir"');
		await expect(dialog.locator("code")).not.toContainText(secret);
		await expect.poll(() => hash(builder)).toContain("AKIAEXAMPLE");
		expect(await hash(builder)).not.toContain(secret);
	});

	test("those typed stay while the address is edited for the same place, and go with it for another", async ({
		builder,
		page,
	}) => {
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill({ URL: "s3://team/dir", "Secret access key": secret });
		await page.evaluate(() => {
			location.hash = "#v=1&period=20m&store=s3&url=s3://team/dir";
		});
		await expect(builder.period).toHaveValue("20m");
		await expect(builder.field("Secret access key")).toHaveValue(secret);
		await page.evaluate(() => {
			location.hash = "#v=1&period=20m&store=s3&url=s3://other/dir";
		});
		await expect(builder.field("URL")).toHaveValue("s3://other/dir");
		await expect(builder.field("Secret access key")).toHaveValue("");
		await expect(notice(builder)).toContainText("the secrets that you typed were removed");
	});

	test("those typed stay in options too, and don't follow a proxy of somebody else's", async ({ builder, page }) => {
		const key = "aws_sse_customer_key_base64";
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill({ URL: "s3://team/dir", "Secret access key": secret });
		await builder.addOption(key);
		await builder.field(key).fill(secret);
		const link = `#v=1&period=20m&store=s3&url=s3://team/dir&${key}=`;
		await page.evaluate((fragment) => {
			location.hash = fragment;
		}, link);
		await expect(builder.period).toHaveValue("20m");
		await expect(builder.field(key)).toHaveValue(secret);
		await page.evaluate((fragment) => {
			location.hash = fragment;
		}, `${link}&proxy_url=https://proxy.example`);
		await expect(builder.field("proxy_url")).toHaveValue("https://proxy.example");
		await expect(builder.field(key)).toHaveValue("");
		await expect(builder.field("Secret access key")).toHaveValue("");
		await expect(notice(builder)).toContainText("This link sends requests to another place");
	});

	test("one that is typed a field too high stays out of the link, and moves to its field", async ({
		builder,
		page,
	}) => {
		const typed = "q8Zt+Lw3/bVn0KxRy7PdUe2MgHs5AfJc4oTi9BXE";
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill({ URL: "s3://team/dir", "Access key ID": typed });
		await expect.poll(() => hash(builder)).toContain("team/dir");
		expect(await hash(builder)).not.toContain("q8Zt");
		await page.getByRole("button", { name: "Move it to Secret access key" }).click();
		await expect(builder.field("Secret access key")).toHaveValue(typed);
		await expect(builder.field("Secret access key")).toBeFocused();
		await expect(builder.field("Access key ID")).toHaveValue("");
	});
});

test("a copied link opens the same files elsewhere", async ({ builder, page, context }) => {
	await context.grantPermissions(["clipboard-read", "clipboard-write"]);
	await builder.choose("Checkpoint storage", "Azure Blob Storage");
	await builder.choose("Credentials", "Workers' own");
	await builder.fill({ URL: "az://container/a b&c=d/é", "Account name": "account" });
	await builder.addOption("user_agent");
	await builder.field("user_agent").fill('quote " & = # % + 😀');
	await builder.choose("Key style", "Tables");
	const text = await builder.text("worker.toml");
	await share(page, "Copy link");
	await expect(page.getByText("Link copied. It contains no secret.").first()).toBeVisible();
	const link = await page.evaluate(() => navigator.clipboard.readText());
	const other = await context.newPage();
	await other.goto(link);
	await expect(other.getByRole("region", { name: "worker.toml" }).locator("code")).toHaveText(text, {
		useInnerText: false,
	});
	expect(await other.getByRole("region", { name: "worker.toml" }).locator("code").textContent()).toBe(text);
});

test.describe("the embed's snippet", () => {
	test("is shown for the present state, with a live preview, and can be copied", async ({ builder, page, context }) => {
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await builder.period.fill("1h 30m");
		await share(page, "Embed…");
		const dialog = page.getByRole("dialog", { name: "Embed in a documentation page" });
		const code = dialog.locator("code");
		await expect(code).toContainText(/<script src="http:\/\/127\.0\.0\.1:\d+\/embed\.js" async><\/script>/);
		await expect(code).toContainText(
			/<polars-checkpoint-builder v="1" period="1h 30m" style="display: block; margin-block: 1em; min-height: \d{3,4}px">/,
		);
		await expect(dialog.frameLocator("iframe").getByRole("textbox", { name: "Checkpoint period" })).toHaveValue(
			"1h 30m",
		);
		await dialog.getByRole("button", { name: "Copy snippet" }).click();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.textContent());
		await page.keyboard.press("Escape");
		await expect(dialog).toHaveCount(0);
		await expect(page.locator("summary", { hasText: "Share" })).toBeFocused();
	});
});

test("alone in a tab, the embed offers the same state in the full builder", async ({ builder, page }) => {
	await page.goto("about:blank");
	await page.goto("./?embed#v=1&period=20m");
	await expect(page.getByRole("heading", { level: 1 })).toHaveCount(0);
	await builder.field("Path").fill("/srv/x");
	await expect(page.getByRole("link", { name: "Open full builder" })).toHaveAttribute(
		"href",
		/\/#v=1&period=20m&path=\/srv\/x$/,
	);
});
