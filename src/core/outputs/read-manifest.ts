import { parse } from "yaml";
import type { CheckpointDraft } from "../draft/draft.ts";
import { listSettings } from "../draft/setting.ts";
import { formatGo } from "../duration/go.ts";
import { parseDuration } from "../duration/parse.ts";
import { isObjectStore, stores } from "../stores/stores.ts";
import { compareEntries, type Entries } from "./compare.ts";
import type { TextFile } from "./output.ts";
import { listSecrets, secretName } from "./polars-cluster.ts";

/**
 * Compares manifests with a draft's settings: reads them as YAML 1.1, which Kubernetes reads, and as 1.2, and then as
 * the operator and Kubernetes do.
 *
 * @returns The first difference; see {@link compareEntries}.
 */
export function compareManifests(files: readonly TextFile[], draft: CheckpointDraft): string | undefined {
	for (const { name, text } of files) {
		for (const version of ["1.1", "1.2"] as const) {
			let manifest: unknown;
			try {
				manifest = parse(text, { version, logLevel: "error" });
			} catch {
				return `${name} can't be read as YAML`;
			}
			const [read, set] = name.endsWith("-secret.yaml")
				? [readSecret(manifest), listSecretEntries(draft)]
				: [readCheckpoint(manifest, draft), listCheckpointEntries(draft, name)];
			const difference = compareEntries(name, read, set);
			if (difference !== undefined) return difference;
		}
	}
	return undefined;
}

/** Stands for a value that is kept in the Secret. */
const inSecret = Symbol("in the Secret");

/** Stands for what nobody set. */
const unknown = ["", undefined] as const;

function listCheckpointEntries(draft: CheckpointDraft, name: string): Entries {
	const settings = listSettings(draft).filter(({ field }) => field !== undefined);
	const entries = settings.map(({ key, value, secret }) => {
		const own = key.at(-1) ?? "";
		if (own === "period") return [own, toTime(String(value))] as const;
		return [own, secret ? inSecret : value] as const;
	});
	const isMounted = draft.store === "shared_filesystem" && name === "polars-cluster.yaml";
	return isMounted ? [...entries, ["mountPath", draft.shared_filesystem.path.trim()]] : entries;
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
	const mounts = listPaths(workerPool, "mountPath");
	return [
		["period", toTime(period ?? "")],
		[key, readVariable(location)],
		...(Array.isArray(options) ? options.map(readOption) : []),
		...mounts.map((path) => ["mountPath", path ?? ""] as const),
		...rest.map(() => unknown),
	];
}

function readOption(option: unknown): Entries[number] {
	const { name: key, value, valueFrom, ...rest } = toRecord(option);
	const name = key ?? "";
	if (typeof name !== "string" || Object.keys(rest).length > 0) return unknown;
	if (valueFrom === undefined) return [name, readVariable(value)];
	const { secretKeyRef } = toRecord(valueFrom);
	const reference = toRecord(secretKeyRef);
	return reference.name === secretName && (reference.key ?? "") === name && value === undefined
		? [name, inSecret]
		: unknown;
}

/**
 * A variable's value as Kubernetes hands it on; nothing where it would be another by what else is set.
 *
 * @see docs: Kubernetes API, `EnvVar` of core/v1.
 */
function readVariable(value: unknown): unknown {
	// A value that is missing in the draft is missing here.
	if (value === null) return "";
	if (typeof value !== "string" || /^(?:[^$]|\$[^(])*\$\(/.test(value)) return undefined;
	return value.replace(/\$([^(])/g, (whole, next) => (next === "$" ? "$" : whole));
}

function readSecret(manifest: unknown): Entries {
	const { kind, metadata, stringData } = toRecord(manifest);
	const isOwn = kind === "Secret" && toRecord(metadata).name === secretName;
	return isOwn ? Object.entries(toRecord(stringData)).map(([key, value]) => [key, value ?? ""]) : [];
}

function listSecretEntries(draft: CheckpointDraft): Entries {
	return [...new Map(listSecrets(draft).map(({ key, value }) => [key.at(-1) ?? "", value]))];
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

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
