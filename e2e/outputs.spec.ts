import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { parse as parseYaml } from "yaml";
import { type Builder, expect, test } from "./test.ts";

const secret = "a secret/with+signs";

test.beforeEach(async ({ builder }) => {
	await builder.choose("Checkpoint storage", "S3");
	await builder.fill({ URL: "s3://team/dir", "Access key ID": "AKIA", "Secret access key": secret });
});

const name = "PC_CUBLET__worker__checkpoint_location__s3__aws_secret_access_key";

test.describe("secrets in environment variables", () => {
	test.beforeEach(async ({ builder }) => builder.choose("Secrets go to", "Environment variables"));

	test("worker.toml carries none, and worker.env holds them", async ({ builder }) => {
		expect(await builder.text("worker.toml")).not.toContain(secret);
		expect(await builder.text("worker.env")).toBe(`${name}=${secret}\n`);
		await expect(builder.file("worker.env")).not.toContainText("to fix");
	});

	test("what the format can't carry is an error on its field, with what to do instead", async ({ builder, page }) => {
		await builder.field("Secret access key").fill('"quoted');
		await expect(builder.field("Secret access key")).toHaveAttribute("aria-invalid", "true");
		await expect(builder.file("worker.env")).toContainText("to fix");
		await expect(builder.file("worker.toml")).not.toContainText("to fix");
		await page.getByRole("button", { name: "Keep secrets in the TOML" }).click();
		await expect(builder.radio("Secrets go to", "TOML file")).toBeChecked();
		await builder.expectComplete();
	});
});

test("environment variables only: both halves, no TOML", async ({ builder }) => {
	await builder.choose("Output", "Environment variables");
	expect(await builder.text("scheduler.env")).toBe(
		"PC_CUBLET__scheduler__enabled=true\nPC_CUBLET__scheduler__checkpoint__enabled=true\nPC_CUBLET__scheduler__checkpoint__period=10 mins\n",
	);
	expect(await builder.text("worker.env")).toContain(`${name}=${secret}\n`);
	await expect(builder.file("worker.toml")).toHaveCount(0);
	await expect(builder.page.getByRole("radiogroup", { name: "Key style" })).toHaveCount(0);
});

test.describe("the Kubernetes operator", () => {
	test.beforeEach(async ({ builder }) => {
		await builder.choose("Output", "Kubernetes operator");
		await expect(builder.file("checkpoint.yaml")).toBeVisible();
	});

	const yaml = async (builder: Builder, file: string) => parseYaml(await builder.text(file));

	test("a manifest, the bare block, and the Secret beside it", async ({ builder }) => {
		const checkpoint = {
			period: "10m",
			data: {
				s3: {
					endpoint: "s3://team/dir",
					options: [
						{ name: "aws_access_key_id", value: "AKIA" },
						{
							name: "aws_secret_access_key",
							valueFrom: { secretKeyRef: { name: "polars-checkpoint", key: "aws_secret_access_key" } },
						},
					],
				},
			},
		};
		expect(await yaml(builder, "checkpoint.yaml")).toEqual({ checkpoint });
		expect(await yaml(builder, "polars-cluster.yaml")).toMatchObject({
			apiVersion: "compute.pola.rs/v1alpha1",
			kind: "PolarsCluster",
			spec: { checkpoint },
		});
		expect(await yaml(builder, "checkpoint-secret.yaml")).toMatchObject({
			kind: "Secret",
			stringData: { aws_secret_access_key: secret },
		});
		for (const file of ["polars-cluster.yaml", "checkpoint.yaml"]) {
			expect(await builder.text(file)).not.toContain(secret);
		}
	});

	test("a period that Go can't say is rounded with a warning", async ({ builder }) => {
		await builder.period.fill("5000000h");
		await expect.poll(() => builder.description(builder.period)).toContain("this becomes 2562047h");
		await builder.expectComplete();
	});

	test("all files come in one download", async ({ builder, page }) => {
		const waiting = page.waitForEvent("download");
		await builder.downloadAll.click();
		const files = unzipSync(await readFile(await (await waiting).path()));
		expect(Object.keys(files)).toEqual([
			"polars-cluster.yaml",
			"checkpoint.yaml",
			"checkpoint-secret.yaml",
			"test_checkpoint_location.py",
			"checkpoint-test.yaml",
		]);
	});
});

