import { parse, type TomlTable } from "smol-toml";
import { expect, scheduler, test, worker } from "./existing.ts";

test.describe("from the file into the form", () => {
	for (const [spelling, text] of [
		["tables", `${scheduler}\n${worker.replace(/^.*\n/, "")}`],
		[
			"inline tables and quoted keys",
			`scheduler = { enabled = true, "checkpoint" = { enabled = true, 'period' = "20 mins" } }
worker = { enabled = true, checkpoint_location = { s3 = { url = "s3://bucket/key", aws_access_key_id = "AKIAEXAMPLE", aws_secret_access_key = 'wJalrXUtnFEMI' } } }
`,
		],
		[
			"dotted keys, and another name of an option",
			`scheduler.checkpoint.period = "20 mins"
worker.checkpoint_location.s3.url = "s3://bucket/key"
worker.checkpoint_location.s3.access_key_id = "AKIAEXAMPLE"
worker.checkpoint_location.s3.secret_access_key = """wJalrXUtnFEMI"""
`,
		],
	] as const) {
		test(`whatever the spelling: ${spelling}`, async ({ existing, builder }) => {
			await existing.open(text);
			await expect(existing.pane).toContainText(
				"config.toml sets a checkpoint period of 20 mins and stores checkpoints in s3://bucket/key.",
			);
			await expect(builder.period).toHaveValue("20 mins");
			await expect(builder.radio("Checkpoint storage", "S3")).toBeChecked();
			await expect(builder.field("URL")).toHaveValue("s3://bucket/key");
			await expect(builder.field("Access key ID")).toHaveValue("AKIAEXAMPLE");
			await expect(builder.field("Secret access key")).toHaveValue("wJalrXUtnFEMI");
			await expect(existing.changes()).toHaveCount(0);
			expect(await existing.download("config.toml")).toBe(text);
		});
	}

	test("a key of several lines keeps its line breaks, which its field can't show", async ({ existing, builder }) => {
		const key = JSON.stringify(
			{
				client_email: "a@b.iam.gserviceaccount.com",
				private_key_id: "i",
				private_key: "-----BEGIN PRIVATE KEY-----\nYOURKEY==\n-----END PRIVATE KEY-----\n",
			},
			null,
			2,
		);
		await existing.open(`[scheduler.checkpoint]
enabled = true
period = "1h"
[worker]
enabled = true
checkpoint_location.gcs.url = "gs://bucket/ck"
checkpoint_location.gcs.google_service_account_key = '''${key}'''
`);
		const field = builder.field("Service account key");
		await expect(field).toHaveValue(key.replaceAll("\n", ""));
		// Whoever is there and leaves again has changed nothing.
		await field.focus();
		await field.blur();
		await expect(existing.changes()).toHaveCount(0);
		await builder.period.fill("20m");
		await expect(existing.changes()).toHaveText(['period = "1h"\n', 'period = "20m"\n']);
		const { worker } = parse(await existing.download("config.toml")) as { worker: TomlTable };
		expect(worker).toMatchObject({ checkpoint_location: { gcs: { google_service_account_key: key } } });
	});

	test("what the form has no field for is listed, and stays", async ({ existing }) => {
		await existing.open(worker);
		const kept = existing.pane.getByText("4 other keys stay as they are in config.toml");
		await kept.click();
		const list = existing.pane.getByRole("list", { name: /^4 other keys stay/ });
		await expect(list.getByText("worker.task_service", { exact: true })).toBeVisible();
		await expect(list.getByText("cluster_id", { exact: true })).toBeVisible();
	});

	test("two files fill one form", async ({ existing, builder }) => {
		await existing.pick(["a.toml", scheduler], ["b.toml", worker]);
		await expect(existing.pane).toContainText("a.toml sets a checkpoint period of 20 mins.");
		await expect(existing.pane).toContainText("b.toml stores checkpoints in s3://bucket/key.");
		await expect(builder.period).toHaveValue("20 mins");
		await expect(builder.field("URL")).toHaveValue("s3://bucket/key");
	});

	test("secrets get into the masked fields and no further", async ({ existing, builder, page }) => {
		await existing.open(worker);
		await expect(builder.field("Secret access key")).toHaveAttribute("type", "password");
		await expect(builder.field("Secret access key")).toHaveValue("wJalrXUtnFEMI");
		await expect.poll(() => page.evaluate(() => location.hash)).toContain("AKIAEXAMPLE");
		await expect.poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain("s3://bucket/key");
		const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
		expect(kept).not.toContain("wJalrXUtnFEMI");
		expect(kept).not.toContain("/mnt/scratch");
		expect(await page.evaluate(() => document.documentElement.textContent)).not.toContain("wJalrXUtnFEMI");
		expect(await existing.text()).toContain("aws_secret_access_key = ••••");
		expect(await existing.download("config.toml")).toBe(worker);
	});

	test("what the form held before gives way, and can be put in instead", async ({ existing, builder }) => {
		await builder.period.fill("1h 30m");
		await existing.open(scheduler);
		await expect(builder.period).toHaveValue("20 mins");
		await expect(existing.changes()).toHaveCount(0);
		await existing.pane.getByRole("button", { name: "Use those instead" }).click();
		await expect(builder.period).toHaveValue("1h 30m");
		await expect(existing.changes()).toHaveText(['period = "20 mins"\n', 'period = "1h 30m"\n']);
		await existing.undo.click();
		await expect(builder.period).toHaveValue("20 mins");
		await expect(existing.changes()).toHaveCount(0);
	});

	test("what a file has no word on stays in the form", async ({ existing, builder }) => {
		await builder.period.fill("7m");
		await existing.open(worker);
		await expect(builder.field("URL")).toHaveValue("s3://bucket/key");
		await expect(builder.period).toHaveValue("7m");
	});
});

