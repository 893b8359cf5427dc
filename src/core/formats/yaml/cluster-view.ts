import { isScalar, isSeq, type Node } from "yaml";
import type { CheckpointDraft } from "../../draft/draft.ts";
import { secretName } from "../../draft/pod-needs.ts";
import { readAccount } from "../../draft/pods.ts";
import { formatGo } from "../../duration/go.ts";
import { parseDuration } from "../../duration/parse.ts";
import { parseGo } from "../../duration/parse-go.ts";
import type { NodeView, PodEdits } from "../../node-file/node-view.ts";
import { isSameSetting, type NodeSetting, type PlacedSetting } from "../../node-file/placed-setting.ts";
import type { Severity, TextRange } from "../../problem.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import { isObjectStore, type Store, stores } from "../../stores/stores.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { FileFix, UnplacedProblem } from "../../text/file-problem.ts";
import { joinOr, lackField } from "../../text/wording.ts";
import { addTree } from "./add-tree.ts";
import {
	findEntry,
	hasBlocks,
	listEntries,
	type MapEntry,
	rangeOf,
	readText,
	resolve,
	type YamlFile,
} from "./document.ts";
import { findStep, renameKey, setScalar, type Written } from "./edit.ts";
import { formerKeys, migrateSpec } from "./former-spec.ts";
import type { SpecPath } from "./kind.ts";
import {
	findNearestName,
	isFilledIn,
	type LocationSection,
	type LocationStyle,
	nameStore,
	readLocation,
	type Source,
	stepLocation,
	writeStore,
} from "./location.ts";
import { lintMount } from "./mount.ts";
import { meetNeeds } from "./needs.ts";
import { periodPath, readPeriod } from "./period.ts";
import { lintQuantities } from "./quantity.ts";
import { below, nest, stepDocument, templateObstacle, viewNothing } from "./write-view.ts";

/** Where the operator describes what it takes. */
const operatorDocs = "https://github.com/polars-inc/polars-k8s-operator/blob/main/docs/api.md";

/** @see polars-k8s-operator, docs/api.md, `CheckpointSpec` and what is in it. */
const operatorStyle: LocationStyle = {
	hasEnabled: false,
	placeOf: (store) => stores[store].operator.place,
	nameOf: nameStore,
	more: new Map(),
	docs: operatorDocs,
	secretName,
};

/** Of other places for data, not every field is known here. */
const openStyle: LocationStyle = {
	...operatorStyle,
	isOpen: true,
	more: new Map([["presignDuration", "presign_duration"]]),
};

/** Every key of a PolarsCluster's spec, up to alpha.9. */
const specKeys = [
	"acceptEula",
	"allowAnonymousUsers",
	"allowLocalScans",
	"allowLocalSinks",
	"anonymousResults",
	"checkpoint",
	"clusterID",
	"hostMetrics",
	"imagePullSecrets",
	"license",
	"lineage",
	"logLevel",
	"observatory",
	"runtime",
	"scheduler",
	"telemetry",
	"version",
	"workerPool",
];

/**
 * Sees one document of a file as a node's file, by what the operator makes of it.
 *
 * @param index Which of the file's documents.
 * @param specPath Where its spec is.
 */
export function viewCluster(file: YamlFile, index: number, specPath: SpecPath): NodeView {
	const document = file.documents[index];
	if (!document?.root) return viewNothing(document);
	const source: Source = { file, document };
	const reading = readSpec(source, specPath);
	return {
		settings: reading.settings,
		remarks: reading.remarks,
		others: reading.others,
		pods: reading.pods,
		...(hasBlocks(file) && { obstacle: templateObstacle }),
		writePods: (draft) => writeAccount(source, index, specPath, draft),
		write: (wanted) => stepDocument(file, index, (next) => stepSpec(next, specPath, wanted)),
	};
}

