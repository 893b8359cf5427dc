import type { ConfigPart } from "../config-file/open-config.ts";
import type { PlacedSetting } from "../node-file/placed-setting.ts";
import type { TextRange } from "../problem.ts";
import type { FileFix, UnplacedProblem } from "../text/file-problem.ts";
import { findFirst } from "../text/find-first.ts";

/** What it takes to try a fix out in another format, beside the length of the text. */
const overhead = 500;

/** How much may yet be read to try fixes out. */
export class TrialBudget {
	private left: number;

	constructor(length: number) {
		this.left = 2_000_000 + 4 * length;
	}

	/** Takes what one trial takes; whether there was as much. */
	spend(length: number): boolean {
		this.left -= length + overhead;
		return this.left >= 0;
	}
}

/**
 * Says what was found in a part's file of the text that the part is of: at its places, in its words, with the fixes that
 * it can make. What was found in what nobody wrote, or in what nobody knows, is left out.
 */
export function translateRemarks(
	part: ConfigPart,
	remarks: readonly UnplacedProblem[],
	length: number,
	budget: TrialBudget,
): UnplacedProblem[] {
	if (part.format === "toml" && !part.expansions) return [...remarks];
	const isSaid = new Set(part.remarks.filter(({ severity }) => severity !== "advice").map(nameOf));
	return remarks.flatMap((remark): UnplacedProblem[] => {
		const settings = part.findSettings(remark.range);
		if (isSaid.has(nameOf(remark)) && settings.length > 0) return [];
		const range = part.findPlace(remark.range);
		if (!range || isFilledIn(part, range)) return [];
		const about = settings.length === 1 ? settings[0] : undefined;
		const isOfValue = about !== undefined && range.start >= about.place.start && range.end <= about.place.end;
		if (isOfValue && !isKnown(about)) return [];
		const translate = (fix: FileFix): FileFix[] => {
			if (!budget.spend(length)) return [];
			const edits = part.translate(fix.edits);
			return edits ? [{ title: speak(fix.title, part), edits }] : [];
		};
		const { fix, alternatives, ...rest } = remark;
		const [first] = fix ? translate(fix) : [];
		const others = (alternatives ?? []).flatMap(translate);
		return [
			{
				...rest,
				message: speak(remark.message, part),
				range,
				...(first && { fix: first }),
				...(others.length > 0 && { alternatives: others }),
			},
		];
	});
}

/** Whether the shell puts in a part of what is marked. */
function isFilledIn({ expansions = [] }: ConfigPart, { start, end }: TextRange): boolean {
	const index = findFirst(expansions.length, (at) => (expansions[at]?.end ?? 0) > start);
	return (expansions[index]?.start ?? Infinity) < Math.max(end, start + 1);
}

function nameOf({ path }: UnplacedProblem): string {
	return path.join("\0");
}

/** Whether it is known what a setting will say: neither a reference nor what another program fills in is. */
function isKnown({ value }: PlacedSetting): boolean {
	return value !== undefined;
}

/** A sentence about TOML in the words of another format. */
function speak(sentence: string, { format }: ConfigPart): string {
	if (format !== "env") return sentence;
	return sentence
		.replace(", without quotes", "")
		.replace(/\btexts? in quotes/, (words) => words.replace(" in quotes", ""))
		.replace(/^"([^"\\]*)"$/, "$1");
}
