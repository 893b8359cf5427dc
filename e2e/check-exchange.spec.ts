import { parse, type TomlTable } from "smol-toml";
import { expect, scheduler, test, worker } from "./checker.ts";
import { readDownload } from "./test.ts";

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
		test(`whatever the spelling: ${spelling}`, async ({ checker, builder }) => {
			await checker.editor.fill(text);
			await checker.use.click();
			await expect(builder.period).toHaveValue("20 mins");
			await expect(builder.radio("Checkpoint storage", "S3")).toBeChecked();
			await expect(builder.field("URL")).toHaveValue("s3://bucket/key");
			await expect(builder.field("Access key ID")).toHaveValue("AKIAEXAMPLE");
			await expect(builder.field("Secret access key")).toHaveValue("wJalrXUtnFEMI");
			await builder.expectComplete();
		});
	}

	test("a key of several lines is handed out with its line breaks, which its field can't show", async ({
		checker,
		builder,
	}) => {
		const key = JSON.stringify(
			{
				client_email: "a@b.iam.gserviceaccount.com",
				private_key_id: "i",
				private_key: "-----BEGIN PRIVATE KEY-----\nYOURKEY==\n-----END PRIVATE KEY-----\n",
			},
			null,
			2,
		);
		await checker.editor.fill(`[worker]
enabled = true
checkpoint_location.gcs.url = "gs://bucket/ck"
checkpoint_location.gcs.google_service_account_key = '''${key}'''
`);
		await checker.use.click();
		const field = builder.field("Service account key");
		await expect(field).toHaveValue(key.replaceAll("\n", ""));
		// Whoever is there and leaves again has changed nothing.
		await field.focus();
		await field.blur();
		await builder.period.fill("20m");
		const downloading = builder.page.waitForEvent("download");
		await builder.page.getByRole("button", { name: "Download worker.toml" }).click();
		const { worker } = parse(await readDownload(await downloading)) as { worker: TomlTable };
		expect(worker).toMatchObject({ checkpoint_location: { gcs: { google_service_account_key: key } } });
	});

	test("what the form has no field for stays in the file and is listed", async ({ checker, page }) => {
		await checker.editor.fill(worker);
		await checker.use.click();
		const kept = page.getByRole("list", { name: "The form has no field for these. They stay in your file:" });
		await expect(kept.getByText("worker.task_service", { exact: true })).toBeVisible();
		await expect(kept.getByText("cluster_id", { exact: true })).toBeVisible();
		expect(await checker.text()).toBe(worker);
	});

	test("two files fill one form", async ({ checker, builder }) => {
		await checker.pick(["a.toml", scheduler], ["b.toml", worker]);
		await checker.use.click();
		await expect(builder.period).toHaveValue("20 mins");
		await expect(builder.field("URL")).toHaveValue("s3://bucket/key");
	});

	test("secrets get into the masked fields and no further", async ({ checker, builder, page }) => {
		await checker.editor.fill(worker);
		await checker.use.click();
		await expect(builder.field("Secret access key")).toHaveAttribute("type", "password");
		await expect(builder.field("Secret access key")).toHaveValue("wJalrXUtnFEMI");
		await expect.poll(() => page.evaluate(() => location.hash)).toContain("AKIAEXAMPLE");
		await expect.poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toContain("s3://bucket/key");
		const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
		expect(kept).not.toContain("wJalrXUtnFEMI");
		await expect(checker.panel.getByText("The form has these settings now.")).not.toContainText("wJalr");
	});

	test("the form that was there can be brought back", async ({ checker, builder }) => {
		await builder.period.fill("1h 30m");
		await checker.editor.fill(scheduler);
		await checker.use.click();
		await expect(builder.period).toHaveValue("20 mins");
		await checker.panel.getByRole("button", { name: "Undo" }).click();
		await expect(builder.period).toHaveValue("1h 30m");
		await expect(checker.use).toBeFocused();
	});
});

