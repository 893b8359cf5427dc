import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { expect, readDownload, test } from "./test.ts";

test("shows a valid example before anything is touched", async ({ builder }) => {
	await expect(builder.period).toHaveValue("10 mins");
	await expect(builder.radio("Checkpoint storage", "Shared filesystem")).toBeChecked();
	await expect(builder.field("Path")).toHaveValue("/mnt/storage/polars/checkpoints");
	expect(await builder.text("scheduler.toml")).toBe(
		'[scheduler]\nenabled = true\n\n[scheduler.checkpoint]\nenabled = true\nperiod = "10 mins"\n',
	);
	expect(await builder.text("worker.toml")).toBe(
		'[worker]\nenabled = true\ncheckpoint_location.shared_filesystem.path = "/mnt/storage/polars/checkpoints"\n',
	);
	await builder.expectComplete();
});

test.describe("the period", () => {
	test("says what it means, in words and in ISO 8601", async ({ builder }) => {
		await expect.poll(() => builder.description(builder.period)).toContain("10 minutes · PT10M");
		await builder.period.fill("1h 30m");
		await expect.poll(() => builder.description(builder.period)).toContain("1 hour 30 minutes · PT1H30M");
		expect(await builder.toml("scheduler.toml")).toMatchObject({ scheduler: { checkpoint: { period: "1h 30m" } } });
	});

	test("lights the everyday value that it means, however it is spelt", async ({ builder, page }) => {
		for (const text of ["PT10M", "600s", "10m", "50m"]) {
			await builder.period.fill(text);
			const lit = page.getByRole("group", { name: "Everyday periods" }).getByRole("button", { pressed: true });
			await expect(lit).toHaveText(text === "50m" ? [] : ["10 min"]);
		}
	});

	for (const [preset, meaning] of [
		["5 min", "PT5M"],
		["10 min", "PT10M"],
		["20 min", "PT20M"],
		["30 min", "PT30M"],
		["1 h", "PT1H"],
	] as const) {
		test(`takes the preset ${preset}`, async ({ builder, page }) => {
			await builder.period.fill("x");
			await page.getByRole("button", { name: preset, exact: true }).click();
			await expect.poll(() => builder.description(builder.period)).toContain(meaning);
			await expect(builder.period).not.toHaveAttribute("aria-invalid", "true");
		});
	}

	for (const [typed, fix, fixed] of [
		["10 Mins", "Use 10 mins", "10 mins"],
		["600", "Use 600s", "600s"],
		["1 day", "Use 24h", "24h"],
		["10:00", "Use 10m", "10m"],
		["10:00", "Use 10h", "10h"],
	] as const) {
		test(`mends ${typed} with one click: ${fix}`, async ({ builder, page }) => {
			await builder.period.fill(typed);
			await expect(builder.period).toHaveAttribute("aria-invalid", "true");
			await page.getByRole("button", { name: fix, exact: true }).click();
			await expect(builder.period).toHaveValue(fixed);
			await expect(builder.period).toBeFocused();
			await expect(builder.period).not.toHaveAttribute("aria-invalid", "true");
			expect(await builder.toml("scheduler.toml")).toMatchObject({ scheduler: { checkpoint: { period: fixed } } });
		});
	}

	test("a fix can be undone with the keyboard", async ({ builder, page }) => {
		await builder.period.fill("");
		await builder.period.pressSequentially("10 Mins");
		await page.getByRole("button", { name: "Use 10 mins" }).click();
		await expect(builder.period).toHaveValue("10 mins");
		await page.keyboard.press("ControlOrMeta+z");
		await expect(builder.period).toHaveValue("10 Mins");
	});

	test("marks the offending characters, says what was expected and found, and blocks its file alone", async ({
		builder,
		page,
	}) => {
		await builder.period.fill("10 Mins");
		await expect(page.locator("form mark")).toHaveText("Mins");
		await expect.poll(() => builder.description(builder.period)).toMatch(/“Mins”/);
		await expect(builder.file("scheduler.toml")).toContainText("to fix");
		await expect(builder.file("worker.toml")).not.toContainText("to fix");
		await builder.expectIncomplete();
		// The text stays what the person gave, in its place.
		expect(await builder.text("scheduler.toml")).toContain('period = "10 Mins"');
		await page.getByRole("button", { name: "Copy scheduler.toml" }).click();
		await expect(page.getByRole("heading", { name: "1 to fix" })).toBeFocused();
		await expect(page.getByRole("region", { name: "1 to fix" })).toContainText(/Checkpoint period: .*“Mins”/);
	});

	test("white space around it is not written", async ({ builder }) => {
		await builder.period.fill("  10m ");
		expect(await builder.text("scheduler.toml")).toContain('period = "10m"');
	});

	test("under a minute it is a warning that blocks nothing", async ({ builder }) => {
		await builder.period.fill("5 secs");
		await expect.poll(() => builder.description(builder.period)).toContain("every shuffle");
		await builder.expectComplete();
	});
});

