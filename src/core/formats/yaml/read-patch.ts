import { parseAllDocuments } from "yaml";
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import { readYaml } from "./document.ts";

/**
 * Compares a file before and after a patch, as YAML 1.1 and as YAML 1.2: beside some paths of one document, all must say
 * what it said.
 *
 * @param index Which document was patched.
 * @param paths What of it may say something else now.
 * @returns Whether it does.
 */
export function saysAllElse(
	before: string,
	after: string,
	index: number,
	paths: readonly (readonly string[])[],
): boolean {
	return (["1.1", "1.2"] as const).every((version) => {
		const [was, is] = [before, after].map((text) => readValues(text, version, index, paths));
		return was !== undefined && is !== undefined && isSame(was, is);
	});
}

/**
 * Compares a file before and after some edits, as YAML 1.1 and as YAML 1.2: one document must say what a change makes of
 * what it said, and all others what they said.
 *
 * @param index Which document the change is of.
 * @returns Whether they do.
 */
export function saysSameAfter(
	before: string,
	edits: readonly TextEdit[],
	index: number,
	change: (document: unknown) => unknown,
): boolean {
	return (["1.1", "1.2"] as const).every((version) => {
		const was = readDocuments(before, version);
		const is = readDocuments(applyEdits(before, edits), version);
		return was !== undefined && is !== undefined && isSame(was.with(index, change(was[index])), is);
	});
}

function readValues(
	text: string,
	version: "1.1" | "1.2",
	index: number,
	paths: readonly (readonly string[])[],
): unknown[] | undefined {
	return readDocuments(text, version)?.map((value, at) => (at === index ? paths.reduce(leaveOut, value) : value));
}

function readDocuments(text: string, version: "1.1" | "1.2"): unknown[] | undefined {
	try {
		const options = { version, merge: true, uniqueKeys: false, prettyErrors: false, logLevel: "silent" } as const;
		const documents = parseAllDocuments(readYaml(text).masked, options);
		if ("empty" in documents || documents.some(({ errors }) => errors.length > 0)) return undefined;
		return documents.map((document): unknown => document.toJS());
	} catch {
		return undefined;
	}
}

/** A value without what stands at a path. A map that has nothing else then is as good as none. */
function leaveOut(value: unknown, [key = "", ...rest]: readonly string[]): unknown {
	if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return value;
	const { [key]: own, ...others } = value as Readonly<Record<string, unknown>>;
	if (rest.length === 0) return others;
	return { ...others, [key]: leaveOut(own, rest) };
}

function isSame(one: unknown, other: unknown): boolean {
	if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
		return Object.is(one, other);
	}
	if (one instanceof Date || other instanceof Date) {
		return one instanceof Date && other instanceof Date && one.getTime() === other.getTime();
	}
	const keys = Object.keys(one);
	return (
		Array.isArray(one) === Array.isArray(other) &&
		keys.length === Object.keys(other).length &&
		keys.every(
			(key) =>
				Object.hasOwn(other, key) &&
				isSame((one as Readonly<Record<string, unknown>>)[key], (other as Readonly<Record<string, unknown>>)[key]),
		)
	);
}
