import { isScalar, type Node, type Pair } from "yaml";
import type { PlacedSetting, PlainValue } from "../../node-file/placed-setting.ts";
import type { TextRange } from "../../problem.ts";
import { findEntry, type MapEntry, rangeOf, resolve, type YamlDocument } from "./document.ts";
import { isFilledIn, type Source } from "./source.ts";

/** A setting with what holds it in YAML. */
export interface Held extends PlacedSetting {
	/** The pair of its value. */
	readonly pair?: Pair;
	/** The item of `options`, and the pair of its name. */
	readonly option?: { readonly index: number; readonly item: Node; readonly name?: Pair };
}

/** A setting whose value an entry holds; undefined where it holds none. */
export function readHeld(
	source: Source,
	path: readonly string[],
	names: readonly TextRange[],
	{ pair, isShared, key }: MapEntry,
	option?: Held["option"],
): Held | undefined {
	const value = readVariable(readScalar(source, pair.value));
	if (value === null && !option) return undefined;
	const node = pair.value as Node | undefined;
	const place = node?.range && node.range[0] < node.range[1] ? rangeOf(node) : rangeOf(key);
	const written = source.file.text.slice(place.start, place.end);
	const contents =
		written === value ? place.start : written.slice(1, -1) === value && written !== value ? place.start + 1 : undefined;
	return {
		path,
		value: value === null ? "" : value,
		names,
		place,
		...(contents !== undefined && { contents }),
		...(!isShared && { pair }),
		...(option && { option }),
	};
}

/** A scalar of YAML as a value of a node's file; undefined for one that isn't known, null for none at all. */
export function readScalar({ file, document }: Source, node: unknown): PlainValue | null | undefined {
	const found = resolve(node, document);
	if (node === null || node === undefined) return null;
	if (!isScalar(found)) return undefined;
	if (isFilledIn(file, rangeOf(found))) return undefined;
	const { value, source = "" } = found;
	if (value === null) return null;
	if (typeof value === "string" || typeof value === "boolean") return value;
	const isNumber = (typeof value === "bigint" || typeof value === "number") && !source.includes(":");
	return isNumber ? value : source;
}

/** Kubernetes puts other variables in the place of `$(NAME)`, and one `$` in that of two. */
function readVariable(value: PlainValue | null | undefined): PlainValue | null | undefined {
	if (typeof value !== "string") return value;
	if (/^(?:[^$]|\$[^(])*\$\(/.test(value)) return undefined;
	return value.replaceAll("$$", "$");
}

/** The entry of a Secret that an option's `valueFrom` names. */
export function readReference(reference: MapEntry | undefined, document: YamlDocument): Pick<Held, "reference"> {
	const read = (key: string) => {
		const node = resolve(findEntry(reference?.pair.value, ["secretKeyRef", key], document)?.pair.value, document);
		return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
	};
	const [secret, key] = [read("name"), read("key")];
	return secret === undefined || key === undefined ? {} : { reference: { secret, key } };
}