test.describe("Helm values", () => {
	const values = async (builder: Builder) => parseYaml(await builder.text("values.yaml"));

	test.beforeEach(async ({ builder }) => {
		await builder.choose("Output", "Helm values");
		await expect(builder.file("values.yaml")).toBeVisible();
	});

	test("of an object store: texts, and the Secret beside them", async ({ builder }) => {
		expect(await values(builder)).toEqual({
			checkpoint: { period: "10 mins" },
			checkpointData: {
				s3: {
					enabled: true,
					endpoint: "s3://team/dir",
					options: [
						{ name: "aws_access_key_id", value: "AKIA" },
						{
							name: "aws_secret_access_key",
							valueFrom: { secretKeyRef: { name: "polars-checkpoint", key: "aws_secret_access_key" } },
						},
					],
				},
			},
		});
		expect(await builder.text("values.yaml")).not.toContain(secret);
		expect(parseYaml(await builder.text("checkpoint-secret.yaml"))).toMatchObject({
			kind: "Secret",
			stringData: { aws_secret_access_key: secret },
		});
		await expect(builder.page.getByRole("radiogroup", { name: "Volume" })).toHaveCount(0);
	});

	test("of a shared filesystem, on the volume that is chosen", async ({ builder, page }) => {
		await builder.choose("Checkpoint storage", "Shared filesystem");
		await builder.field("Path").fill("/mnt/ck");
		await builder.choose("Volume", "NFS share at this path");
		await expect(builder.file("values.yaml")).toContainText("to fix");
		await builder.fill({ "NFS server": "nas.example.com:/exports/ck" });
		await page.getByRole("button", { name: "Split it up" }).click();
		await expect(builder.field("NFS export")).toHaveValue("/exports/ck");
		await builder.expectComplete();
		expect((await values(builder)).worker.deployment).toEqual({
			volumes: [{ name: "checkpoints", nfs: { server: "nas.example.com", path: "/exports/ck" } }],
			runtimeContainer: { volumeMounts: [{ name: "checkpoints", mountPath: "/mnt/ck" }] },
		});
		await builder.choose("Volume", "New claim at the chart's path");
		await expect(builder.field("Path")).toHaveCount(0);
		await builder.fill({ "Storage class": "cephfs", Size: "1TiB" });
		await page.getByRole("button", { name: "Use 1Ti" }).click();
		await builder.expectComplete();
		expect((await values(builder)).checkpointData).toEqual({
			sharedPersistentVolumeClaim: { enabled: true, create: true, storageClassName: "cephfs", size: "1Ti" },
		});
		await builder.choose("Output", "TOML files");
		await expect(builder.field("Path")).toHaveValue("/mnt/ck");
		await expect(page.getByRole("radiogroup", { name: "Volume" })).toHaveCount(0);
	});

	test("of workers with an identity name their account, which the steps make", async ({ builder, page }) => {
		const group = page.getByRole("radiogroup", { name: "Credentials" });
		expect(await builder.description(group)).toContain("is safer: no stored key");
		await builder.choose("Credentials", "Workers' own");
		expect(await builder.description(group)).not.toContain("safer");
		await builder.field("Service account").fill("polars-worker");
		await expect
			.poll(async () => (await values(builder)).worker)
			.toEqual({ serviceAccount: { name: "polars-worker" } });
		await page.getByText("Apply it").click();
		await expect(page.getByText("--service-account=polars-worker")).toBeVisible();
	});
});

test("the link carries which output is shown", async ({ builder, page }) => {
	await builder.choose("Output", "Kubernetes operator");
	await expect.poll(() => page.evaluate(() => location.hash)).toContain("output=operator");
	await page.reload();
	await expect(builder.file("checkpoint.yaml")).toBeVisible();
});