const s3 = {
	URL: "s3://bucket/path/to/key",
	"Access key ID": "YOURACCESSKEY",
	"Secret access key": "YOURSECRETKEY",
};
const s3Keys = {
	url: "s3://bucket/path/to/key",
	aws_access_key_id: "YOURACCESSKEY",
	aws_secret_access_key: "YOURSECRETKEY",
};

test.describe("the documentation's samples, filled in as a person would", () => {
	test("S3", async ({ builder }) => {
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill(s3);
		expect(await builder.toml("worker.toml")).toEqual({
			worker: { enabled: true, checkpoint_location: { s3: s3Keys } },
		});
	});

	test("S3 at another endpoint", async ({ builder }) => {
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill({ ...s3, "Endpoint URL": "http://your-s3-compatible-storage-host:8080" });
		expect(await builder.toml("worker.toml")).toEqual({
			worker: {
				enabled: true,
				checkpoint_location: {
					s3: { ...s3Keys, aws_endpoint_url: "http://your-s3-compatible-storage-host:8080" },
				},
			},
		});
		await builder.expectComplete();
	});

	test("Google Cloud Storage", async ({ builder }) => {
		await builder.choose("Checkpoint storage", "Google Cloud Storage");
		await builder.fill({
			URL: "gs://bucket/path/to/key",
			"Service account path": "/etc/polars/gcs-service-account.json",
		});
		expect(await builder.toml("worker.toml")).toEqual({
			worker: {
				enabled: true,
				checkpoint_location: {
					gcs: {
						url: "gs://bucket/path/to/key",
						google_service_account_path: "/etc/polars/gcs-service-account.json",
					},
				},
			},
		});
	});

	test("Azure Blob Storage", async ({ builder }) => {
		await builder.choose("Checkpoint storage", "Azure Blob Storage");
		await builder.fill({
			URL: "az://container/path/to/key",
			"Account name": "youraccount",
			"Account key": "WU9VUktFWQ==",
		});
		expect(await builder.toml("worker.toml")).toEqual({
			worker: {
				enabled: true,
				checkpoint_location: {
					abs: {
						url: "az://container/path/to/key",
						azure_storage_account_name: "youraccount",
						azure_storage_account_key: "WU9VUktFWQ==",
					},
				},
			},
		});
		await builder.expectComplete();
	});
});

