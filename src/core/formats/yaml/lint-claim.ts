import { isMap, isScalar } from "yaml";
import type { FileFix, UnplacedProblem } from "../../text/file-problem.ts";
import { chartDocs, chartStyle } from "./chart-style.ts";
import { listEntries, type MapEntry, rangeOf, resolve } from "./document.ts";
import { addPairs, findStep, removePair, setScalar } from "./edit.ts";
import { explainTwo, isEnabled, isSurelyEnabled } from "./enabled-place.ts";
import { judge } from "./quantity.ts";
import { isFilledIn, type Source } from "./source.ts";

/** A claim that the chart makes or finds. */
export function lintClaim(
	source: Source,
	claim: MapEntry,
	path: readonly string[],
	winner: readonly MapEntry[],
): UnplacedProblem[] {
	const { document, file } = source;
	const { text } = file;
	const remarks: UnplacedProblem[] = [];
	const entries = listEntries(claim.pair.value, document);
	const read = (name: string) => {
		const entry = entries.get(name);
		const node = entry && resolve(entry.pair.value, document);
		return isScalar(node) && entry && !isFilledIn(file, rangeOf(node)) ? { entry, value: node.value } : undefined;
	};
	const isOn = isEnabled(claim, document);
	const name = read("existingClaimName");
	const create = entries.get("create");
	const made = read("create");
	const isMade = create === undefined || (made !== undefined && Boolean(made.value));
	if (winner.length > 0 && isSurelyEnabled(source, claim)) {
		const isOurs = path[1] === "checkpoint_location";
		const more = isOurs ? "The claim is mounted all the same." : undefined;
		remarks.push({ ...explainTwo(source, chartStyle, claim, winner, more), path });
	}
	if (isOn && isMade && name && typeof name.value === "string" && name.value !== "") {
		const { entry } = name;
		const find = claim.pair.value;
		const off: FileFix[] = [];
		const set = create
			? create.isShared
				? undefined
				: setScalar(text, create.pair, false)
			: claim.isShared || !isMap(find)
				? undefined
				: addPairs(text, find, claim.pair, { create: false }, findStep(text));
		if (set) off.push({ title: "create: false", edits: set });
		const gone = entry.isShared || !isMap(find) ? undefined : removePair(text, find, entry.pair);
		if (gone) off.push({ title: "Remove existingClaimName", edits: gone });
		remarks.push({
			code: "claim-conflict",
			severity: "error",
			message: "The chart refuses existingClaimName together with create, which is true unless it is set.",
			path: [...path, "existingClaimName"],
			range: rangeOf(entry.key),
			docs: chartDocs,
			...(off[0] && { fix: off[0] }),
			...(off[1] && { alternatives: [off[1]] }),
		});
	}
	if (
		isOn &&
		made &&
		!made.value &&
		(name === undefined || name.value === "" || name.value === null) &&
		!isReference(entries, "existingClaimName", source)
	) {
		remarks.push({
			code: "missing-value",
			severity: "error",
			message: "With create: false, set existingClaimName to the name of the claim.",
			path: [...path, "create"],
			range: rangeOf(made.entry.key),
			docs: chartDocs,
		});
	}
	const size = entries.get("size");
	if (size) remarks.push(...judge(source, size.pair, [...path, "size"], chartDocs, document));
	return remarks;
}

/** Whether a key's value is one that another program fills in. */
function isReference(entries: ReadonlyMap<string, MapEntry>, name: string, { file, document }: Source): boolean {
	const node = resolve(entries.get(name)?.pair.value, document);
	return isScalar(node) && isFilledIn(file, rangeOf(node));
}
