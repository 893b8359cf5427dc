import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./existing.ts";

const cluster = `# The team's cluster. Ask before you change it.
apiVersion: compute.pola.rs/v1alpha1
kind: PolarsCluster
metadata:
  name: team # ours
spec:
  license:
    onPrem:
      clientSecret:
        value: hunter2Planted
  checkpoint:
    period: 10m   # was 5m
    data:
      s3:
        endpoint: 's3://bucket/key'
        options:
          - { name: aws_region, value: "eu-west-1" }
  workerPool:
    replicas: 3
`;
const values = `# Values of the chart, by hand.
checkpoint:
  period: "10m" # often
checkpointData:
  s3:
    enabled: true
    endpoint: s3://bucket/key
    options:
      - name: aws_region
        value: eu-west-1
worker:
  replicas: 3   # as many as the node pool has
  env:
    - { name: PROXY_PASSWORD, value: hunter2Planted }
`;
const env = `# A worker's and the scheduler's.
PC_CUBLET__cluster_id=team
PC_CUBLET__scheduler__enabled=true
PC_CUBLET__scheduler__checkpoint__enabled=true
PC_CUBLET__scheduler__checkpoint__period=10m
PC_CUBLET__worker__enabled=true
PC_CUBLET__worker__checkpoint_location__s3__url=s3://bucket/key
PC_CUBLET__worker__checkpoint_location__s3__aws_access_key_id=AKIAEXAMPLE
PC_CUBLET__worker__checkpoint_location__s3__aws_secret_access_key=hunter2Planted
LOG_LEVEL=info
`;

for (const [format, title, name, text, output] of [
	["polars_cluster", "PolarsCluster", "cluster.yaml", cluster, "operator"],
	["helm_values", "Helm values", "values.yaml", values, "helm"],
	["env", "Environment variables", "polars.env", env, "environment"],
] as const) {
	test(`a period is changed in ${title}, and nothing else`, async ({ existing, builder, page, context }) => {
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await existing.open(text);
		await expect(existing.format(name)).toHaveValue(format);
		await expect(builder.period).toHaveValue("10m");
		await expect(page.locator('[name="s3.url"]')).toHaveValue("s3://bucket/key");
		await expect.poll(() => page.evaluate(() => location.hash)).toContain(`output=${output}`);
		await expect(existing.changes()).toHaveCount(0);
		await expect(existing.pane).not.toContainText("hunter2Planted");
		await builder.period.fill("1h");
		await expect(existing.changes()).toHaveCount(2);
		await existing.pane.getByRole("button", { name: `Copy ${name}` }).click();
		await expect
			.poll(() => page.evaluate(() => navigator.clipboard.readText()))
			.toBe(text.replace(/(period(?:: "?|=))10m/, "$11h"));
	});

	for (const colorScheme of ["light", "dark"] as const) {
		test(`${title} is accessible in the ${colorScheme} theme`, async ({ existing, builder, page }) => {
			await page.emulateMedia({ colorScheme });
			await existing.open(text);
			await builder.period.fill("1h");
			await expect(existing.changes()).toHaveCount(2);
			expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		});
	}
}

test("a text that could be several things is read as what somebody says it is, and Undo takes that back", async ({
	existing,
	builder,
}) => {
	await existing.open(env);
	await existing.format("polars.env").selectOption("TOML");
	await expect(existing.pane).toContainText("can’t be read yet");
	await expect(existing.pane).not.toContainText("hunter2Planted");
	await existing.undo.click();
	await expect(existing.format("polars.env")).toHaveValue("env");
	await expect(existing.pane).toContainText("sets a checkpoint period of 10m");
	await expect(builder.period).toHaveValue("10m");
});

test("a file is had in another format with one click, its own stays open, and secrets stay hidden", async ({
	existing,
	builder,
	page,
}) => {
	await existing.open(env);
	const list = existing.pane.getByRole("list", { name: "Get it as" });
	await expect(list.getByRole("button")).toHaveText(["TOML files", "Helm values", "Kubernetes operator"]);
	await list.getByRole("button", { name: "Helm values" }).click();
	const converted = page.getByRole("region", { name: "Your file in another format" });
	await expect(converted.getByRole("heading", { name: "Your file in another format" })).toBeFocused();
	const written = builder.file("values.yaml");
	await expect(written).toContainText('period: "10m"');
	await expect(written).toContainText('endpoint: "s3://bucket/key"');
	await expect(builder.file("checkpoint-secret.yaml")).toBeVisible();
	await expect(converted).not.toContainText("hunter2Planted");
	await converted.getByText("2 other keys of polars.env have no place here").click();
	await expect(converted.getByRole("listitem").filter({ hasText: "LOG_LEVEL" })).toBeVisible();
	// Another output is a click away, too, and follows the form.
	await builder.choose("Output", "TOML files");
	await builder.period.fill("1h");
	await expect(converted).toContainText('period = "1h"');
	await converted.getByRole("button", { name: "Back to your file" }).click();
	await expect(existing.pane.getByRole("heading", { name: "Your file" })).toBeFocused();
	await expect(existing.changes()).toHaveCount(2);
	await expect.poll(() => page.evaluate(() => location.hash)).toContain("output=environment");
});

test("what can't be read, or says nothing of checkpoints, is had in no other format", async ({ existing }) => {
	await existing.open("[worker]\nenabled = tru\n");
	await expect(existing.pane).toContainText("can’t be read yet");
	await expect(existing.pane.getByRole("list", { name: "Get it as" })).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
	test(`a file in another format is accessible in the ${colorScheme} theme`, async ({ existing, page }) => {
		await page.emulateMedia({ colorScheme });
		await existing.open(values);
		await existing.pane.getByRole("button", { name: "Environment variables" }).click();
		await expect(page.getByRole("region", { name: "Your file in another format" })).toBeVisible();
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	});
}
