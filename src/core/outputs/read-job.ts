import type { CheckpointDraft } from "../draft/draft.ts";
import { secretName } from "../draft/pod-needs.ts";
import { readAccount, settlePath } from "../draft/pods.ts";
import { listSettings } from "../draft/setting.ts";
import { nameVariable } from "../formats/env/variable.ts";
import { isObjectStore } from "../stores/stores.ts";
import type { Entries } from "./compare.ts";
import { inSecret, readVariable, toRecord, unknown } from "./read-pod.ts";

/** What the Job that tries a location says: its pods' variables, their account, and where the volume is mounted. */
export function readJob(manifest: unknown): Entries {
	const { kind, spec } = toRecord(manifest);
	const pod = toRecord(toRecord(toRecord(spec).template).spec);
	const [container] = Array.isArray(pod.containers) ? pod.containers : [];
	const { env, volumeMounts } = toRecord(container);
	if (kind !== "Job" || !Array.isArray(env) || !Array.isArray(volumeMounts)) return [unknown];
	const mounts = volumeMounts.map(toRecord).filter(({ name }) => name === "checkpoints");
	return [
		["account", pod.serviceAccountName ?? ""],
		...mounts.map(({ mountPath }) => ["mount", mountPath ?? ""] as const),
		...env.map(readEnv),
	];
}

/** What it has to say for a draft. */
export function listJobEntries(given: CheckpointDraft): Entries {
	const draft = settlePath(given);
	const own = listSettings(draft).filter(({ key }) => key[1] === "checkpoint_location");
	return [
		["account", readAccount(draft)],
		...(isObjectStore(draft.store) ? [] : [["mount", draft.shared_filesystem.path.trim()] as const]),
		...own.map(({ key, value, secret }): Entries[number] => [
			nameVariable(key),
			secret ? `${key.at(-1)} ${String(inSecret)}` : value,
		]),
	];
}

function readEnv(variable: unknown): Entries[number] {
	const { name, value, valueFrom } = toRecord(variable);
	if (typeof name !== "string") return unknown;
	if (valueFrom === undefined) return [name, readVariable(value)];
	const reference = toRecord(toRecord(valueFrom).secretKeyRef);
	return reference.name === secretName && value === undefined
		? [name, `${String(reference.key ?? "")} ${String(inSecret)}`]
		: unknown;
}
