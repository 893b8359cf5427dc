import { noticeSurprise, parseDuration } from "../duration/parse.ts";
import { findPlaceholder } from "../object-store/placeholder.ts";
import type { TextProblem } from "../problem.ts";

const second = 1_000_000_000n;

/** Judges a period as jiff reads it: nothing around it is dropped. Of one that holds a placeholder it says nothing. */
export function judgePeriod(text: string): TextProblem | undefined {
	if (findPlaceholder(text)) return undefined;
	const duration = parseDuration(text);
	return duration.ok ? undefined : duration.problem;
}

/**
 * Advice on a period.
 *
 * @param text A period; nothing is said of one that isn't valid.
 */
export function advisePeriod(text: string): TextProblem | undefined {
	const duration = parseDuration(text);
	if (!duration.ok) return undefined;
	const short = (message: string): TextProblem => ({
		code: "period-length",
		severity: "warning",
		message,
		fix: { title: "10 mins", text: "10 mins" },
	});
	const surprise = noticeSurprise(text);
	if (surprise) return surprise;
	if (duration.nanoseconds === 0n) return short("With a period of zero, every stage makes a checkpoint.");
	if (duration.nanoseconds < 60n * second) {
		return short(
			"With less than a minute, every shuffle of a large query makes a checkpoint. About 10 minutes makes sense.",
		);
	}
	if (duration.nanoseconds > 24n * 3600n * second) {
		return {
			code: "period-length",
			severity: "advice",
			message: "A query that is shorter than this makes no checkpoint at all.",
		};
	}
	return undefined;
}