/** Names the account that the workers' pods run as, where a draft has one that finds credentials. */
function writeAccount({ file, document }: Source, index: number, specPath: SpecPath, draft: CheckpointDraft): PodEdits {
	const account = readAccount(draft);
	const isWhole = specPath.length > 0 || findEntry(document.root, ["workerPool"], document) !== undefined;
	const path = ["workerPool", "serviceAccount", "name"];
	return meetNeeds(file, index, specPath, account === "" || !isWhole ? [] : [{ path, value: account }]);
}

interface SpecReading {
	readonly settings: readonly PlacedSetting[];
	readonly remarks: readonly UnplacedProblem[];
	readonly others: readonly string[];
	readonly pods: NonNullable<NodeView["pods"]>;
	readonly period: MapEntry | undefined;
	readonly locations: readonly LocationSection[];
}

/** The places for data, with where they are in a spec. */
const operatorPlaces: readonly (readonly [base: readonly string[], path: readonly string[], style: LocationStyle])[] = [
	[["worker", "checkpoint_location"], ["checkpoint", "data"], operatorStyle],
	[["worker", "shuffle_location"], ["workerPool", "shuffleData"], openStyle],
	[["scheduler", "anonymous_result_location"], ["anonymousResults"], openStyle],
];

function readSpec(source: Source, specPath: SpecPath): SpecReading {
	const { document, file } = source;
	const remarks: UnplacedProblem[] = [];
	const find = (...path: string[]) => findEntry(document.root, [...specPath, ...path], document);
	const locations = operatorPlaces.map(([base, path, own]) => readLocation(source, find(...path), base, own));
	remarks.push(...locations.flatMap((location) => location.remarks));
	const settings: PlacedSetting[] = [];
	const checkpoint = find("checkpoint");
	// A manifest that lacks what each has to have patches another one, as with Kustomize.
	const isWhole = specPath.length === 0 || ["license", "workerPool"].some((key) => find(key));
	const period = find("checkpoint", "period");
	const anchor = checkpoint ? rangeOf(checkpoint.key) : { start: 0, end: 0 };
	const imply = (path: readonly string[], value: string | true, place: TextRange = anchor) =>
		settings.push({ path, value, names: path.map(() => place), place, implied: true });
	if (checkpoint) {
		imply(["scheduler", "enabled"], true);
		imply(["scheduler", "checkpoint", "enabled"], true);
		const held = period && readPeriod(source, period, checkpoint);
		if (held) {
			settings.push(held);
			remarks.push(...lintGoPeriod(source, period, held));
		} else if (!period) imply(periodPath, "20m");
	}
	const held = locations.flatMap(({ sections }) => sections.flatMap((section) => section.settings));
	if (held.length > 0 || checkpoint) imply(["worker", "enabled"], true);
	if (!checkpoint && held.some(({ path }) => path[0] === "scheduler")) imply(["scheduler", "enabled"], true);
	const local = find("workerPool", "shuffleData", "local");
	if (local) {
		const place = rangeOf(local.key);
		const names = ["worker", "shuffle_location", "local", "path"].map(() => place);
		settings.push({ path: ["worker", "shuffle_location", "local", "path"], value: undefined, names, place });
	}
	settings.push(...held);
	if (checkpoint) remarks.push(...lintCheckpoint(source, checkpoint, locations[0], !find("checkpointData"), isWhole));
	remarks.push(...lintSpec(source, specPath));
	for (const path of [["workerPool"], ["scheduler"]]) {
		const entry = find(...path, "podTemplate");
		if (entry) remarks.push(...lintQuantities(source, entry.pair.value, operatorDocs));
	}
	const mountSeverity = isWhole && specPath.length > 0 ? "warning" : "advice";
	remarks.push(...lintSharedMount(source, find, locations[0], mountSeverity));
	const others = [...listEntries(find()?.pair.value ?? document.root, document)].flatMap(([name]) =>
		name === "checkpoint" ? [] : [[...specPath, name].join(".")],
	);
	const account = readText(find("workerPool", "serviceAccount", "name"), document);
	const pods = account === undefined ? {} : { service_account: account };
	return { settings, remarks: remarks.map((remark) => clip(remark, file)), others, pods, period, locations };
}

