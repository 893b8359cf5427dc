import { checkDraft, sortBySeverity } from "../../core/draft/check.ts";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { formatIso, formatWords } from "../../core/duration/format.ts";
import { parseDuration } from "../../core/duration/parse.ts";
import type { Output } from "../../core/outputs/output.ts";
import type { Problem } from "../../core/problem.ts";

/** What there is to say about a draft. */
export interface Judgement {
	readonly problems: readonly Problem[];
	/** What the period means, if it is one: `10 minutes` and `PT10M`. */
	readonly period: { readonly words: string; readonly iso: string } | undefined;
}

/**
 * Judges a draft, and whether its output can say it. This module holds all that Polars' rules weigh, so the page loads it after it has been
 * seen.
 */
export function judgeDraft(draft: CheckpointDraft, output: Output): Judgement {
	const duration = parseDuration(draft.period.trim());
	const own = checkDraft(draft).problems;
	const broken = new Set(own.filter(({ severity }) => severity === "error").map(({ path }) => path.join(".")));
	// A text that no output may hold needs no word on what this one can't.
	const more = output.check(draft).filter(({ path }) => !broken.has(path.join(".")));
	return {
		problems: sortBySeverity([...own, ...more]),
		period: duration.ok
			? { words: formatWords(duration.nanoseconds), iso: formatIso(duration.nanoseconds) }
			: undefined,
	};
}
