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

test("a file in one format is had in another: it is closed, and an output chosen", async ({ existing, builder }) => {
	await existing.open(env);
	await expect(existing.pane).toContainText("close the file and choose an output");
	await existing.pane.getByRole("button", { name: /^Close file/ }).click();
	await builder.choose("Output", "Helm values");
	const values = builder.file("values.yaml");
	await expect(values).toContainText('period: "10m"');
	await expect(values).toContainText('endpoint: "s3://bucket/key"');
});