/** A remark on what nobody wrote in this file has no place. */
function clip(remark: UnplacedProblem, { text }: YamlFile): UnplacedProblem {
	const end = Math.min(remark.range.end, text.length);
	return { ...remark, range: { start: Math.min(remark.range.start, end), end } };
}

/** Says of a period that Go reads otherwise, or not at all. */
function lintGoPeriod(source: Source, entry: MapEntry, { value, place }: PlacedSetting): UnplacedProblem[] {
	const duration = typeof value === "string" ? parseDuration(value) : undefined;
	if (typeof value !== "string" || !duration?.ok || parseGo(value) !== undefined) return [];
	const go = formatGo(duration.nanoseconds);
	const edits = go.exact && !entry.isShared ? setScalar(source.file.text, entry.pair, go.text) : undefined;
	return [
		{
			code: "go-duration",
			severity: "error",
			message: "The operator can't read this. Write a Go duration, such as 10m or 1h30m.",
			path: periodPath,
			range: place,
			docs: operatorDocs,
			...(edits && { fix: { title: go.text, edits } }),
		},
	];
}

function lintCheckpoint(
	{ document, file }: Source,
	checkpoint: MapEntry,
	location: LocationSection | undefined,
	isComplete: boolean,
	isWhole: boolean,
): UnplacedProblem[] {
	const remarks: UnplacedProblem[] = [];
	const say = (code: ProblemCode, message: string, range: TextRange, path: readonly string[], fix?: FileFix) =>
		remarks.push({ code, severity: "error", message, path, range, docs: operatorDocs, ...(fix && { fix }) });
	const entries = listEntries(checkpoint.pair.value, document);
	for (const [name, { key, isShared }] of entries) {
		if (name === "period" || name === "data" || name.startsWith("$")) continue;
		const path = ["scheduler", "checkpoint", name];
		const range = rangeOf(key);
		if (name === "enabled")
			say(
				"unknown-key",
				"A PolarsCluster has no such field. Remove it: the field checkpoint alone turns checkpoints on.",
				range,
				path,
			);
		else if (isStoreName(name)) say("misplaced-key", `${name} belongs under checkpoint.data.`, range, path);
		else {
			const meant = findNearestName(name, ["period", "data"]);
			const fix =
				meant === undefined || entries.has(meant) || isShared
					? undefined
					: { title: meant, edits: [renameKey(file.text, range, meant)] };
			say("unknown-key", lackField("checkpoint", name, meant), range, path, fix);
		}
	}
	const data = entries.get("data");
	const known = (Object.keys(stores) as Store[]).map(operatorStyle.nameOf);
	const inner = data ? listEntries(data.pair.value, document) : new Map<string, MapEntry>();
	for (const [name, { key, isShared }] of inner) {
		if (known.includes(name) || name.startsWith("$")) continue;
		const range = rangeOf(key);
		const usual = (Object.keys(stores) as Store[]).find((store) =>
			(stores[store].otherNames as readonly string[]).includes(name.toLowerCase()),
		);
		const meant = name === "local" ? undefined : usual ? operatorStyle.nameOf(usual) : findNearestName(name, known);
		const fix =
			meant === undefined || inner.has(meant) || isShared
				? undefined
				: { title: meant, edits: [renameKey(file.text, range, meant)] };
		const message =
			name === "local"
				? "checkpoint.data has no field local: a checkpoint on a worker's own disk is lost with the worker."
				: lackField("checkpoint.data", name, meant);
		say(name === "local" ? "own-disk" : "unknown-key", message, range, ["worker", "checkpoint_location", name], fix);
	}
	if (isFilledIn(file, rangeOf(checkpoint.pair.value as Node))) return remarks;
	const path = ["worker", "checkpoint_location"];
	if (!data && isComplete && isWhole)
		say(
			"missing-value",
			"checkpoint needs the field data, which says where checkpoints go.",
			rangeOf(checkpoint.key),
			path,
		);
	else if (!data && isComplete) {
		remarks.push({
			code: "missing-value",
			severity: "advice",
			message: "checkpoint needs the field data, unless the manifest that this one patches has it.",
			path,
			range: rangeOf(checkpoint.key),
			docs: operatorDocs,
		});
	} else if (data && inner.size === 0) {
		say("missing-value", `Write ${joinOr(known)} under data.`, rangeOf(data.key), path);
	}
	for (const { store, entry, settings } of location?.sections ?? []) {
		const key = isObjectStore(store) ? "url" : "path";
		if (settings.some(({ path }) => path.at(-1) === key)) continue;
		const message = `${operatorStyle.nameOf(store)} needs ${operatorStyle.placeOf(store)}.`;
		say("missing-value", message, rangeOf(entry.key), ["worker", "checkpoint_location", store]);
	}
	return remarks;
}

