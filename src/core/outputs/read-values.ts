import type { CheckpointDraft } from "../draft/draft.ts";
import { listPodLabels } from "../draft/pod-needs.ts";
import { isAtChartPath, readAccount } from "../draft/pods.ts";
import { listSettings } from "../draft/setting.ts";
import { isObjectStore } from "../stores/stores.ts";
import type { Entries } from "./compare.ts";
import type { TextFile } from "./output.ts";
import { listJobEntries, readJob } from "./read-job.ts";
import { compareYaml, inSecret, readOption, readVariable, toRecord, unknown } from "./read-pod.ts";
import { testFile } from "./test-job.ts";

/**
 * Compares values for the Helm chart, and the Secret beside them, with a draft's settings, as the chart reads them.
 *
 * @returns The first difference; see {@link compareYaml}.
 */
export function compareValues(files: readonly TextFile[], draft: CheckpointDraft): string | undefined {
	return compareYaml(files, draft, (values, name) =>
		name === testFile ? [readJob(values), listJobEntries(draft)] : [readValues(values), listEntries(draft)],
	);
}

/** Where the chart looks for a location, in its order: the first that is enabled is taken. */
const locations = [
	["s3", "endpoint", "url"],
	["abs", "endpoint", "url"],
	["gcs", "endpoint", "url"],
	["sharedFilesystem", "path", "path"],
] as const;

/**
 * What the chart makes of values: settings by their own keys, and all else by where it stands.
 *
 * @see polars-inc/helm-charts 2.2.0, charts/polars/templates/{worker,scheduler}/deployment.yaml.
 */
function readValues(values: unknown): Entries {
	const { checkpoint, checkpointData, worker, ...others } = toRecord(values);
	const { period, ...otherKeys } = toRecord(checkpoint);
	const { sharedPersistentVolumeClaim: claim, ...sections } = toRecord(checkpointData);
	return [
		["period", period ?? ""],
		...Object.entries(sections).flatMap(([name, section]) => readLocation(name, section)),
		...list(claim, "sharedPersistentVolumeClaim"),
		...list(worker, "worker"),
		...[others, otherKeys].flatMap((rest) => Object.keys(rest)).map(() => unknown),
	];
}

function readLocation(name: string, section: unknown): Entries {
	const [, place, key] = locations.find(([known]) => known === name) ?? [];
	if (place === undefined) return [unknown];
	const { enabled, [place]: location, options = [], ...others } = toRecord(section);
	return [
		[name, enabled],
		[key, readVariable(location)],
		...(Array.isArray(options) ? options.map(readOption) : [unknown]),
		...Object.keys(others).map(() => unknown),
	];
}

/** Every text, number and boolean within a value, by its path: `worker.deployment.volumes.0.name`. */
function list(value: unknown, path: string): Entries {
	if (value === undefined) return [];
	if (typeof value !== "object" || value === null) return [[path, value ?? ""]];
	return Object.entries(value).flatMap(([key, inner]) => list(inner, `${path}.${key}`));
}

function listEntries(draft: CheckpointDraft): Entries {
	const { store } = draft;
	const settings = listSettings(draft).filter(({ field }) => field !== undefined);
	const [period, place, ...options] = settings.map(({ key, value, secret }): Entries[number] => [
		key.at(-1) ?? "",
		secret ? inSecret : value,
	]);
	if (!period || !place) return [];
	if (isAtChartPath(draft)) return [period, ...listClaim(draft.kubernetes)];
	const name = isObjectStore(store) ? store : "sharedFilesystem";
	const pods = isObjectStore(store) ? listAccount(draft) : listMount(draft, place[1]);
	return [period, [name, true], place, ...options, ...pods];
}

function listClaim({ volume, claim, storage_class, claim_size }: CheckpointDraft["kubernetes"]): Entries {
	const path = "sharedPersistentVolumeClaim";
	const own: Entries =
		volume === "chart_claim"
			? [
					["create", false],
					["existingClaimName", claim.trim()],
				]
			: [
					["create", true],
					["storageClassName", storage_class.trim()],
					["size", claim_size.trim()],
				];
	return [["enabled", true] as const, ...own].map(([key, value]) => [`${path}.${key}`, value]);
}

function listMount({ kubernetes }: CheckpointDraft, mountPath: unknown): Entries {
	const { volume, claim, nfs_server, nfs_export } = kubernetes;
	const source: Entries =
		volume === "nfs"
			? [
					["nfs.server", nfs_server.trim()],
					["nfs.path", nfs_export.trim()],
				]
			: [["persistentVolumeClaim.claimName", claim.trim()]];
	const deployment = "worker.deployment";
	const mount = `${deployment}.runtimeContainer.volumeMounts.0`;
	return [
		[`${deployment}.volumes.0.name`, "checkpoints"],
		...source.map(([key, value]) => [`${deployment}.volumes.0.${key}`, value] as const),
		[`${mount}.name`, "checkpoints"],
		[`${mount}.mountPath`, mountPath],
	];
}

function listAccount(draft: CheckpointDraft): Entries {
	const account = readAccount(draft);
	return [
		...(account === "" ? [] : [["worker.serviceAccount.name", account] as const]),
		...listPodLabels(draft).map(([label, value]) => [`worker.deployment.podLabels.${label}`, value] as const),
	];
}
