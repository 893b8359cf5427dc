import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod/mini";
import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { listSettings } from "../draft/setting.ts";
import { joinLines } from "../listing.ts";
import { operator } from "./operator.ts";
import { validDraft } from "./writable-draft.arbitrary.ts";

const read = (draft: CheckpointDraft): Record<string, unknown> =>
	Object.fromEntries(
		operator.layout(draft).map(({ name, lines }) => [name, parse(joinLines(lines), { version: "1.1" })]),
	);

const text = z.string().check(z.minLength(1));
const fromSecret = z.strictObject({
	valueFrom: z.strictObject({ secretKeyRef: z.strictObject({ name: text, key: text }) }),
});
const options = z.optional(
	z.array(
		z.union([
			z.strictObject({ name: text, value: text }),
			z.strictObject({ name: text, valueFrom: fromSecret.shape.valueFrom }),
		]),
	),
);

/** The block, as docs/api.md of polars-k8s-operator describes `CheckpointSpec`. */
const checkpoint = z.strictObject({
	period: z.string().check(z.regex(/^(?:\d+(?:h|m|s|ms|us|ns))+$/)),
	data: z.union([
		z.strictObject({ sharedFilesystem: z.strictObject({ path: z.string().check(z.startsWith("/")) }) }),
		z.strictObject({ s3: z.strictObject({ endpoint: z.string().check(z.startsWith("s3://")), options }) }),
		z.strictObject({ gcs: z.strictObject({ endpointURL: z.string().check(z.startsWith("gs://")), options }) }),
		z.strictObject({ abs: z.strictObject({ endpointURL: z.string().check(z.regex(/^(?:az|abfss):/)), options }) }),
	]),
});

const volumes = z.strictObject({
	spec: z.strictObject({
		volumes: z.tuple([z.strictObject({ name: text, persistentVolumeClaim: z.strictObject({ claimName: text }) })]),
		containers: z.tuple([
			z.strictObject({
				name: z.literal("worker"),
				volumeMounts: z.tuple([z.strictObject({ name: text, mountPath: z.string().check(z.startsWith("/")) })]),
			}),
		]),
	}),
});

const cluster = z.strictObject({
	apiVersion: z.literal("compute.pola.rs/v1alpha1"),
	kind: z.literal("PolarsCluster"),
	metadata: z.strictObject({ name: text }),
	spec: z.strictObject({
		license: z.strictObject({
			onPrem: z.strictObject({ clientID: fromSecret, clientSecret: fromSecret, workspaceID: fromSecret }),
		}),
		runtime: z.strictObject({ composed: z.strictObject({}) }),
		checkpoint,
		workerPool: z.strictObject({
			replicas: z.int(),
			serviceAccount: z.optional(z.strictObject({ name: text })),
			podTemplate: z.optional(volumes),
		}),
	}),
});

const secret = z.strictObject({
	apiVersion: z.literal("v1"),
	kind: z.literal("Secret"),
	metadata: z.strictObject({ name: text }),
	type: z.literal("Opaque"),
	stringData: z.record(z.string().check(z.regex(/^[-._a-zA-Z0-9]+$/)), text),
});

/** Replaces references as Kubernetes does in the value of an environment variable: there are none to find here. */
function expand(value: string): string {
	return value.replace(/\$(?:\$|\((.*?)\))/gs, (_, name?: string) => (name === undefined ? "$" : `<${name}>`));
}

test("whatever is valid gives manifests of the known shape that say the same as the settings", () => {
	fc.assert(
		fc.property(validDraft, (draft) => {
			const files = read(draft);
			const whole = cluster.parse(files["polars-cluster.yaml"]);
			const block = z.strictObject({ checkpoint }).parse(files["checkpoint.yaml"]);
			expect(whole.spec.checkpoint).toEqual(block.checkpoint);
			const { data } = block.checkpoint;
			const variables = new Map<string, string>();
			for (const [store, location] of Object.entries(data)) {
				const {
					endpoint,
					endpointURL,
					path,
					options = [],
				} = location as Record<string, string> & {
					options?: { name: string; value?: string; valueFrom?: { secretKeyRef: { name: string; key: string } } }[];
				};
				const own = store === "sharedFilesystem" ? "shared_filesystem__path" : `${store}__url`;
				variables.set(own, expand(endpoint ?? endpointURL ?? path ?? ""));
				for (const { name, value, valueFrom } of options) {
					const { name: from, key } = valueFrom?.secretKeyRef ?? {};
					const kept = from === undefined ? undefined : secret.parse(files["checkpoint-secret.yaml"]);
					expect(kept?.metadata.name).toBe(from);
					variables.set(`${store}__${name}`, key === undefined ? expand(value ?? "") : (kept?.stringData[key] ?? ""));
				}
			}
			const expected = listSettings(draft).filter(({ key }) => key[1] === "checkpoint_location");
			expect(variables).toEqual(new Map(expected.map(({ key, value }) => [key.slice(2).join("__"), value])));
			expect("checkpoint-secret.yaml" in files).toBe(expected.some((setting) => setting.secret));
		}),
		{ numRuns: 100 },
	);
});

