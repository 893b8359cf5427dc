import { isMap, isScalar, type Node } from "yaml";
import type { UnplacedProblem } from "../../text/file-problem.ts";
import { chartDocs, chartPlaces } from "./chart-style.ts";
import { listEntries, type MapEntry, rangeOf, resolve } from "./document.ts";
import { addPairs, findStep, setScalar } from "./edit.ts";
import { isFilledIn, type Source } from "./source.ts";

/** Flags that aren't flags, and places that nothing turns on. */
export function lintEnabled(
	source: Source,
	find: (...path: string[]) => MapEntry | undefined,
	isMaking: boolean,
): UnplacedProblem[] {
	const { file, document } = source;
	const remarks: UnplacedProblem[] = [];
	for (const { key, base } of chartPlaces) {
		for (const [name, own] of listEntries(find(key)?.pair.value, document)) {
			const entries = listEntries(own.pair.value, document);
			for (const flag of ["enabled", "create"]) {
				const entry = entries.get(flag);
				const node = entry && resolve(entry.pair.value, document);
				if (!entry || !isScalar(node) || typeof node.value !== "string" || isFilledIn(file, rangeOf(node))) continue;
				const isFalse = /^(?:false|no|off|0|n)$/i.test(node.value.trim());
				const value = !isFalse;
				const edits = entry.isShared ? undefined : setScalar(file.text, entry.pair, value);
				remarks.push({
					code: "wrong-type",
					severity: isFalse ? "warning" : "advice",
					message: isFalse
						? "The chart reads any text as true, this one too. Write false, without quotes."
						: "This is text, which the chart always reads as true. Write true or false, without quotes.",
					path: [...base, name, flag],
					range: rangeOf(entry.pair.value as Node),
					docs: chartDocs,
					...(edits && { fix: { title: String(value), edits } }),
				});
			}
			const isPlace = entries.has("endpoint") || entries.has("path") || entries.has("options");
			const node = resolve(own.pair.value, document);
			if (key !== "checkpointData" || isMaking || entries.has("enabled") || !isPlace || !isMap(node)) continue;
			const [first] = node.items;
			const edits =
				own.isShared || node !== own.pair.value || !first
					? undefined
					: addPairs(file.text, node, own.pair, { enabled: true }, findStep(file.text));
			remarks.push({
				code: "enabled-missing",
				severity: "warning",
				message: "The chart uses this only with enabled: true, which is false unless it is set.",
				path: [...base, name],
				range: rangeOf(own.key),
				docs: chartDocs,
				...(edits && { fix: { title: "enabled: true", edits } }),
			});
		}
	}
	return remarks;
}
