import { formatGo } from "../../duration/go.ts";
import { parseDuration } from "../../duration/parse.ts";
import { isSameSetting, type NodeSetting } from "../../node-file/placed-setting.ts";
import type { Store } from "../../stores/stores.ts";
import type { TextEdit } from "../../text/edit.ts";
import { addTree } from "./add-tree.ts";
import { findStep, setScalar, type Written } from "./edit.ts";
import type { SpecPath } from "./kind.ts";
import { operatorPlaces } from "./operator-style.ts";
import { periodPath } from "./period.ts";
import { readSpec } from "./read-spec.ts";
import type { Source } from "./source.ts";
import { stepLocation } from "./step-location.ts";
import { writeStore } from "./write-location.ts";
import { below, nest } from "./write-view.ts";

/** One step nearer to what a spec shall say. */
export function stepSpec(
	source: Source,
	specPath: SpecPath,
	wanted: readonly NodeSetting[],
): readonly TextEdit[] | undefined {
	const { file } = source;
	const reading = readSpec(source, specPath);
	const step = findStep(file.text);
	const additions: Record<string, Written> = {};
	const period = wanted.find(({ path }) => path.join() === periodPath.join());
	const held = reading.settings.find(({ path }) => path.join() === periodPath.join());
	if (period && !(held && isSameSetting(held, period))) {
		const text = spellPeriod(period.value);
		if (text === undefined) return undefined;
		if (reading.period) return reading.period.isShared ? undefined : setScalar(file.text, reading.period.pair, text);
		Object.assign(additions, nest(["checkpoint", "period"], text));
	}
	for (const [index, [base, path, style]] of operatorPlaces.entries()) {
		const location = reading.locations[index];
		const own = below(wanted, base);
		if (!location) return undefined;
		const edits = stepLocation(source, location, own.filter(isHeld), style);
		if (!edits || edits.length > 0) return edits;
		const [first] = own.filter(isHeld);
		const store = first?.path[base.length] as Store | undefined;
		if (!store || location.sections.some((section) => section.store === store)) continue;
		const written = writeStore(store, own, style);
		if (written === undefined) return undefined;
		const [head = "", ...rest] = path;
		const before = additions[head];
		const inner = nest([...rest, style.nameOf(store)], written);
		additions[head] = {
			...(typeof before === "object" && !Array.isArray(before) ? before : {}),
			...(inner as object),
		} as Written;
	}
	return addTree(source, specPath, additions, step);
}

/** What a shuffle's place on local disk says has no counterpart that could change. */
function isHeld({ path }: NodeSetting): boolean {
	return path[2] !== "local";
}

function spellPeriod(value: NodeSetting["value"]): string | undefined {
	if (typeof value !== "string") return undefined;
	const duration = parseDuration(value);
	if (!duration.ok) return undefined;
	const { exact, text } = formatGo(duration.nanoseconds);
	return exact ? text : undefined;
}
