import { isSameSetting, type NodeSetting } from "../../node-file/placed-setting.ts";
import type { Store } from "../../stores/stores.ts";
import type { TextEdit } from "../../text/edit.ts";
import { addTree } from "./add-tree.ts";
import { chartPlaces, claimKey } from "./chart-style.ts";
import { findEntry, listEntries, type MapEntry } from "./document.ts";
import { addPairs, findStep, setScalar, type Written } from "./edit.ts";
import { isEnabled } from "./enabled-place.ts";
import { periodPath } from "./period.ts";
import { readValues } from "./read-values.ts";
import type { Source } from "./source.ts";
import { stepLocation } from "./step-location.ts";
import { writeStore } from "./write-location.ts";
import { below } from "./write-view.ts";

/** One step nearer to what the values shall say. */
export function stepValues(
	source: Source,
	root: readonly string[],
	wanted: readonly NodeSetting[],
): readonly TextEdit[] | undefined {
	const { file, document } = source;
	const { text } = file;
	const reading = readValues(source, root);
	const step = findStep(text);
	const additions: Record<string, Written> = {};
	const period = wanted.find(({ path }) => path.join() === periodPath.join());
	const held = reading.settings.find(({ path }) => path.join() === periodPath.join());
	if (period && !(held && isSameSetting(held, period))) {
		if (typeof period.value !== "string") return undefined;
		if (reading.period) {
			return reading.period.isShared ? undefined : setScalar(text, reading.period.pair, period.value);
		}
		additions.checkpoint = { period: period.value };
	}
	for (const [index, { base, key, style, claimPath }] of chartPlaces.entries()) {
		const location = reading.locations[index];
		const own = below(wanted, base);
		if (!location) return undefined;
		const claim = findEntry(document.root, [...root, key, claimKey], document);
		const isClaimed =
			claim !== undefined && !location.sections.some(({ isActive }) => isActive) && isEnabled(claim, document);
		const isClaim = isClaimed && own.length === 1 && own[0]?.value === claimPath;
		if (isClaim) continue;
		if (isClaimed) return turnOff(source, claim, step);
		const edits = stepLocation(source, location, own, style);
		if (!edits || edits.length > 0) return edits;
		const store = own[0]?.path[base.length] as Store | undefined;
		if (!store || location.sections.some((section) => section.store === store)) {
			continue;
		}
		const written = writeStore(store, own, style);
		if (written === undefined) return undefined;
		additions[key] = { [style.nameOf(store)]: written };
	}
	return addTree(source, root, additions, step);
}

/** Turns a claim off. */
function turnOff({ file: { text }, document }: Source, claim: MapEntry, step: number): readonly TextEdit[] | undefined {
	if (claim.isShared) return undefined;
	const enabled = listEntries(claim.pair.value, document).get("enabled");
	if (enabled?.isShared) return undefined;
	return enabled
		? setScalar(text, enabled.pair, false)
		: addPairs(text, claim.pair.value, claim.pair, { enabled: false }, step);
}
