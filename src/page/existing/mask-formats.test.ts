import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { type ConfigFormat, configFormats } from "../../core/config-file/format.ts";
import { mask } from "../../core/text/mask.ts";
import { maskSecrets } from "./mask-secrets.ts";

/** A text that no shape gives away, and that stands nowhere else. */
const secret = fc.stringMatching(/^Zq[a-z\d]{6,14}$/);

const hiddenNames = fc.constantFrom("AWS_SECRET_ACCESS_KEY", "AZURE_STORAGE_ACCOUNT_KEY", "DB_PASSWORD", "API_TOKEN");
const hiddenOptions = fc.constantFrom(
	"aws_secret_access_key",
	"AWS_SESSION_TOKEN",
	"azure_storage_account_key",
	"service_account_key",
	"aws_secrt_acess",
	"no_such_option",
);

/** What a manifest or values can hold a secret in. */
const trees = secret
	.chain((text) =>
		fc.record({
			text: fc.constant(text),
			name: hiddenNames,
			option: hiddenOptions,
			any: fc.stringMatching(/^[a-z]{1,8}$/),
		}),
	)
	.chain(({ text, name, option, any }) => {
		const s3 = {
			enabled: true,
			url: "s3://bucket/key",
			options: [
				{ name: "aws_region", value: "x" },
				{ name: option, value: text },
			],
		};
		const manifest = { apiVersion: "pola.rs/v1alpha1", kind: "PolarsCluster", metadata: { name: "team" } };
		const files = { "polars.toml": `[worker.checkpoint_location.s3]\n${option} = "${text}"\n` };
		return fc.record({
			text: fc.constant(text),
			tree: fc.constantFrom<unknown>(
				{ checkpoint: { enabled: true, period: "10m" }, checkpointData: { s3 } },
				{ ...manifest, spec: { checkpointData: { s3 }, workerPool: { replicas: 2 } } },
				{ ...manifest, spec: { checkpointData: { s3: { ...s3, [option]: text } } } },
				{ ...manifest, spec: { checkpointData: { s3: { url: `s3://user:${text}@bucket/key` } } } },
				{
					...manifest,
					spec: { workerPool: { template: { spec: { containers: [{ env: [{ name, value: text }] }] } } } },
				},
				{
					worker: {
						env: [
							{ value: text, name },
							{ name: "LOG", value: "info" },
						],
					},
				},
				{
					apiVersion: "v1",
					kind: "Secret",
					metadata: { name: "a" },
					stringData: { [any]: text, other: `a\n\n  b ${text}\n` },
				},
				{ apiVersion: "v1", kind: "Secret", data: { [any]: text } },
				{ kind: "List", items: [{ kind: "Secret", data: { [any]: text } }] },
				{ kind: "ConfigMap", data: files },
				{ license: { clientSecret: { [any]: [text, { [any]: text }] } } },
				{ [name]: text },
				{ [any]: ["a", `https://user:${text}@host/`] },
			),
		});
	});

const yamls = trees.chain(({ text, tree }) =>
	fc
		.record({
			indent: fc.constantFrom(2, 4),
			type: fc.constantFrom(
				"PLAIN" as const,
				"QUOTE_SINGLE" as const,
				"QUOTE_DOUBLE" as const,
				"BLOCK_LITERAL" as const,
				"BLOCK_FOLDED" as const,
			),
			collectionStyle: fc.constantFrom("any" as const, "flow" as const),
			lineWidth: fc.constantFrom(0, 20),
		})
		.map(({ type, ...options }) => ({
			text,
			yaml: stringify(tree, { ...options, defaultStringType: type, defaultKeyType: "PLAIN" }),
		})),
);

