import type { CheckpointDraft } from "../draft/draft.ts";
import { readAccount } from "../draft/pods.ts";
import { listSettings } from "../draft/setting.ts";
import { formatGo } from "../duration/go.ts";
import { parseDuration } from "../duration/parse.ts";
import { isObjectStore, stores } from "../stores/stores.ts";
import type { Entries } from "./compare.ts";
import type { TextFile } from "./output.ts";
import { listJobEntries, readJob } from "./read-job.ts";
import { compareYaml, inSecret, readOption, readVariable, toRecord, unknown } from "./read-pod.ts";
import { testFile } from "./test-job.ts";

/**
 * Compares manifests with a draft's settings, as the operator and Kubernetes read them.
 *
 * @returns The first difference; see {@link compareYaml}.
 */
export function compareManifests(files: readonly TextFile[], draft: CheckpointDraft): string | undefined {
	return compareYaml(files, draft, (manifest, name) =>
		name === testFile
			? [readJob(manifest), listJobEntries(draft)]
			: [readCheckpoint(manifest, draft), listCheckpointEntries(draft, name)],
	);
}

function listCheckpointEntries(draft: CheckpointDraft, name: string): Entries {
	const settings = listSettings(draft).filter(({ field }) => field !== undefined);
	const entries = settings.map(({ key, value, secret }) => {
		const own = key.at(-1) ?? "";
		if (own === "period") return [own, toTime(String(value))] as const;
		return [own, secret ? inSecret : value] as const;
	});
	if (name !== "polars-cluster.yaml") return entries;
	const account = readAccount(draft);
	return [
		...entries,
		...(draft.store === "shared_filesystem" ? [["mountPath", draft.shared_filesystem.path.trim()] as const] : []),
		...(account === "" ? [] : [["serviceAccount.name", account] as const]),
	];
}

/**
 * What a PolarsCluster, or its `checkpoint:` block alone, says of checkpoints.
 *
 * @see polars-k8s-operator, docs/api.md, `CheckpointSpec`.
 */
function readCheckpoint(manifest: unknown, draft: CheckpointDraft): Entries {
	const { spec = manifest } = toRecord(manifest);
	const { checkpoint, workerPool } = toRecord(spec);
	const { period, data, ...others } = toRecord(checkpoint);
	const { data: name, place } = stores[draft.store].operator;
	const key = isObjectStore(draft.store) ? "url" : "path";
	const { [name]: section, ...otherStores } = toRecord(data);
	const { [place]: location, options, ...otherKeys } = toRecord(section);
	const rest = [others, otherStores, otherKeys].flatMap((record) => Object.keys(record));
	const { serviceAccount, ...pool } = toRecord(workerPool);
	const mounts = listPaths(pool, "mountPath");
	return [
		["period", toTime(period ?? "")],
		[key, readVariable(location)],
		...(Array.isArray(options) ? options.map(readOption) : []),
		...mounts.map((path) => ["mountPath", path ?? ""] as const),
		...Object.entries(toRecord(serviceAccount)).map(([key, value]) => [`serviceAccount.${key}`, value ?? ""] as const),
		...rest.map(() => unknown),
	];
}

/** How long a period is, whoever spells it, as far as Go counts; what is none stands for itself. */
function toTime(period: unknown): unknown {
	const duration = parseDuration(String(period));
	if (!duration.ok) return period;
	const { exact, text } = formatGo(duration.nanoseconds);
	return exact ? duration.nanoseconds : toTime(text);
}

/** Every value of a key, wherever in a manifest it is. */
function listPaths(part: unknown, key: string): readonly unknown[] {
	return Object.entries(toRecord(part)).flatMap(([name, value]) => (name === key ? [value] : listPaths(value, key)));
}
