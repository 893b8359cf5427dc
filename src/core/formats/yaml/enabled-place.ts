import { isScalar, type Node } from "yaml";
import type { Store } from "../../stores/stores.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { UnplacedProblem } from "../../text/file-problem.ts";
import { listEntries, type MapEntry, rangeOf, resolve, type YamlDocument } from "./document.ts";
import { setScalar } from "./edit.ts";
import type { StoreSection } from "./location.ts";
import type { LocationStyle } from "./location-style.ts";
import { isFilledIn, type Source } from "./source.ts";

/**
 * The chartOrder in which the chart looks at them, before its own claim.
 *
 * @see polars-inc/helm-charts, worker template at 9b2536405d, between chart 2.2.0 and 2.3.1; that of 3.x isn't known.
 */
export const chartOrder: readonly Store[] = ["s3", "abs", "gcs", "shared_filesystem"];

/**
 * Says that a place is enabled beside one that the chart takes before it.
 *
 * @param earlier Those that the chart takes before it.
 * @param more What else becomes of it, as a sentence.
 */
export function explainTwo(
	source: Source,
	style: LocationStyle,
	own: MapEntry,
	earlier: readonly MapEntry[],
	more?: string,
): UnplacedProblem {
	const [winner] = earlier;
	const about = {
		code: "two-places",
		severity: "warning",
		path: [],
		range: rangeOf(own.key),
		docs: style.docs,
	} as const;
	if (style.isOpenOrder) {
		const message =
			"More than one place is enabled, and it is not known which one the chart uses. Disable all but one.";
		return { ...about, message };
	}
	const names = `${chartOrder.map(style.nameOf).join(", ")} and sharedPersistentVolumeClaim`;
	const used = `The chart uses the first of ${names}: ${winner?.name}, and not ${own.name}.`;
	const off = disable(source, own);
	const instead = earlier.flatMap((entry) => disable(source, entry) ?? []);
	return {
		...about,
		message: ["More than one place is enabled.", used, more, "Helm reports no error. Disable one."]
			.filter(Boolean)
			.join(" "),
		...(off && { fix: { title: "enabled: false", edits: off } }),
		...(off && instead.length > 0 && { alternatives: [{ title: `Use ${own.name}`, edits: instead }] }),
	};
}

function disable({ file, document }: Source, own: MapEntry): readonly TextEdit[] | undefined {
	const enabled = listEntries(own.pair.value, document).get("enabled");
	return enabled && !enabled.isShared ? setScalar(file.text, enabled.pair, false) : undefined;
}

/** As a template of the chart asks: whatever is neither empty nor zero nor false is true. */
export function isEnabled(own: MapEntry, document: YamlDocument): boolean {
	const value = resolve(listEntries(own.pair.value, document).get("enabled")?.pair.value, document);
	return isScalar(value) && Boolean(value.value);
}

/** Whether a place is enabled, and no other program fills in whether it is. */
export function isSurelyEnabled({ file, document }: Source, own: MapEntry): boolean {
	const node = listEntries(own.pair.value, document).get("enabled")?.pair.value;
	return isEnabled(own, document) && !isFilledIn(file, rangeOf(node as Node | undefined));
}

/** The places that are surely enabled, in the chart's chartOrder. */
export function listEnabled(source: Source, sections: readonly StoreSection[]): readonly MapEntry[] {
	return sections.flatMap(({ entry }) => (isSurelyEnabled(source, entry) ? [entry] : []));
}