test.describe("from the form into the file", () => {
	test("each change is shown in the person's own text, and taken away with it", async ({ existing, builder, page }) => {
		await existing.pick(["my-leader.toml", scheduler]);
		await builder.period.fill("1h");
		await expect(existing.pane.getByRole("deletion")).toHaveText('period = "20 mins"\n');
		await expect(existing.pane.getByRole("insertion")).toHaveText('period = "1h"\n');
		await expect(existing.file("my-leader.toml")).toContainText("1 added, 1 removed");
		await builder.period.fill("2h");
		await expect(existing.pane.getByRole("insertion")).toHaveText('period = "2h"\n');
		expect(await existing.text()).toBe(scheduler.replace("20 mins", "2h"));
		expect(await existing.download("my-leader.toml")).toBe(scheduler.replace("20 mins", "2h"));
		await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
		const copy = existing.pane.getByRole("button", { name: "Copy my-leader.toml" });
		const width = (await copy.boundingBox())?.width;
		await copy.click();
		await expect(copy).toContainText("Copied ✓");
		expect((await copy.boundingBox())?.width).toBe(width);
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(scheduler.replace("20 mins", "2h"));
	});

	test("the last key counts, however soon the file is taken away", async ({ existing, builder }) => {
		await existing.open(scheduler);
		await builder.period.fill("3h");
		expect(await existing.download("config.toml")).toBe(scheduler.replace("20 mins", "3h"));
	});

	test("going back to what the file says leaves it as it was", async ({ existing, builder }) => {
		await existing.open(worker);
		await builder.choose("Checkpoint storage", "Shared filesystem");
		await expect(existing.pane.getByRole("insertion").first()).toContainText("shared_filesystem");
		await builder.choose("Checkpoint storage", "S3");
		await expect(existing.changes()).toHaveCount(0);
		expect(await existing.download("config.toml")).toBe(worker);
	});

	test("a choice that is in no file changes none", async ({ existing, builder }) => {
		await existing.open(worker);
		await builder.page.getByRole("checkbox", { name: /shuffle/i }).check();
		await builder.period.fill("2h");
		await builder.period.fill("10 mins");
		await expect(existing.changes()).toHaveCount(0);
	});

	for (const [what, text] of [
		[
			"whatever is no checkpoint setting",
			"\ufeff# ümlaut\r\n\r\n[scheduler]   # spaced\r\n\tn_workers   = 4\r\ncheckpoint = {enabled=true,period='20m'} #!",
		],
		[
			"a mixture of line ends",
			"[scheduler]\r\nn_workers = 4\ncheckpoint.enabled = true\r\ncheckpoint.period = '20m'\n",
		],
	] as const) {
		test(`${what} stays byte for byte`, async ({ existing, builder }) => {
			await existing.pick(["config.toml", text]);
			await builder.period.fill("1h");
			expect(await existing.download("config.toml")).toBe(text.replace("20m", "1h"));
		});
	}

	test("the old backend's keys go, and no secret is shown", async ({ existing, builder }) => {
		await existing.open(worker);
		await builder.choose("Checkpoint storage", "Shared filesystem");
		await expect(existing.pane.getByRole("deletion").filter({ hasText: "aws_secret_access_key" })).toContainText(
			"••••",
		);
		await expect(existing.pane).not.toContainText("wJalrXUtnFEMI");
		await expect(existing.pane.getByRole("insertion").last()).toContainText("/mnt/storage/polars/checkpoints");
	});

	test("two files each get their part", async ({ existing, builder }) => {
		await existing.pick(["a.toml", scheduler], ["b.toml", worker]);
		await builder.period.fill("1h");
		await builder.field("URL").fill("s3://other/key");
		await expect(existing.file("a.toml").getByRole("insertion")).toHaveText('period = "1h"\n');
		await expect(existing.file("b.toml").getByRole("insertion")).toHaveText('url = "s3://other/key"\n');
		expect(await existing.download("a.toml")).toBe(scheduler.replace("20 mins", "1h"));
		expect(await existing.download("b.toml")).toBe(worker.replace("//bucket", "//other"));
	});

	test("what was changed for one file stays when another is opened, and Undo takes that back", async ({
		existing,
		builder,
	}) => {
		await existing.pick(["a.toml", scheduler]);
		await builder.period.fill("1h");
		await expect(existing.pane.getByRole("insertion")).toHaveText('period = "1h"\n');
		await existing.pick(["b.toml", worker]);
		await expect(builder.field("URL")).toHaveValue("s3://bucket/key");
		await expect(builder.period).toHaveValue("1h");
		await expect(existing.file("a.toml").getByRole("insertion")).toHaveText('period = "1h"\n');
		await existing.undo.click();
		await expect(existing.file("b.toml")).toHaveCount(0);
		await expect(existing.pane.getByRole("insertion")).toHaveText('period = "1h"\n');
		await existing.undo.click();
		await expect(builder.period).toHaveValue("20 mins");
		await expect(existing.changes()).toHaveCount(0);
	});

	test("a file without checkpointing is said to have none, and gets the form's settings", async ({ existing }) => {
		const text = '[worker]\nenabled = true\nshuffle_location.local.path = "/mnt/scratch"\n';
		await existing.open(text);
		await expect(existing.pane).toContainText("config.toml has no checkpointing yet.");
		await expect(existing.changes()).toHaveText([/^checkpoint_location\.shared_filesystem\.path = /]);
		await existing.undo.click();
		await expect(existing.changes()).toHaveCount(0);
		expect(await existing.download("config.toml")).toBe(text);
		await existing.pane.getByRole("button", { name: "Add the form’s settings" }).click();
		await expect(existing.changes()).toHaveCount(1);
	});

	test("what is missing is named, leads to its field, and keeps the file back", async ({ existing, builder, page }) => {
		await existing.open(worker);
		await builder.field("URL").fill("");
		const missing = page.getByRole("region", { name: "The form’s settings are not in your file." });
		await expect(missing.getByRole("button")).toHaveText(["URL"]);
		await existing.pane.getByRole("button", { name: "Copy config.toml" }).click();
		await expect(missing.getByRole("heading")).toBeFocused();
		await expect(missing).toContainText("URL: Enter a URL");
		await missing.getByRole("button", { name: "URL" }).click();
		await expect(builder.field("URL")).toBeFocused();
		await page.keyboard.type("s3://mine/key");
		await expect(missing).toHaveCount(0);
		await expect(existing.pane.getByRole("insertion")).toHaveText('url = "s3://mine/key"\n');
	});
});