test("the block can be pasted under the spec of another manifest", () => {
	const block = operator.layout(defaultDraft).find(({ name }) => name === "checkpoint.yaml");
	const pasted = parse(`spec:\n  version: 0.7.1\n${joinLines(block?.lines ?? [])}`);
	expect(Object.keys(pasted.spec)).toEqual(["version", "checkpoint"]);
});

const say = (change: Partial<CheckpointDraft>) =>
	operator
		.check({ ...defaultDraft, ...change })
		.map(({ severity, path, message }) => `${severity} ${path.join(".")}: ${message}`);

test("what Kubernetes can't say is said", () => {
	expect(say({})).toEqual([]);
	expect(say({ period: "5000000 hours" })).toEqual([
		"warning period: Kubernetes can count to 292 years at most: this becomes 2562047h.",
	]);
	expect(say({ shared_filesystem: { path: "/mnt/a:b" } })).toEqual([
		"error shared_filesystem.path: Remove the colon from the path: Kubernetes can't mount anything there.",
	]);
	expect(say({ store: "gcs" })).toEqual([
		"advice gcs.google_service_account_path: Mount this file into the workers' pods, or choose the inline key, which becomes a Secret.",
	]);
});

test("a value that would end at a NUL in a pod is an error on its field", () => {
	const s3 = { ...defaultDraft.s3, url: "s3://b/k", aws_access_key_id: "AKIA" };
	const options = [{ key: "user_agent", value: "a\0b" }];
	const problems = operator.check({
		...defaultDraft,
		store: "s3",
		output: "operator",
		s3: { ...s3, aws_secret_access_key: "se\0cret\0", options },
	});
	expect(problems.map(({ severity, path, fix }) => [severity, path.join("."), fix?.text])).toEqual([
		["error", "s3.aws_secret_access_key", "secret"],
		["error", "s3.options.0.value", "ab"],
	]);
	expect(say({ store: "s3", s3: { ...s3, aws_secret_access_key: "\0" } })).toEqual([
		"error s3.aws_secret_access_key: This contains a NUL character (U+0000), which Kubernetes can't give to a pod.",
	]);
	expect(say({ store: "s3", s3: { ...s3, aws_secret_access_key: "\u0001\u0085\u2028\ufeff\uffff🐻" } })).toEqual([]);
});

test("a period that is none stands as it was typed, for its error to be seen", () => {
	expect(read({ ...defaultDraft, period: " 10 Mins" })["checkpoint.yaml"]).toMatchObject({
		checkpoint: { period: "10 Mins" },
	});
});

test("a secret that is missing keeps its own file back, and no other", () => {
	const draft: CheckpointDraft = { ...defaultDraft, store: "s3", s3: { ...defaultDraft.s3, aws_access_key_id: "A" } };
	const holding = operator
		.layout(draft)
		.filter(({ lines }) => lines.some(({ field }) => field === "s3.aws_secret_access_key"))
		.map(({ name, lines }) => [name, joinLines(lines.filter(({ missing }) => missing))]);
	expect(holding).toEqual([["checkpoint-secret.yaml", "  aws_secret_access_key: # missing\n"]]);
});

test("the command asks for each secret and hands kubectl exactly what was typed", () => {
	const draft: CheckpointDraft = {
		...defaultDraft,
		store: "s3",
		s3: { ...defaultDraft.s3, aws_secret_access_key: "x", aws_session_token: "y" },
	};
	const command = operator.listSteps(draft).find(({ title }) => title === "Create the Secret")?.command ?? "";
	const kubectl = `kubectl() {
		printf '<%s>' "$1" "$2" "$3" "$4"
		for argument in "\${@:5}"; do argument=\${argument#--from-file=}; printf '\\n%s=<%s>' "\${argument%%=*}" "$(cat "\${argument#*=}")"; done
	}`;
	const { stdout, status } = spawnSync("bash", ["-c", `${kubectl}\n${command}`], {
		input: "  s\\e'c\"r $(e)t#  \ntwo words\n",
		encoding: "utf8",
	});
	expect(status).toBe(0);
	expect(stdout).toBe(
		"aws_secret_access_key: \naws_session_token: \n<create><secret><generic><polars-checkpoint>\naws_secret_access_key=<  s\\e'c\"r $(e)t#  >\naws_session_token=<two words>",
	);
});