const spoils: readonly ((yaml: string) => string)[] = [
	(yaml) => yaml,
	(yaml) => yaml.replaceAll("\n", "\r\n"),
	(yaml) => `a: 1 # it's\n---\n${yaml}`,
	(yaml) => `${yaml}\n---\nbroken: [\n`,
	(yaml) => yaml.replace(/^/gm, "# "),
	(yaml) => `{{- if .Values.x }}\n${yaml}{{- end }}\n`,
	(yaml) => `kubectl apply -f - <<EOF\n${yaml}EOF\n`,
	(yaml) => `helm upgrade polars polars/polars -f - <<'EOF'\n${yaml}EOF\n`,
];

const check = (whole: string, text: string, formats: readonly ConfigFormat[] = configFormats) => {
	for (const format of formats) {
		const masked = maskSecrets(whole, format);
		expect(masked, format).not.toContain(text);
		expect(masked.split("\n"), format).toHaveLength(whole.split("\n").length);
	}
};

test("no secret of YAML shows, whatever the text is taken for", () => {
	fc.assert(
		fc.property(yamls, fc.constantFrom(...spoils), fc.constantFrom(...configFormats), ({ text, yaml }, spoil, format) =>
			check(spoil(yaml), text, [format]),
		),
		{ numRuns: 150 },
	);
});

test("no secret of a file of variables shows, to systemd and to Docker", () => {
	const name = fc.oneof(
		hiddenNames,
		hiddenOptions.map((option) => `PC_CUBLET__worker__checkpoint_location__s3__${option}`),
	);
	const line = fc.constantFrom(
		(name: string, text: string) => `${name}=${text}`,
		(name: string, text: string) => `export ${name}="${text}"`,
		(name: string, text: string) => `${name} = '${text}'`,
		(name: string, text: string) => `${name}="a\n${text}\nb"`,
		(name: string, text: string) => `${name}=a\\\n${text}`,
		(name: string, text: string) => `# ${name}=${text}`,
		(name: string, text: string) => `;${name}=${text}`,
		(name: string, text: string) => `OPEN='\n${name}=${text}`,
		(_: string, text: string) => `PROXY=http://user:${text}@host:80`,
	);
	fc.assert(
		fc.property(name, secret, line, fc.constantFrom("\n", "\r\n"), (name, text, write, end) => {
			const lines = ["PC_CUBLET__scheduler__enabled=true", write(name, text), "LAST=1"].join("\n");
			check(lines.replaceAll("\n", end), text, ["env", "shell"]);
		}),
	);
});

test("no secret of a shell script shows", () => {
	const line = fc.constantFrom(
		(name: string, text: string) => `export ${name}=${text}`,
		(name: string, text: string) => `${name}="${text}" ./run`,
		(name: string, text: string) => `${name}='a\n${text}'`,
		(_: string, text: string) => `kubectl create secret generic polars-checkpoint \\\n  --from-literal=value=${text}`,
		(_: string, text: string) => `kubectl create secret generic a --from-env-file=/dev/stdin <<EOF\nid=${text}\nEOF`,
		(_: string, text: string) => `helm upgrade a b --set 'checkpointData.s3.options[0].value=${text}'`,
		(name: string, text: string) => `docker run -e ${name}=${text} image`,
		(name: string, text: string) => `aws configure set ${name} ${text}`,
		(_: string, text: string) => `curl -u user:${text} https://host`,
		(_: string, text: string) => `login --password ${text}`,
		(_: string, text: string) => `curl -H "Authorization: Bearer ${text}" https://host`,
		(name: string, text: string) => `# export ${name}=${text}`,
		(name: string, text: string) => `cat > /etc/polars.env <<-'END'\n\t${name}=${text}\n\tEND`,
		(_: string, text: string) => `cat > w.toml <<EOF\n[worker.checkpoint_location.s3]\nno_such_option = "${text}"\nEOF`,
		(name: string, text: string) => `${name}=$(cat <<EOF\n${text}\nEOF\n)`,
	);
	fc.assert(
		fc.property(hiddenNames, secret, line, fc.constantFrom(...configFormats), (name, text, write, format) => {
			check(["#!/bin/sh", "set -eu # it's", write(name, text), "echo done"].join("\n"), text, [format]);
		}),
	);
});

