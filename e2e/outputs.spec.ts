import { readFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { parse as parseYaml } from "yaml";
import { type Builder, expect, test } from "./test.ts";

const secret = "a secret/with+signs";

test.beforeEach(async ({ builder }) => {
	await builder.choose("Checkpoint storage", "S3");
	await builder.fill({ URL: "s3://team/dir", "Access key ID": "AKIA", "Secret access key": secret });
});

const name = "PC_CUBLET__worker__checkpoint_location__s3__aws_secret_access_key";

test.describe("secrets in environment variables", () => {
	test.beforeEach(async ({ builder }) => builder.choose("Secrets", "In environment variables"));

	test("worker.toml carries none, and worker.env holds them", async ({ builder }) => {
		expect(await builder.text("worker.toml")).not.toContain(secret);
		expect(await builder.text("worker.env")).toBe(`${name}=${secret}\n`);
		await expect(builder.page.getByRole("button", { name: "Copy worker.env" })).toBeEnabled();
	});

	test("what the format can't carry is an error on its field, with what to do instead", async ({ builder, page }) => {
		await builder.field("Secret access key").fill('"quoted');
		await expect(builder.field("Secret access key")).toHaveAttribute("aria-invalid", "true");
		await expect(page.getByRole("button", { name: "Copy worker.env" })).toBeDisabled();
		await expect(page.getByRole("button", { name: "Copy worker.toml" })).toBeEnabled();
		await page.getByRole("button", { name: "Keep secrets in the TOML" }).click();
		await expect(builder.radio("Secrets", "In the TOML")).toBeChecked();
		await expect(builder.downloadAll).toBeEnabled();
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
		await expect(builder.downloadAll).toBeEnabled();
	});

	test("all files come in one download", async ({ builder, page }) => {
		const waiting = page.waitForEvent("download");
		await builder.downloadAll.click();
		const files = unzipSync(await readFile(await (await waiting).path()));
		expect(Object.keys(files)).toEqual(["polars-cluster.yaml", "checkpoint.yaml", "checkpoint-secret.yaml"]);
	});
});

test("the link carries which output is shown", async ({ builder, page }) => {
	await builder.choose("Output", "Kubernetes operator");
	await expect.poll(() => page.evaluate(() => location.hash)).toContain("output=operator");
	await page.reload();
	await expect(builder.file("checkpoint.yaml")).toBeVisible();
});

test.describe("apply it", () => {
	for (const [output, commands] of [
		["TOML files", ["aws s3 mb s3://team", "polars-on-premises service --config-path", "aws s3 ls"]],
		["Environment variables", ["aws s3 mb s3://team", "EnvironmentFile=", "polars-on-premises service"]],
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
