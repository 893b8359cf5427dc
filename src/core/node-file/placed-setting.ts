import { parseDuration } from "../duration/parse.ts";
import type { TextRange } from "../problem.ts";

/** A value that a node's file can hold at a key, less tables and arrays. */
export type PlainValue = string | boolean | bigint | number;

/** A setting of a node's file: its key from the root and its value. */
export interface NodeSetting {
	readonly path: readonly string[];
	/** Undefined where the setting is there and what it says isn't known: a reference to a Secret, say. */
	readonly value: PlainValue | undefined;
}

/** A setting of a node's file, and where a file of another format says it. */
export interface PlacedSetting extends NodeSetting {
	/** For each part of the path, what names it; one name may stand for several parts. */
	readonly names: readonly TextRange[];
	/** The value as it is written, with its quotes. */
	readonly place: TextRange;
	/** Where the value's text begins, if the file spells it as it is. */
	readonly contents?: number;
	/** The entry of a Secret that holds the value. */
	readonly reference?: { readonly secret: string; readonly key: string };
	/** No characters say it: it follows from others, such as the default of a Helm chart. */
	readonly implied?: true;
}

/** Whether two settings of one path say the same; of a period, the same time, however it is spelt. */
export function isSameSetting({ path, value }: NodeSetting, { value: other }: NodeSetting): boolean {
	if (Object.is(value, other)) return true;
	if (path.at(-1) !== "period" || typeof value !== "string" || typeof other !== "string") return false;
	const [one, two] = [parseDuration(value), parseDuration(other)];
	return one.ok && two.ok && one.nanoseconds === two.nanoseconds;
}
