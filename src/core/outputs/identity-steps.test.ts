import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { checkDraft } from "../draft/check.ts";
import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { recommendIdentity } from "../draft/identity.ts";
import { joinLines } from "../listing.ts";
import { bareMetal } from "./bare-metal.ts";
import { environment } from "./environment.ts";
import { helm } from "./helm.ts";
import { operator } from "./operator.ts";
import type { Output } from "./output.ts";

const outputs: Readonly<Record<CheckpointDraft["output"], Output>> = {
	bare_metal: bareMetal,
	environment,
	helm,
	operator,
};

const own = { credentials: "environment" } as const;
const cases = {
	s3: { s3: { ...defaultDraft.s3, ...own, url: "s3://bucket/dir", aws_region: "eu-west-1" } },
	gcs: { gcs: { ...defaultDraft.gcs, ...own, url: "gs://bucket/dir" } },
	abs: { abs: { ...defaultDraft.abs, ...own, url: "az://container/dir", azure_storage_account_name: "account" } },
} satisfies Readonly<Record<string, Partial<CheckpointDraft>>>;

function draftOf(store: keyof typeof cases, output: CheckpointDraft["output"]): CheckpointDraft {
	const kubernetes = { ...defaultDraft.kubernetes, service_account: "polars-worker" };
	return { ...defaultDraft, ...cases[store], store, output, kubernetes };
}

const stores = Object.keys(cases) as (keyof typeof cases)[];
const places = stores.flatMap((store) =>
	(Object.keys(outputs) as CheckpointDraft["output"][]).map((output) => [store, output] as const),
);

test.each(places)(
	"%s, %s: what gives the workers credentials of their own comes before they start",
	(store, output) => {
		const steps = outputs[output].listSteps(draftOf(store, output));
		const text = (step: (typeof steps)[number]) => [step.title, step.text, step.command].filter(Boolean).join("\n");
		const keys = outputs[output].listSteps({
			...draftOf(store, output),
			[store]: { ...cases[store], ...withKey(store) },
		});
		const known = new Set(keys.map(({ title }) => title));
		const more = steps.filter(({ title }) => !known.has(title));
		expect(more.map(text).join("\n\n")).toMatchSnapshot();
		const start = steps.findIndex(({ title }) => /^Start|^Install or upgrade|^Apply/.test(title));
		for (const step of more) expect(steps.indexOf(step)).toBeLessThan(start);
	},
);

function withKey(store: keyof typeof cases): object {
	return {
		...defaultDraft[store],
		...(cases[store] as Record<string, object>)[store],
		credentials: defaultDraft[store].credentials,
	};
}

/** What a shell calls when it reads the commands of a draft's steps. */
function callsOf(draft: CheckpointDraft): string[][] {
	const commands = outputs[draft.output].listSteps(draft).flatMap(({ command = "" }) => command);
	const show = `{ printf '%s\\0' "\${FUNCNAME[0]}" "$@" >&3; printf '\\n\\0' >&3; }`;
	const tools = ["helm", "kubectl", "aws", "gcloud", "az"].map((tool) => `${tool}() ${show}`);
	const { stdout } = spawnSync("bash", ["--norc", "-c", `exec 3>&1\n${[...tools, ...commands].join("\n")}`], {
		encoding: "utf8",
	});
	return stdout
		.split("\n\0")
		.slice(0, -1)
		.map((call) => call.split("\0").slice(0, -1));
}

test("a shell reads the policy and the scope as they are meant, whatever the names hold", () => {
	const hostile = `it's "x" $(touch /tmp/owned) *`;
	const s3 = draftOf("s3", "helm");
	const policy = callsOf({ ...s3, s3: { ...s3.s3, url: `s3://bucket/${hostile}`, aws_region: "cn-north-1" } })
		.find(([tool, part]) => tool === "aws" && part === "iam")
		?.find((argument) => argument.startsWith("--policy-document="))
		?.replace("--policy-document=", "");
	const prefix = `${hostile.replace("$", () => "${$}").replace("*", () => "${*}")}/*`;
	expect(JSON.parse(policy ?? "").Statement).toMatchObject([
		{ Effect: "Allow", Resource: `arn:aws-cn:s3:::bucket/${prefix}` },
		{ Action: "s3:ListBucket", Resource: "arn:aws-cn:s3:::bucket", Condition: { StringLike: { "s3:prefix": prefix } } },
	]);
	expect(callsOf(draftOf("abs", "helm"))).toContainEqual([
		"az",
		"role",
		"assignment",
		"create",
		"--role=Storage Blob Data Contributor",
		"--assignee-object-id=",
		"--assignee-principal-type=ServicePrincipal",
		"--scope=/blobServices/default/containers/container",
	]);
});