test.describe("from the form into the file", () => {
	test("is shown as a comparison, taken as one change, and offered under its own name", async ({
		checker,
		builder,
		page,
	}) => {
		await builder.period.fill("1h");
		await checker.pick(["my-leader.toml", scheduler]);
		await checker.put.click();
		const patch = page.getByRole("region", { name: "What changes in your file" });
		await expect(patch.getByRole("heading")).toBeFocused();
		await expect(patch.getByRole("deletion")).toHaveText('− period = "20 mins"\n');
		await expect(patch.getByRole("insertion")).toHaveText('+ period = "1h"\n');
		expect(await checker.text()).toBe(scheduler);
		await patch.getByRole("button", { name: "Accept the changes" }).click();
		await expect(patch).toHaveCount(0);
		await expect(page.getByRole("button", { name: "Download my my-leader.toml" })).toBeFocused();
		expect(await checker.download("my-leader.toml")).toBe(scheduler.replace("20 mins", "1h"));
		await checker.put.click();
		await expect(checker.panel.getByText("my-leader.toml has these settings already.")).toBeVisible();
		await checker.editor.press("ControlOrMeta+z");
		await expect.poll(() => checker.text()).toBe(scheduler);
	});

	test("whatever is no checkpoint setting stays byte for byte", async ({ checker, builder, page }) => {
		const text =
			"\ufeff# ümlaut\r\n\r\n[scheduler]   # spaced\r\n\tn_workers   = 4\r\ncheckpoint = {enabled=true,period='20m'} #!";
		await builder.period.fill("1h");
		await checker.pick(["config.toml", text]);
		await checker.put.click();
		await page.getByRole("button", { name: "Accept the changes" }).click();
		expect(await checker.download("config.toml")).toBe(text.replace("20m", "1h"));
	});

	test("a mixture of line ends stays one", async ({ checker, builder, page }) => {
		const text = "[scheduler]\r\nn_workers = 4\ncheckpoint.enabled = true\r\ncheckpoint.period = '20m'\n";
		await builder.period.fill("1h");
		await checker.pick(["config.toml", text]);
		await checker.put.click();
		await page.getByRole("button", { name: "Accept the changes" }).click();
		expect(await checker.download("config.toml")).toBe(text.replace("20m", "1h"));
	});

	test("the old backend's keys go, and no secret is shown", async ({ checker, page }) => {
		await checker.editor.fill(worker);
		await checker.put.click();
		const patch = page.getByRole("region", { name: "What changes in your file" });
		await expect(patch.getByRole("deletion").filter({ hasText: "aws_secret_access_key" })).toContainText("••••");
		await expect(patch).not.toContainText("wJalrXUtnFEMI");
		await expect(patch.getByRole("insertion").last()).toContainText("/mnt/storage/polars/checkpoints");
	});

	test("two files each get their part", async ({ checker, builder, page }) => {
		await builder.period.fill("1h");
		await checker.pick(["a.toml", scheduler], ["b.toml", worker]);
		await checker.put.click();
		const patch = page.getByRole("region", { name: "What changes in your files" });
		await expect(patch.getByRole("figure", { name: /^a\.toml/ })).toContainText('+ period = "1h"');
		await expect(patch.getByRole("figure", { name: /^b\.toml/ })).toContainText("shared_filesystem");
		await patch.getByRole("button", { name: "Accept the changes" }).click();
		expect(await checker.download("b.toml")).toContain('task_service.public_addr = "10.0.0.1"');
		await page.getByRole("tab", { name: "a.toml" }).click();
		expect(await checker.download("a.toml")).toBe(scheduler.replace("20 mins", "1h"));
	});

	test("the comparison follows the form and the text, and can be discarded", async ({ checker, builder, page }) => {
		await checker.editor.fill(scheduler);
		await checker.put.click();
		const patch = page.getByRole("region", { name: "What changes in your file" });
		await expect(patch).toContainText('+ period = "10 mins"');
		await builder.period.fill("2h");
		await expect(patch).toContainText('+ period = "2h"');
		await patch.getByRole("button", { name: "Discard" }).focus();
		await page.keyboard.press("Escape");
		await expect(patch).toHaveCount(0);
		await expect(checker.put).toBeFocused();
		await expect(checker.panel).toBeVisible();
		expect(await checker.text()).toBe(scheduler);
	});

	test("is off with a reason while the form or the text is not right", async ({ checker, builder, page }) => {
		await expect(checker.put).toBeDisabled();
		await expect(checker.put).toHaveAccessibleDescription("Off until there is a text.");
		await checker.editor.fill(scheduler);
		await expect(checker.put).toBeEnabled();
		await builder.period.fill("10 Mins");
		await expect(checker.put).toBeDisabled();
		await expect(checker.put).toHaveAccessibleDescription(/^Off until the form is complete: .*“Mins”/);
		await expect(checker.use).toBeEnabled();
		await page.getByRole("button", { name: "Go to the field" }).click();
		await expect(builder.period).toBeFocused();
	});
});