test.describe("credentials", () => {
	const service =
		'{"client_email": "a@b.iam.gserviceaccount.com", "private_key_id": "i", "private_key": "-----BEGIN PRIVATE KEY-----\\nAA==\\n-----END PRIVATE KEY-----\\n"}';
	for (const [store, url, credentials, values, keys] of [
		["S3", "s3://b/k", "Workers' own", {}, {}],
		[
			"S3",
			"s3://b/k",
			"Access key",
			{ "Access key ID": "a", "Secret access key": "b", "Session token": "c", Region: "eu-west-1" },
			{ aws_access_key_id: "a", aws_secret_access_key: "b", aws_session_token: "c", aws_region: "eu-west-1" },
		],
		[
			"Google Cloud Storage",
			"gs://b/k",
			"Service account JSON",
			{ "Service account key": service },
			{ google_service_account_key: service },
		],
		["Google Cloud Storage", "gs://b/k", "Workers' own", {}, {}],
		[
			"Azure Blob Storage",
			"az://c/k",
			"Shared access signature",
			{ "Account name": "account", "SAS token": "sv=1&sig=x" },
			{ azure_storage_account_name: "account", azure_storage_sas_key: "sv=1&sig=x" },
		],
		[
			"Azure Blob Storage",
			"az://c/k",
			"Service principal",
			{ "Account name": "account", "Tenant ID": "t", "Client ID": "i", "Client secret": "s" },
			{
				azure_storage_account_name: "account",
				azure_storage_tenant_id: "t",
				azure_storage_client_id: "i",
				azure_storage_client_secret: "s",
			},
		],
		[
			"Azure Blob Storage",
			"az://c/k",
			"Workers' own",
			{ "Account name": "account" },
			{ azure_storage_account_name: "account" },
		],
	] as const) {
		test(`${store}: ${credentials}${Object.keys(values).length > 2 ? ", all fields" : ""}`, async ({ builder }) => {
			await builder.choose("Checkpoint storage", store);
			await builder.choose("Credentials", credentials);
			await builder.fill({ URL: url, ...values });
			const name = { S3: "s3", "Google Cloud Storage": "gcs", "Azure Blob Storage": "abs" }[store];
			expect(await builder.toml("worker.toml")).toEqual({
				worker: { enabled: true, checkpoint_location: { [name]: { url, ...keys } } },
			});
			await builder.expectComplete();
		});
	}

	test("half of a pair blocks, and the summary leads to its other half", async ({ builder, page }) => {
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill({ URL: "s3://b/k", "Access key ID": "a" });
		await builder.expectIncomplete();
		await page.getByRole("button", { name: "Secret access key", exact: true }).click();
		await expect(builder.field("Secret access key")).toBeFocused();
		expect(await builder.text("worker.toml")).toContain("# checkpoint_location.s3.aws_secret_access_key is missing");
		await page.keyboard.type("s");
		await builder.expectComplete();
	});

	test("secrets are masked in the form and in the preview until they are shown", async ({ builder, page }) => {
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill(s3);
		const secret = builder.field("Secret access key");
		await expect(secret).toHaveAttribute("type", "password");
		await page.getByRole("button", { name: "Show secret access key" }).click();
		await expect(secret).toHaveAttribute("type", "text");
		await expect(builder.file("worker.toml")).toContainText("aws_secret_access_key = ••••••••");
		expect(await page.locator("body").innerText()).not.toContain("YOURSECRETKEY");
		await page.getByRole("button", { name: "Show secrets" }).click();
		await expect(builder.file("worker.toml")).toContainText('aws_secret_access_key = "YOURSECRETKEY"');
	});
});

test("a backend left and taken up again finds what was typed there", async ({ builder }) => {
	await builder.choose("Checkpoint storage", "S3");
	await builder.fill(s3);
	await builder.addOption("kms");
	await builder.field("aws_sse_kms_key_id").fill("alias/x");
	await builder.choose("Checkpoint storage", "Azure Blob Storage");
	await expect(builder.field("Access key ID")).toHaveCount(0);
	await builder.fill({ URL: "az://c" });
	await builder.choose("Checkpoint storage", "S3");
	for (const [name, value] of Object.entries(s3)) await expect(builder.field(name)).toHaveValue(value);
	await expect(builder.field("aws_sse_kms_key_id")).toHaveValue("alias/x");
	await builder.choose("Credentials", "Workers' own");
	expect(await builder.text("worker.toml")).not.toContain("YOURSECRETKEY");
	await builder.choose("Credentials", "Access key");
	await expect(builder.field("Secret access key")).toHaveValue("YOURSECRETKEY");
});