function isStoreName(name: string): boolean {
	return (Object.keys(stores) as Store[]).some((store) => operatorStyle.nameOf(store) === name);
}

/** What the operator called otherwise before its first release, or had. */
function lintSpec(source: Source, specPath: SpecPath): UnplacedProblem[] {
	const { document, file } = source;
	const remarks: UnplacedProblem[] = [];
	const spec = specPath.length > 0 ? findEntry(document.root, specPath, document) : undefined;
	const entries = listEntries(spec ? spec.pair.value : document.root, document);
	const isWhole = specPath.length > 0;
	const say = (
		code: ProblemCode,
		severity: UnplacedProblem["severity"],
		message: string,
		name: string,
		entry: MapEntry,
		fix?: FileFix,
	) =>
		remarks.push({
			code,
			severity,
			message,
			path: [...specPath, name],
			range: rangeOf(entry.key),
			docs: operatorDocs,
			...(fix && { fix }),
		});
	const version = isWhole ? listEntries(document.root, document).get("apiVersion") : undefined;
	const written = version && isScalar(version.pair.value) ? version.pair.value : undefined;
	if (version && written && written.value !== "compute.pola.rs/v1alpha1") {
		const range = rangeOf(written);
		const edits = setScalar(file.text, version.pair, "compute.pola.rs/v1alpha1");
		remarks.push({
			code: "renamed-key",
			severity: "error",
			message: "Since 2026-07-20, before alpha.1, the apiVersion of a PolarsCluster is compute.pola.rs/v1alpha1.",
			path: ["apiVersion"],
			range,
			docs: operatorDocs,
			...(edits && { fix: { title: "compute.pola.rs/v1alpha1", edits } }),
		});
	}
	for (const [name, entry] of entries) {
		if (specKeys.includes(name) || name.startsWith("$")) continue;
		const severity = isWhole ? "error" : "warning";
		const now = formerKeys.get(name);
		if (now !== undefined) {
			const fix = migrateSpec(file, file.documents.indexOf(document), specPath);
			const isTwice = findEntry(entries.get("checkpoint")?.pair.value, [now], document) !== undefined;
			const both = isTwice ? " This file has both: keep one of them." : "";
			const message = `Since 2026-07-14, before alpha.1, ${name} is checkpoint.${now}.${both}`;
			say("renamed-key", severity, message, name, entry, fix);
		} else if (name === "schedulerSpec") {
			const fix =
				entries.has("scheduler") || entry.isShared
					? undefined
					: { title: "scheduler", edits: [renameKey(file.text, rangeOf(entry.key), "scheduler")] };
			say("renamed-key", severity, "Since 2026-07-14, before alpha.1, schedulerSpec is scheduler.", name, entry, fix);
		} else if (name === "clusterDomain" || name === "requireFreeWorkers") {
			say(
				"renamed-key",
				severity,
				`${name} was removed in July 2026, before alpha.1, and has no replacement.`,
				name,
				entry,
			);
		} else if (name === "shuffleData") {
			// The EKS page shows it so.
			say("misplaced-key", isWhole ? "error" : "advice", "shuffleData belongs under workerPool.", name, entry);
		} else if (isWhole) {
			const meant = findNearestName(name, specKeys);
			const fix =
				meant === undefined || entries.has(meant) || entry.isShared
					? undefined
					: { title: meant, edits: [renameKey(file.text, rangeOf(entry.key), meant)] };
			// A release that is newer than what is known here may have it.
			say("unknown-key", "warning", `Up to alpha.9, ${lackField("spec", name, meant)}`, name, entry, fix);
		}
	}
	const server = findEntry(spec ? spec.pair.value : document.root, ["license", "licenseServer"], document);
	if (server && isWhole) {
		say(
			"renamed-key",
			"error",
			"license.licenseServer was removed on 2026-07-20, before alpha.1, and has no replacement.",
			"license",
			server,
		);
	}
	return remarks;
}

