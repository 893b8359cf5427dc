import type { ConfigFormat } from "../config-file/format.ts";
import { applyEdits } from "../text/edit.ts";
import type { FileFix } from "../text/file-problem.ts";
import { lintConfig } from "./lint.ts";

/** Each problem of a text as `severity LINE “marked characters” message`. */
export function say(text: string, format?: ConfigFormat): string[] {
	return lintConfig(text, format).map(
		({ severity, line, range, message }) => `${severity} ${line} “${text.slice(range.start, range.end)}” ${message}`,
	);
}

/** The texts that a text's fixes make of it, first fixes first. */
export function listMended(text: string, format?: ConfigFormat): string[] {
	const problems = lintConfig(text, format);
	const fixes: FileFix[] = [
		...problems.flatMap(({ fix }) => fix ?? []),
		...problems.flatMap((p) => p.alternatives ?? []),
	];
	return fixes.map(({ edits }) => applyEdits(text, edits));
}

/** What is left of a text once the first fix of a problem was made again and again. */
export function mendAll(text: string, format?: ConfigFormat): string {
	let mended = text;
	for (let round = 0; round < 50; round++) {
		const problem = lintConfig(mended, format).find(({ fix }) => fix);
		if (!problem?.fix) return mended;
		mended = applyEdits(mended, problem.fix.edits);
	}
	throw new Error("Fixes never end.");
}
