import type { UnplacedProblem } from "../../text/file-problem.ts";
import { lackField } from "../../text/wording.ts";
import { type ChartKeys, laterKeys, type RenamedValue, renamedValues } from "./chart-keys.ts";
import { chartDocs } from "./chart-style.ts";
import { listEntries, type MapEntry, rangeOf } from "./document.ts";
import { renameKey } from "./edit.ts";
import { findMeantStore, offerName } from "./near-name.ts";
import { moveScalar } from "./nest-values.ts";
import type { Source } from "./source.ts";

/** What the chart's schema has no key for. Objects that are not closed are left alone. */
export function lintClosed(
	source: Source,
	node: unknown,
	keys: ChartKeys,
	path: readonly string[],
	parent: MapEntry | undefined,
): UnplacedProblem[] {
	const { document } = source;
	if (keys === true) return [];
	const siblings = listEntries(node, document);
	return [...siblings].flatMap(([name, entry]): UnplacedProblem[] => {
		const own = [...path, name];
		const renamed = renamedValues.get(own.join("."));
		if (renamed) return [explainRenamed(source, entry, own, renamed, parent, siblings)];
		const later = laterKeys.get(own.join("."));
		const note: UnplacedProblem[] =
			later === undefined
				? []
				: [
						{
							code: "recent-release",
							severity: "advice",
							message: `The chart has ${own.join(".")} from ${later} on: earlier ones refuse it.`,
							path: own,
							range: rangeOf(entry.key),
							docs: chartDocs,
						},
					];
		const known = Object.hasOwn(keys, name) ? keys[name] : undefined;
		if (known !== undefined) return [...note, ...lintClosed(source, entry.pair.value, known, own, entry)];
		const further = [...renamedValues].filter(([old]) => old.startsWith(`${own.join(".")}.`));
		if (further.length > 0) {
			const inner = listEntries(entry.pair.value, document);
			return [...inner].flatMap(([key, below]) => {
				const known = renamedValues.get([...own, key].join("."));
				return known ? [explainRenamed(source, below, [...own, key], known, entry, inner)] : [];
			});
		}
		return [explainUnknown(source, entry, own, keys, siblings)];
	});
}

function explainUnknown(
	source: Source,
	entry: MapEntry,
	path: readonly string[],
	keys: { readonly [key: string]: ChartKeys },
	siblings: ReadonlyMap<string, MapEntry>,
): UnplacedProblem {
	const name = path.at(-1) ?? "";
	const owner = path.slice(0, -1).join(".");
	const range = rangeOf(entry.key);
	const meant = findMeantStore(name, Object.keys(keys));
	const fix = offerName(source, entry, meant, siblings);
	const isCheckpoint = owner === "checkpoint" && name === "enabled";
	const message = isCheckpoint
		? "The chart has no checkpoint.enabled: enable a place in checkpointData to turn checkpoints on."
		: owner === "worker.serviceAccount" || owner === "scheduler.serviceAccount"
			? `The chart's ${owner} has no ${name}. Create the account outside the chart, and name it here.`
			: `The chart's schema refuses this: ${lackField(owner === "" ? "the chart" : owner, name, meant)}`;
	return {
		code: "unknown-key",
		severity: "error",
		message,
		path,
		range,
		docs: chartDocs,
		...(fix && { fix }),
	};
}

function explainRenamed(
	{ file: { text }, document }: Source,
	entry: MapEntry,
	path: readonly string[],
	{ now, since, isAhead, also = [] }: RenamedValue,
	parent: MapEntry | undefined,
	siblings: ReadonlyMap<string, MapEntry>,
): UnplacedProblem {
	const old = path.join(".");
	const range = rangeOf(entry.key);
	const about = { code: "renamed-key", path, range, docs: chartDocs } as const;
	const message = isAhead
		? `Chart ${since} refuses ${old}.${now ? ` Write ${now.join(".")} there.` : ""}`
		: now
			? `Since chart ${since}, ${old} is named ${now.join(".")}.`
			: `Chart ${since} removed ${old}, which has no replacement.`;
	if (isAhead || !now || entry.isShared) return { severity: isAhead ? "advice" : "error", message, ...about };
	const name = now.at(-1) ?? "";
	const isBeside = now.slice(0, -1).join(".") === path.slice(0, -1).join(".");
	if (isBeside) {
		const fix = siblings.has(name) ? undefined : { title: name, edits: [renameKey(text, range, name)] };
		return { severity: "error", message, ...about, ...(fix && { fix }) };
	}
	const fix = moveScalar(text, entry, path, now, also, parent, document.root);
	return { severity: "error", message, ...about, ...(fix && { fix }) };
}
