import type { PlacedSetting } from "../../node-file/placed-setting.ts";
import type { TextRange } from "../../problem.ts";
import type { UnplacedProblem } from "../../text/file-problem.ts";
import { findEntry, listEntries, rangeOf, readText, type YamlFile } from "./document.ts";
import type { SpecPath } from "./kind.ts";
import { lintCheckpoint, lintGoPeriod, lintSharedMount } from "./lint-checkpoint.ts";
import { lintSpec } from "./lint-spec.ts";
import { readLocation } from "./location.ts";
import { operatorDocs, operatorPlaces } from "./operator-style.ts";
import { periodPath, readPeriod } from "./period.ts";
import { lintQuantities } from "./quantity.ts";
import type { Source } from "./source.ts";
import type { ViewReading } from "./view-reading.ts";

/** Reads what a spec says of a node's settings, with all that is wrong with it. */
export function readSpec(source: Source, specPath: SpecPath): ViewReading {
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