test.describe("the location", () => {
	test("a console's address is offered in the store's own form", async ({ builder, page }) => {
		await builder.choose("Checkpoint storage", "S3");
		await builder.field("URL").fill("https://my-bucket.s3.eu-west-1.amazonaws.com/dir");
		await page.getByRole("button", { name: "Use s3://my-bucket/dir" }).click();
		await expect(builder.field("URL")).toHaveValue("s3://my-bucket/dir");
	});

	test("a URL of another store offers to switch, and takes it along", async ({ builder, page }) => {
		await builder.choose("Checkpoint storage", "Google Cloud Storage");
		await builder.field("URL").fill("s3://my-bucket/dir");
		await page.getByRole("button", { name: "Switch to S3" }).click();
		await expect(builder.radio("Checkpoint storage", "S3")).toBeChecked();
		await expect(builder.field("URL")).toHaveValue("s3://my-bucket/dir");
		await expect(builder.field("URL")).toBeFocused();
	});

	test("a repair adds the option that is missing", async ({ builder, page }) => {
		await builder.choose("Checkpoint storage", "S3");
		await builder.field("URL").fill("s3://records--use1-az4--x-s3/dir");
		await page.getByRole("button", { name: 'Add aws_s3_express = "true"' }).click();
		await expect(builder.field("aws_s3_express")).toHaveValue("true");
		await expect(builder.field("aws_s3_express")).toBeFocused();
		await expect.poll(() => builder.text("worker.toml")).toContain('aws_s3_express = "true"');
		await expect(builder.field("URL")).toHaveValue("s3://records--use1-az4--x-s3/dir");
	});

	test("a path must be absolute; one that isn't shared is a warning", async ({ builder, page }) => {
		await builder.field("Path").fill("mnt/x");
		await expect.poll(() => builder.description(builder.field("Path"))).toContain("which starts with a slash");
		await builder.expectIncomplete();
		await builder.field("Path").fill("file:///mnt/x");
		await page.getByRole("button", { name: "Use /mnt/x" }).click();
		await expect(builder.field("Path")).toHaveValue("/mnt/x");
		await builder.field("Path").fill("/tmp/x");
		await expect.poll(() => builder.description(builder.field("Path"))).toContain("/tmp is emptied");
		await builder.expectComplete();
	});

	test("a preset fills an endpoint's shape and selects what is left to fill in", async ({ builder, page }) => {
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill(s3);
		await builder.unfold(builder.field("Endpoint URL"));
		await page.getByRole("button", { name: "Cloudflare R2" }).click();
		await expect(builder.field("Region")).toHaveValue("auto");
		await expect.poll(() => builder.description(builder.field("Endpoint URL"))).toContain("with your own value");
		await expect(builder.field("Endpoint URL")).toBeFocused();
		await page.keyboard.type("0123abcd");
		await expect(builder.field("Endpoint URL")).toHaveValue("https://0123abcd.r2.cloudflarestorage.com");
		await expect.poll(() => builder.description(builder.field("Endpoint URL"))).not.toContain("with your own value");
		await builder.expectComplete();
	});
});

