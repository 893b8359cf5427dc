import { isScalar } from "yaml";
import { findEntry, listEntries, resolve, type YamlDocument } from "./document.ts";

/** Where a document of a PolarsCluster has its spec; nothing where the document is what stands under one. */
export type SpecPath = readonly ["spec"] | readonly [];

/** What a document is, and where in it is what the operator or the chart reads. */
export type YamlKind =
	| { readonly kind: "cluster"; readonly path: SpecPath }
	| { readonly kind: "values"; readonly path: readonly string[] }
	/** Something that others read; foreign if it says so itself, by its kind. */
	| { readonly kind: "other"; readonly isForeign?: true };

/** Keys that a PolarsCluster's spec has and the chart's values don't. */
const specOnly = ["workerPool", "clusterID", "hostMetrics", "allowAnonymousUsers", "schedulerSpec", "checkpointPeriod"];

/** Keys that the chart's values have and a PolarsCluster's spec doesn't. */
const valuesOnly = [
	"worker",
	"checkpointData",
	"temporaryData",
	"clusterId",
	"requireFreeWorkers",
	"workersPerQuery",
	"disableHostMetrics",
	"workerHeartbeatIntervalSecs",
	"denyAnonymousUsers",
	"nameOverride",
	"fullnameOverride",
];

/** Keys that both have and few others. */
const shared = ["checkpoint", "anonymousResults", "shuffleData", "allowLocalSinks", "allowLocalScans"];

/**
 * Where manifests of other programs hold values of a chart.
 *
 * @see docs: Flux, "HelmRelease", `.spec.values`; Argo CD, "Helm", `valuesObject`.
 */
const embeddedValues: ReadonlyMap<string, readonly string[]> = new Map([
	["HelmRelease", ["spec", "values"]],
	["Application", ["spec", "source", "helm", "valuesObject"]],
]);

/** Tells by its keys what a document is. */
export function findKind(document: YamlDocument): YamlKind {
	const { root } = document;
	if (!root) return { kind: "other" };
	const entries = listEntries(root, document);
	const read = (name: string) => {
		const node = resolve(entries.get(name)?.pair.value, document);
		return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
	};
	const kind = read("kind");
	const version = read("apiVersion");
	if (kind === "PolarsCluster" || version?.startsWith("compute.pola.rs/")) return { kind: "cluster", path: ["spec"] };
	const embedded = kind === undefined ? undefined : embeddedValues.get(kind);
	if (embedded && weigh(findEntry(root, embedded, document)?.pair.value, document).sum > 0)
		return { kind: "values", path: embedded };
	if (kind !== undefined && version !== undefined) return { kind: "other", isForeign: true };
	const spec = findEntry(root, ["spec"], document);
	if (spec && weigh(spec.pair.value, document).sum > 0) return { kind: "cluster", path: ["spec"] };
	const own = weigh(root, document);
	if (own.sum > 0) return own.spec > own.values ? { kind: "cluster", path: [] } : { kind: "values", path: [] };
	for (const [name, entry] of entries) {
		const inner = weigh(entry.pair.value, document);
		if (inner.sum > 1 && inner.values >= inner.spec) return { kind: "values", path: [name] };
	}
	return { kind: "other" };
}

function weigh(node: unknown, document: YamlDocument) {
	const entries = listEntries(node, document);
	const has = (name: string) => entries.has(name);
	let spec = specOnly.filter(has).length;
	let values = valuesOnly.filter(has).length;
	const isShared = shared.some(has);
	if (findEntry(node, ["checkpoint", "data"], document)) spec += 2;
	for (const name of ["anonymousResults", "shuffleData"]) {
		for (const [, store] of listEntries(entries.get(name)?.pair.value, document)) {
			const keys = listEntries(store.pair.value, document);
			if (keys.has("enabled")) values++;
			else if (keys.has("endpoint") || keys.has("endpointURL")) spec++;
		}
	}
	for (const key of ["clientID", "workspaceID"]) if (findEntry(node, ["license", "onPrem", key], document)) spec++;
	for (const key of ["clientId", "workspaceId", "enabled"]) {
		if (findEntry(node, ["license", "onPrem", key], document)) values++;
	}
	for (const path of [
		["observatory", "persistentVolumeClaim"],
		["observatory", "data"],
		["scheduler", "deployment"],
	]) {
		if (findEntry(node, path, document)) values++;
	}
	// A key that others have, too, doesn't tell by itself.
	const isTelling = isShared || spec + values > (has("worker") && entries.size > 3 && !has("scheduler") ? 1 : 0);
	return { spec, values, sum: isTelling ? spec + values + (isShared ? 1 : 0) : 0 };
}