test.describe("a schema line", () => {
	const box = (page: Page) => page.locator("input[name=schema]");
	const set = async (page: Page, checked: boolean) => {
		const menu = page.locator("details", { has: box(page) });
		if (!(await box(page).isVisible())) await menu.locator("summary").click();
		await box(page).setChecked(checked);
		await menu.press("Escape");
	};
	const line = (page: Page, file: string) => `#:schema ${new URL(file, page.url()).href}`;
	const firstLine = async (builder: Builder, file: string) => (await builder.text(file)).split("\n")[0];

	test("stands first in each TOML file, and names a schema that the page serves", async ({
		builder,
		page,
		request,
	}) => {
		const before = await builder.text("worker.toml");
		await expect(box(page)).not.toBeChecked();
		await set(page, true);
		const worker = line(page, "worker.schema.json");
		await expect.poll(() => builder.text("worker.toml")).toBe(`${worker}\n${before}`);
		expect(await firstLine(builder, "scheduler.toml")).toBe(line(page, "scheduler.schema.json"));
		const served = await request.get(worker.replace("#:schema ", ""));
		expect((await served.json()).$schema).toBe("http://json-schema.org/draft-07/schema#");
		await builder.choose("Files", "One file");
		await expect.poll(() => firstLine(builder, "config.toml")).toBe(line(page, "config.schema.json"));
		await set(page, false);
		await expect(builder.file("config.toml").locator("code")).not.toContainText("#:schema");
		await expect.poll(() => page.evaluate(() => location.hash)).not.toContain("schema");
	});

	test("is copied and downloaded with its file", async ({ builder, page, context }) => {
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await set(page, true);
		await page.getByRole("button", { name: "Copy worker.toml" }).click();
		await expect
			.poll(() => page.evaluate(() => navigator.clipboard.readText()))
			.toBe(await builder.text("worker.toml"));
		const waiting = page.waitForEvent("download");
		await builder.downloadAll.click();
		const files = unzipSync(await readFile(await (await waiting).path()));
		expect(strFromU8(files["scheduler.toml"] ?? new Uint8Array())).toMatch(
			`${line(page, "scheduler.schema.json")}\n[scheduler]\n`,
		);
	});

	test("is kept over a reload and in the link, and is no part of the other outputs", async ({ builder, page }) => {
		await set(page, true);
		await expect.poll(() => page.evaluate(() => location.hash)).toContain(`schema=${new URL("./", page.url())}`);
		await page.reload();
		await expect(box(page)).toBeChecked();
		await page.goto("about:blank");
		await page.goBack();
		await expect(box(page)).toBeChecked();
		expect(await firstLine(builder, "worker.toml")).toBe(line(page, "worker.schema.json"));
		for (const [output, file] of [
			["Environment variables", "worker.env"],
			["Kubernetes operator", "checkpoint.yaml"],
		] as const) {
			await builder.choose("Output", output);
			await expect(builder.file(file)).toBeVisible();
			await expect(box(page)).toHaveCount(0);
			expect(await builder.text(file)).not.toContain("schema");
		}
	});

	test("with a link's own address, says so, and goes back to the page's", async ({ builder, page }) => {
		await page.goto("./#v=1&schema=https://other.example/a/");
		await expect(box(page)).toBeChecked();
		await expect(box(page)).toHaveAccessibleDescription(/https:\/\/other\.example\/a\/$/);
		await expect
			.poll(() => firstLine(builder, "worker.toml"))
			.toBe("#:schema https://other.example/a/worker.schema.json");
		await set(page, false);
		await set(page, true);
		await expect.poll(() => firstLine(builder, "worker.toml")).toBe(line(page, "worker.schema.json"));
	});

	test("is never made of anything else, which keeps the files back until it is gone", async ({ builder, page }) => {
		await page.goto("./#v=1&schema=https://x/%0A[scheduler]%0Aenabled=false%0A%23/");
		await expect(builder.file("worker.toml")).toContainText("to fix");
		await expect(box(page)).toHaveAccessibleDescription(/Error: Write the address of a folder/);
		expect(await builder.text("scheduler.toml")).toMatch(/^\[scheduler\]\nenabled = true\n/);
		await builder.choose("Output", "Kubernetes operator");
		await page
			.getByRole("region", { name: "to fix" })
			.getByRole("button", { name: "Start with a schema line" })
			.click();
		await expect(box(page)).toBeFocused();
		await page.keyboard.press("Space");
		await builder.expectComplete();
		await expect(box(page)).toBeFocused();
	});

	test("can be repaired", async ({ builder, page }) => {
		await page.goto("./#v=1&schema=https://other.example/worker.schema.json");
		await page
			.getByRole("region", { name: "to fix" })
			.getByRole("button", { name: "Start with a schema line" })
			.click();
		await page.getByRole("button", { name: "Use https://other.example/" }).click();
		await expect(box(page)).toBeFocused();
		await expect
			.poll(() => firstLine(builder, "worker.toml"))
			.toBe("#:schema https://other.example/worker.schema.json");
		await builder.expectComplete();
	});
});

test.describe("apply it", () => {
	for (const [output, commands] of [
		["TOML files", ["aws s3 mb s3://team", "polars-on-premises service --config-path", "aws s3 ls"]],
		["Environment variables", ["aws s3 mb s3://team", "EnvironmentFile=", "polars-on-premises service"]],
		[
			"Helm values",
			["aws s3 mb s3://team", "kubectl create secret generic polars-checkpoint", "helm upgrade --install"],
		],
		["Kubernetes operator", ["aws s3 mb s3://team", "kubectl create secret generic polars-checkpoint", "kubectl"]],
	] as const) {
		test(`${output}: the steps in order, with commands that hold no secret`, async ({ builder, page }) => {
			await builder.choose("Output", output);
			await page.getByText("Apply it").click();
			const steps = page
				.getByRole("list")
				.filter({ has: page.locator("pre") })
				.getByRole("listitem");
			await expect(steps.first()).toBeVisible();
			const text = (await steps.allTextContents()).join("\n");
			let at = -1;
			for (const command of commands) {
				const next = text.indexOf(command, at + 1);
				expect(next, command).toBeGreaterThan(at);
				at = next;
			}
			expect(text).not.toContain(secret);
		});
	}

	test("a command can be copied", async ({ builder, page, context }) => {
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await builder.page.getByText("Apply it").click();
		await page.getByRole("button", { name: "Copy command: Create the bucket" }).click();
		await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("aws s3 mb s3://team");
	});
});