test.describe("more options", () => {
	test.beforeEach(async ({ builder }) => {
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill(s3);
	});

	test("each type has its control, and every value is written as a string", async ({ builder }) => {
		for (const key of [
			"aws_imdsv1_fallback",
			"aws_checksum_algorithm",
			"pool_max_idle_per_host",
			"connect_timeout",
			"proxy_url",
			"aws_sse_customer_key_base64",
		]) {
			await builder.addOption(key);
			await expect(builder.field(key)).toBeFocused();
		}
		await builder.field("aws_imdsv1_fallback").selectOption("false");
		await builder.fill({ pool_max_idle_per_host: "8", connect_timeout: "30s", proxy_url: "http://proxy:3128" });
		await expect(builder.field("aws_sse_customer_key_base64")).toHaveAttribute("type", "password");
		await builder.field("aws_sse_customer_key_base64").fill("c2VjcmV0");
		expect(await builder.toml("worker.toml")).toEqual({
			worker: {
				enabled: true,
				checkpoint_location: {
					s3: {
						...s3Keys,
						aws_imdsv1_fallback: "false",
						aws_checksum_algorithm: "sha256",
						pool_max_idle_per_host: "8",
						connect_timeout: "30s",
						proxy_url: "http://proxy:3128",
						aws_sse_customer_key_base64: "c2VjcmV0",
					},
				},
			},
		});
	});

	test("an alias or another library's key finds the option; a field of the form takes the focus", async ({
		builder,
		page,
	}) => {
		await builder.addOption("endpoint_url");
		await expect(builder.field("Endpoint URL")).toBeFocused();
		await builder.addOption("anon");
		await expect(builder.field("aws_skip_signature")).toBeFocused();
		await (await builder.findAddOption()).click();
		await page.getByRole("combobox", { name: "Search options" }).fill("client_kwargs");
		await expect(page.getByRole("status").filter({ hasText: "one level up" })).toBeVisible();
	});

	test("the keyboard alone adds and removes one", async ({ builder, page }) => {
		await (await builder.findAddOption()).focus();
		await page.keyboard.press("Enter");
		await expect(page.getByRole("combobox", { name: "Search options" })).toBeFocused();
		await page.keyboard.press("Escape");
		await expect(page.getByRole("button", { name: "Add option" })).toBeFocused();
		await page.keyboard.press("Enter");
		await page.keyboard.type("timeout");
		await page.keyboard.press("ArrowDown");
		const active = page.getByRole("listbox").getByRole("option", { selected: true });
		const key = (await active.locator("code").first().textContent()) ?? "";
		await page.keyboard.press("Enter");
		await expect(builder.field(key)).toBeFocused();
		await page.keyboard.press("Shift+Tab");
		await page.keyboard.press("Enter");
		await expect(builder.field(key)).toHaveCount(0);
		await expect(page.getByRole("button", { name: "Add option" })).toBeFocused();
	});

	test("a value of the wrong type is an error with a fix", async ({ builder, page }) => {
		await builder.addOption("connect_timeout");
		await builder.field("connect_timeout").fill("30");
		await builder.expectIncomplete();
		await page.getByRole("button", { name: "Use 30s" }).click();
		await builder.expectComplete();
	});

	test("removing one keeps the others' values", async ({ builder, page }) => {
		await builder.addOption("connect_timeout");
		await builder.field("connect_timeout").fill("1s");
		await builder.addOption("user_agent");
		await builder.field("user_agent").fill("agent");
		await page.getByRole("button", { name: "Remove option" }).first().click();
		await expect(builder.field("user_agent")).toHaveValue("agent");
		expect(await builder.text("worker.toml")).toContain('user_agent = "agent"');
		expect(await builder.text("worker.toml")).not.toContain("connect_timeout");
	});
});

test("shuffles on shared storage make checkpointing a no-op, and the page says why", async ({ builder }) => {
	await builder.field("Shuffles are on shared storage").check();
	const warning = builder.page.getByText("Checkpoints have no effect here");
	await expect(warning).toBeVisible();
	await builder.expectComplete();
	await builder.field("Shuffles are on shared storage").uncheck();
	await expect(warning).toHaveCount(0);
});

