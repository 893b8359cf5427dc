import { isSeq, type Node } from "yaml";
import { formatGo } from "../../duration/go.ts";
import { parseDuration } from "../../duration/parse.ts";
import { parseGo } from "../../duration/parse-go.ts";
import type { PlacedSetting } from "../../node-file/placed-setting.ts";
import type { Severity, TextRange } from "../../problem.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import { isObjectStore, storeNames } from "../../stores/stores.ts";
import type { FileFix, UnplacedProblem } from "../../text/file-problem.ts";
import { joinOr, lackField } from "../../text/wording.ts";
import { listEntries, type MapEntry, rangeOf, resolve } from "./document.ts";
import { setScalar } from "./edit.ts";
import type { LocationSection } from "./location.ts";
import { lintMount } from "./mount.ts";
import { findMeantStore, findNearestName, offerName } from "./near-name.ts";
import { operatorDocs, operatorStyle } from "./operator-style.ts";
import { periodPath } from "./period.ts";
import { isFilledIn, type Source } from "./source.ts";

/** Says of a period that Go reads otherwise, or not at all. */
export function lintGoPeriod(source: Source, entry: MapEntry, { value, place }: PlacedSetting): UnplacedProblem[] {
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

/**
 * Judges the `checkpoint` of a spec by its fields.
 *
 * @param isComplete Whether nothing of it is said by a name of before.
 * @param isWhole Whether the manifest is one of its own, and not one that patches another.
 */
export function lintCheckpoint(
	source: Source,
	checkpoint: MapEntry,
	location: LocationSection | undefined,
	isComplete: boolean,
	isWhole: boolean,
): UnplacedProblem[] {
	const { document, file } = source;
	const remarks: UnplacedProblem[] = [];
	const say = (code: ProblemCode, message: string, range: TextRange, path: readonly string[], fix?: FileFix) =>
		remarks.push({ code, severity: "error", message, path, range, docs: operatorDocs, ...(fix && { fix }) });
	const entries = listEntries(checkpoint.pair.value, document);
	for (const [name, entry] of entries) {
		if (name === "period" || name === "data" || name.startsWith("$")) continue;
		const path = ["scheduler", "checkpoint", name];
		const range = rangeOf(entry.key);
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
			const fix = offerName(source, entry, meant, entries);
			say("unknown-key", lackField("checkpoint", name, meant), range, path, fix);
		}
	}
	const data = entries.get("data");
	const known = storeNames.map(operatorStyle.nameOf);
	const inner = data ? listEntries(data.pair.value, document) : new Map<string, MapEntry>();
	for (const [name, entry] of inner) {
		if (known.includes(name) || name.startsWith("$")) continue;
		const range = rangeOf(entry.key);
		const meant = name === "local" ? undefined : findMeantStore(name, known);
		const fix = offerName(source, entry, meant, inner);
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
	return storeNames.some((store) => operatorStyle.nameOf(store) === name);
}

/** Says where the shared filesystem of a spec is mounted by no container. */
export function lintSharedMount(
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
