import fc from "fast-check";
import type { CheckpointDraft } from "./draft.ts";
import { kubernetesFields } from "./fields.ts";

type Volume = CheckpointDraft["kubernetes"]["volume"];

/** What is right for Kubernetes, with every kind of volume. */
export const anyKubernetes: fc.Arbitrary<CheckpointDraft["kubernetes"]> = fc.record({
	service_account: fc.constantFrom("", "polars-worker", " w1.team "),
	volume: fc.constantFrom(...(Object.keys(kubernetesFields.volume.choices) as Volume[])),
	claim: fc.constantFrom("polars-checkpoints", "true", "1e3", " a.b "),
	nfs_server: fc.constantFrom("nfs.example.com", "10.0.0.5", "fd00::1"),
	nfs_export: fc.constantFrom("/exports/checkpoints", "/a b/'c': \"#d", "/é"),
	storage_class: fc.constantFrom("cephfs", "no", "efs-sc"),
	claim_size: fc.constantFrom("125Gi", "1T", "1.5Ti", "1000000"),
});