test.describe("the files", () => {
	test("one file or two, dotted keys or tables, the same values", async ({ builder }) => {
		await builder.choose("Key style", "Tables");
		expect(await builder.text("worker.toml")).toContain("[worker.checkpoint_location.shared_filesystem]\n");
		await builder.choose("Files", "One file");
		await expect(builder.file("scheduler.toml")).toHaveCount(0);
		const tables = await builder.toml("config.toml");
		await builder.choose("Key style", "Dotted keys");
		expect(await builder.toml("config.toml")).toEqual(tables);
		expect(Object.keys(tables)).toEqual(["scheduler", "worker"]);
	});

	test("what the last edit changed is marked", async ({ builder }) => {
		const marked = builder.page.locator("ins");
		await expect(marked).toHaveCount(0);
		await builder.period.fill("20m");
		await expect(marked).toHaveText(['period = "20m"\n']);
		await builder.field("Path").fill("/srv/x");
		await expect(marked).toHaveText(['checkpoint_location.shared_filesystem.path = "/srv/x"\n']);
	});

	test("copies the exact text and says so", async ({ builder, page, context }) => {
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await page.getByRole("button", { name: "Copy scheduler.toml" }).click();
		await expect(page.getByText("Copied scheduler.toml")).toBeAttached();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await builder.text("scheduler.toml"));
	});

	test("copies where the clipboard is denied", async ({ builder, page, context }) => {
		await page.evaluate(() => {
			Object.defineProperty(navigator, "clipboard", { value: undefined });
		});
		await page.getByRole("button", { name: "Copy worker.toml" }).click();
		await expect(page.getByText("Copied worker.toml")).toBeAttached();
		const other = await context.newPage();
		await other.setContent("<textarea></textarea>");
		await other.locator("textarea").focus();
		await other.keyboard.press("ControlOrMeta+v");
		expect(await other.locator("textarea").inputValue()).toBe(await builder.text("worker.toml"));
	});

	test("downloads one", async ({ builder, page }) => {
		const waiting = page.waitForEvent("download");
		await page.getByRole("button", { name: "Download worker.toml" }).click();
		const download = await waiting;
		expect(download.suggestedFilename()).toBe("worker.toml");
		expect(await readDownload(download)).toBe(await builder.text("worker.toml"));
	});

	test("downloads all at once", async ({ builder, page }) => {
		const waiting = page.waitForEvent("download");
		await builder.downloadAll.click();
		const download = await waiting;
		expect(download.suggestedFilename()).toBe("polars-checkpoint.zip");
		const files = unzipSync(await readFile(await download.path()));
		const texts = Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
		expect(texts).toEqual([
			["scheduler.toml", await builder.text("scheduler.toml")],
			["worker.toml", await builder.text("worker.toml")],
			["test_checkpoint_location.py", await readFile("public/test_checkpoint_location.py", "utf8")],
		]);
	});

	test("a lone file downloads as it is", async ({ builder, page }) => {
		await builder.choose("Files", "One file");
		const waiting = page.waitForEvent("download");
		await builder.downloadAll.click();
		expect((await waiting).suggestedFilename()).toBe("config.toml");
	});
});

test.describe("leaving and coming back", () => {
	test("a reload keeps everything but secrets, of every backend", async ({ builder, page }) => {
		await builder.period.fill("20m");
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill({ ...s3, Region: "eu-west-1" });
		await builder.addOption("user_agent");
		await builder.field("user_agent").fill("agent");
		await builder.choose("Checkpoint storage", "Google Cloud Storage");
		await builder.fill({ URL: "gs://b/k" });
		await page.reload();
		await expect(builder.period).toHaveValue("20m");
		await expect(builder.field("URL")).toHaveValue("gs://b/k");
		await builder.choose("Checkpoint storage", "S3");
		await expect(builder.field("Region")).toHaveValue("eu-west-1");
		await expect(builder.field("user_agent")).toHaveValue("agent");
		await expect(builder.field("Secret access key")).toHaveValue("");
		expect(
			await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, location.href])),
		).not.toContain("YOURSECRETKEY");
	});

	test("a reload that overtakes the address loses no typing", async ({ builder, page }) => {
		await builder.period.fill("20m");
		await expect.poll(() => page.url()).toContain("period=20m");
		await builder.period.fill("30m");
		await expect.poll(() => page.url()).toContain("period=30m");
		// The browser reloads the address that it knew of, which is the one before.
		await page.addInitScript(() => history.replaceState(null, "", location.hash.replace("30m", "20m")));
		await page.reload();
		await expect(builder.period).toHaveValue("30m");
	});

	test("going away and back loses no typing", async ({ builder, page }) => {
		// The code that keeps a draft comes when somebody reaches for a field, and is there before their first key.
		await builder.field("Path").click();
		await page.waitForLoadState("networkidle");
		await builder.field("Path").fill("/srv/half typed");
		await page.goto("about:blank");
		await page.goBack();
		await expect(builder.field("Path")).toHaveValue("/srv/half typed");
	});
});