test("without an account's name, or with none that is one, no command is written for it", () => {
	const draft = draftOf("gcs", "helm");
	const name = (service_account: string) => ({ ...draft, kubernetes: { ...draft.kubernetes, service_account } });
	const text = (given: CheckpointDraft) => JSON.stringify(helm.listSteps(given));
	expect(text(draft)).toContain("sa/polars-worker");
	expect(text(name(""))).toContain("Name the account");
	for (const wrong of ["", "$(id)", "a b"])
		expect(text(name(wrong))).not.toMatch(/add-iam-policy-binding|\$\(id\)|a b"/);
	expect(text({ ...draft, gcs: { ...draft.gcs, url: "" } })).not.toContain("add-iam-policy-binding");
});

test("pods on Azure get the label without which AKS hands them nothing", () => {
	const read = (draft: CheckpointDraft) =>
		parse(joinLines(helm.layout(draft)[0]?.lines ?? []), { version: "1.1" }).worker;
	expect(read(draftOf("abs", "helm"))).toEqual({
		serviceAccount: { name: "polars-worker" },
		deployment: { podLabels: { "azure.workload.identity/use": "true" } },
	});
	expect(read(draftOf("s3", "helm"))).toEqual({ serviceAccount: { name: "polars-worker" } });
	expect(read({ ...draftOf("abs", "helm"), kubernetes: defaultDraft.kubernetes })).toBe(undefined);
});

const s3 = (change: Partial<CheckpointDraft["s3"]>): CheckpointDraft => ({
	...defaultDraft,
	store: "s3",
	s3: { ...defaultDraft.s3, url: "s3://bucket", aws_access_key_id: "A", aws_secret_access_key: "B", ...change },
});

test("a key is advised against where the cloud has identities, and nowhere else; it is no problem", () => {
	expect(recommendIdentity(s3({}))).toMatch(/is safer: no stored key/);
	expect(recommendIdentity(s3({ aws_endpoint_url: "https://s3.eu-west-1.amazonaws.com" }))).toMatch(/is safer/);
	for (const endpoint of ["http://minio:9000", "https://s3.example.com/amazonaws.com", "https://notamazonaws.com"]) {
		expect(recommendIdentity(s3({ aws_endpoint_url: endpoint }))).toBe(undefined);
		expect(recommendIdentity(s3({ options: [{ key: "aws_endpoint_url_s3", value: endpoint }] }))).toBe(undefined);
	}
	expect(recommendIdentity(s3(own))).toBe(undefined);
	expect(recommendIdentity(defaultDraft)).toBe(undefined);
	const abs = (options: CheckpointDraft["abs"]["options"]) => ({ ...defaultDraft.abs, options });
	expect(recommendIdentity({ ...defaultDraft, store: "abs", abs: abs([]) })).toMatch(/is safer: no stored key/);
	for (const key of ["use_emulator", "use_fabric_endpoint"]) {
		expect(recommendIdentity({ ...defaultDraft, store: "abs", abs: abs([{ key, value: "true" }]) })).toBe(undefined);
	}
	expect(recommendIdentity({ ...defaultDraft, store: "gcs" })).toMatch(/is safer: no stored key/);
	const { problems } = checkDraft(s3({ aws_region: "eu-west-1" }));
	expect(problems.filter(({ path }) => path.join(".") === "s3.credentials")).toEqual([]);
});

test("workers at another service are told of the variables that it takes", () => {
	const draft = draftOf("s3", "helm");
	const elsewhere = { ...draft, s3: { ...draft.s3, aws_endpoint_url: "http://minio:9000" } };
	expect(helm.listSteps(elsewhere)[1]).toEqual({
		title: "Give the workers' pods their credentials",
		text: "Polars reads AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, for temporary credentials AWS_SESSION_TOKEN too. Set them in worker.deployment.runtimeContainer.env, secrets with valueFrom a Secret.",
	});
	expect(bareMetal.listSteps({ ...elsewhere, output: "bare_metal" })[1]).toMatchObject({
		title: "Put credentials into the unit",
		command: "EnvironmentFile=/etc/polars-cloud/credentials.env",
	});
});