test.each<[ConfigFormat, string]>([
	[
		"helm_values",
		`checkpointData:\n  s3:\n    options:\n      - name: &n aws_region\n        value: x\n      - {value: Zqplanted, name: aws_secret_access_key}\n`,
	],
	["helm_values", "x: &x Zqplanted\npassword: *x\n"],
	[
		"helm_values",
		"x: &x {name: aws_secret_access_key}\ncheckpointData: {s3: {options: [{<<: *x, value: Zqplanted}]}}\n",
	],
	[
		"helm_values",
		"x: &x {value: Zqplanted}\ncheckpointData: {s3: {options: [{<<: *x, name: aws_secret_access_key}]}}\n",
	],
	["polars_cluster", "kind: Secret\nstringData:\n  # old: Zqplanted\n  a: b\n"],
	["polars_cluster", "kind: Secret\nstringData:\n  a: b # Zqplanted\n"],
	["polars_cluster", "options:\n  - name: aws_secret_access_key\n    # value: Zqplanted\n"],
	[
		"polars_cluster",
		"spec:\n  checkpointData:\n    s3:\n      options:\n       - name: aws_secret_access_key\n      value: Zqplanted\n",
	],
	["polars_cluster", "kind: Secret\nstringData:\n\ta: Zqplanted\n"],
	["toml", 'aws_secret_access_key: "Zqplanted"\n[worker]\n'],
	["toml", "password = '''\nZqplanted\n'''\n= x\n"],
])("nobody reads the secret of %s: %s", (format, text) => check(text, "Zqplanted", [format]));

test.each<[ConfigFormat, string]>([
	[
		"polars_cluster",
		"# The team's cluster.\napiVersion: pola.rs/v1alpha1\nkind: PolarsCluster\nmetadata:\n  name: team # ours\nspec:\n  checkpoint:\n    enabled: true\n    period: 10m # often\n  checkpointData:\n    s3:\n      url: s3://bucket/key\n      options:\n        - name: aws_region\n          value: eu-west-1\n        - name: aws_secret_access_key\n          valueFrom:\n            secretKeyRef:\n              name: polars-checkpoint\n              key: aws_secret_access_key\n",
	],
	[
		"polars_cluster",
		"license:\n  clientSecret:\n    valueFrom:\n      secretKeyRef:\n        name: a\n        key: clientSecret\n",
	],
	[
		"helm_values",
		"checkpoint:\n  enabled: true\n  period: 10m\ncheckpointData:\n  s3:\n    enabled: true\n    endpoint: s3://bucket/key\n    options:\n      - {name: aws_region, value: eu-west-1}\nimagePullSecrets:\n  - name: registry\n",
	],
	[
		"env",
		"# ours\nPC_CUBLET__scheduler__checkpoint__period=10m\nPC_CUBLET__worker__checkpoint_location__s3__url=s3://bucket/key\nPC_CUBLET__worker__checkpoint_location__s3__aws_region=eu-west-1\nLOG_LEVEL=info\n",
	],
	[
		"shell",
		"#!/bin/sh\nset -eu\nhelm upgrade --install polars polars/polars -f values.yaml\nmkdir -p /mnt/polars\ncat > w.toml <<EOF\n[worker]\nenabled = true\nEOF\n",
	],
])("everybody reads %s that holds no secret", (format, text) => {
	expect(maskSecrets(text, format)).toBe(text);
});

test("the values beside a secret stay", () => {
	const text = "AWS_REGION=eu\nAWS_SECRET_ACCESS_KEY=abc\nLOG=info\n";
	expect(maskSecrets(text, "env")).toBe(`AWS_REGION=eu\nAWS_SECRET_ACCESS_KEY=${mask}\nLOG=info\n`);
});