test.describe("Undo", () => {
	test("gives the form what the file says, then takes back repairs one by one", async ({ existing, builder }) => {
		const text = "[scheduler]\nenabled = true\n[scheduler.chekpoint]\nenabled = true\nperiod = 600\n";
		await existing.open(text);
		await expect(existing.undo).toBeDisabled();
		await existing.fix(/chekpoint/, /^Use checkpoint$/).click();
		await existing.fix(/number/, /600s/).click();
		await expect(builder.period).toHaveValue("600s");
		await builder.period.fill("1h");
		await expect(existing.pane.getByRole("insertion").last()).toHaveText('period = "1h"\n');
		await existing.undo.click();
		await expect(builder.period).toHaveValue("600s");
		await expect.poll(() => existing.text()).toContain('period = "600s"');
		await existing.undo.click();
		await expect.poll(() => existing.text()).toBe(text.replace("chekpoint", "checkpoint"));
		await existing.undo.click();
		await expect.poll(() => existing.text()).toBe(text);
		await expect(existing.undo).toBeDisabled();
	});

	test("of the keyboard never changes a field that has not the focus", async ({ existing, builder, page }) => {
		await existing.open(scheduler);
		await builder.period.fill("1h");
		await expect(existing.pane.getByRole("insertion")).toHaveText('period = "1h"\n');
		await existing.edit();
		await page.keyboard.press("ControlOrMeta+z");
		await page.keyboard.press("ControlOrMeta+z");
		await page.waitForTimeout(600);
		await expect(builder.period).toHaveValue("1h");
		expect(await existing.edited()).toBe(scheduler.replace("20 mins", "1h"));
	});
});