function lintSharedMount(
	source: Source,
	find: (...path: string[]) => MapEntry | undefined,
	location: LocationSection | undefined,
	severity: Severity,
): UnplacedProblem[] {
	const section = location?.sections.find(({ store }) => store === "shared_filesystem");
	const path = section?.settings[0];
	const containers = resolve(find("workerPool", "podTemplate", "spec", "containers")?.pair.value, source.document);
	const mounts = isSeq(containers)
		? containers.items.flatMap((item) => listEntries(item, source.document).get("volumeMounts")?.pair.value ?? [])
		: [];
	return path ? lintMount(source, path, mounts, severity, operatorDocs) : [];
}

/** One step nearer to what a spec shall say. */
function stepSpec(source: Source, specPath: SpecPath, wanted: readonly NodeSetting[]): readonly TextEdit[] | undefined {
	const { file } = source;
	const reading = readSpec(source, specPath);
	const step = findStep(file.text);
	const additions: Record<string, Written> = {};
	const period = wanted.find(({ path }) => path.join() === periodPath.join());
	const held = reading.settings.find(({ path }) => path.join() === periodPath.join());
	if (period && !(held && isSameSetting(held, period))) {
		const text = spellPeriod(period.value);
		if (text === undefined) return undefined;
		if (reading.period) return reading.period.isShared ? undefined : setScalar(file.text, reading.period.pair, text);
		Object.assign(additions, nest(["checkpoint", "period"], text));
	}
	for (const [index, [base, path, style]] of operatorPlaces.entries()) {
		const location = reading.locations[index];
		const own = below(wanted, base);
		if (!location) return undefined;
		const edits = stepLocation(source, location, own.filter(isHeld), style);
		if (!edits || edits.length > 0) return edits;
		const [first] = own.filter(isHeld);
		const store = first?.path[base.length] as Store | undefined;
		if (!store || location.sections.some((section) => section.store === store)) continue;
		const written = writeStore(store, own, style);
		if (written === undefined) return undefined;
		const [head = "", ...rest] = path;
		const before = additions[head];
		const inner = nest([...rest, style.nameOf(store)], written);
		additions[head] = {
			...(typeof before === "object" && !Array.isArray(before) ? before : {}),
			...(inner as object),
		} as Written;
	}
	return addTree(source, specPath, additions, step);
}

/** What a shuffle's place on local disk says has no counterpart that could change. */
function isHeld({ path }: NodeSetting): boolean {
	return path[2] !== "local";
}

function spellPeriod(value: NodeSetting["value"]): string | undefined {
	if (typeof value !== "string") return undefined;
	const duration = parseDuration(value);
	if (!duration.ok) return undefined;
	const { exact, text } = formatGo(duration.nanoseconds);
	return exact ? text : undefined;
}
