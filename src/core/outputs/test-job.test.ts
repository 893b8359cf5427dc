import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { finishFiles } from "./finish.ts";
import { helm } from "./helm.ts";
import { operator } from "./operator.ts";
import { layoutTestJob, testFile } from "./test-job.ts";
import { validDraft } from "./writable-draft.arbitrary.ts";

const read = (draft: CheckpointDraft) => {
	const finished = finishFiles(draft.output === "helm" ? helm : operator, draft, layoutTestJob(draft));
	if (!finished.ok) throw new Error(finished.difference);
	return parse(finished.files[0]?.text ?? "");
};

const s3: CheckpointDraft = {
	...defaultDraft,
	output: "operator",
	store: "s3",
	s3: {
		...defaultDraft.s3,
		url: "s3://bucket/a$(b)",
		aws_access_key_id: "YOURACCESSKEY",
		aws_secret_access_key: "YOURSECRETKEY",
	},
};

test("the pod has the workers' variables and reads their secrets from the same Secret", () => {
	const job = read(s3);
	const [container] = job.spec.template.spec.containers;
	const prefix = "PC_CUBLET__worker__checkpoint_location__s3__";
	expect(container.env).toEqual([
		{ name: `${prefix}url`, value: "s3://bucket/a$$(b)" },
		{ name: `${prefix}aws_access_key_id`, value: "YOURACCESSKEY" },
		{
			name: `${prefix}aws_secret_access_key`,
			valueFrom: { secretKeyRef: { name: "polars-checkpoint", key: "aws_secret_access_key" } },
		},
	]);
	expect(container.args).toEqual(["pip install --quiet polars==1.42.1 && python /test/test_checkpoint_location.py -"]);
	expect(job.spec).toMatchObject({ backoffLimit: 0, template: { spec: { restartPolicy: "Never" } } });
	expect(JSON.stringify(job)).not.toContain("YOURSECRETKEY");
	expect(job.spec.template.spec).not.toHaveProperty("serviceAccountName");
});

test("it runs under the workers' account, with the label that its cloud asks for", () => {
	const draft: CheckpointDraft = {
		...defaultDraft,
		output: "helm",
		store: "abs",
		abs: {
			...defaultDraft.abs,
			credentials: "environment",
			url: "az://container/x",
			azure_storage_account_name: "account",
		},
		kubernetes: { ...defaultDraft.kubernetes, service_account: "polars-worker" },
	};
	expect(read(draft).spec.template).toMatchObject({
		metadata: { labels: { app: "polars-checkpoint-test", "azure.workload.identity/use": "true" } },
		spec: { serviceAccountName: "polars-worker" },
	});
});

test("two pods on two nodes try a volume, at the workers' path", () => {
	const draft: CheckpointDraft = {
		...defaultDraft,
		output: "helm",
		kubernetes: { ...defaultDraft.kubernetes, volume: "nfs", nfs_server: "nfs.example", nfs_export: "/exports/x" },
	};
	const { spec } = read(draft);
	expect(spec).toMatchObject({ completions: 2, parallelism: 2 });
	expect(spec.template.spec.affinity.podAntiAffinity).toBeDefined();
	expect(spec.template.spec.volumes[1]).toEqual({
		name: "checkpoints",
		nfs: { server: "nfs.example", path: "/exports/x" },
	});
	expect(spec.template.spec.containers[0].volumeMounts[1].mountPath).toBe("/mnt/storage/polars/checkpoints");
	const claim = { ...draft, kubernetes: { ...draft.kubernetes, volume: "chart_claim" as const, claim: "mine" } };
	expect(read(claim).spec.template.spec.volumes[1].persistentVolumeClaim.claimName).toBe("mine");
	expect(read(claim).spec.template.spec.containers[0].volumeMounts[1].mountPath).toContain("/app/");
	const own = read({ ...defaultDraft, output: "operator" });
	expect(own.spec.template.spec.volumes[1].persistentVolumeClaim.claimName).toBe("polars-checkpoints");
});

test("it reads back as the draft has it, and another draft's does not", () => {
	fc.assert(
		fc.property(validDraft, fc.constantFrom(helm, operator), (draft, output) => {
			const own: CheckpointDraft = { ...draft, output: output === helm ? "helm" : "operator" };
			if (output.check(own).some(({ severity }) => severity === "error")) return;
			expect(finishFiles(output, own, layoutTestJob(own))).toMatchObject({ ok: true });
		}),
	);
	const files = finishFiles(operator, s3, layoutTestJob(s3));
	if (!files.ok) throw new Error(files.difference);
	const other = { ...s3, s3: { ...s3.s3, url: "s3://bucket/other" } };
	expect(operator.readBack(files.files, other)).toContain(testFile);
});

test("both outputs for Kubernetes hand it out with the step that uses it", () => {
	for (const output of [helm, operator]) {
		const step = output
			.listSteps({ ...s3, output: output === helm ? "helm" : "operator" })
			.find(({ title }) => title === "Test it");
		expect(step?.files).toEqual(["test_checkpoint_location.py", testFile]);
		expect(output.layoutTest?.(s3).map(({ name }) => name)).toEqual([testFile]);
	}
});
