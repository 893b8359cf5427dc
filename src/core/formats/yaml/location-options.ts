import { isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { TextRange } from "../../problem.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import type { Store } from "../../stores/stores.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { UnplacedProblem } from "../../text/file-problem.ts";
import { askForKind } from "../../text/wording.ts";
import { listEntries, type MapEntry, rangeOf, resolve } from "./document.ts";
import { removeItem, spellScalar } from "./edit.ts";
import { type Held, readHeld, readReference, readScalar } from "./held-setting.ts";
import type { LocationStyle } from "./location-style.ts";
import type { Source } from "./source.ts";

/** Reads the options of a store, each by the key that its variable sets, and says what is wrong with their list. */
export function readOptions(
	source: Source,
	entry: MapEntry,
	path: readonly string[],
	heads: readonly TextRange[],
	style: LocationStyle,
	remarks: UnplacedProblem[],
): readonly Held[] {
	const { file, document } = source;
	const list = resolve(entry.pair.value, document);
	const say = (
		code: ProblemCode,
		severity: UnplacedProblem["severity"],
		message: string,
		range: TextRange,
		fix?: UnplacedProblem["fix"],
	) => remarks.push({ code, severity, message, path, range, docs: style.docs, ...(fix && { fix }) });
	if (isMap(list)) {
		const options = [...listEntries(entry.pair.value, document, entry.isShared)];
		const fix = list.flow || entry.isShared ? undefined : writeAsList(file.text, list.items);
		say("wrong-type", "error", askForKind("a list of name and value", "a map"), rangeOf(entry.key), fix);
		return options.flatMap(([name, own]) => readHeld(source, [...path, name], [...heads, rangeOf(own.key)], own) ?? []);
	}
	if (!isSeq(list)) return [];
	const isShared = entry.isShared || list !== entry.pair.value;
	const settings = new Map<string, Held>();
	list.items.forEach((item, index) => {
		const node = item as Node;
		const own = listEntries(item, document, isShared);
		const name = own.get("name");
		const text = name && readScalar(source, name.pair.value);
		if (own.size === 0 || !name || (text === null && name)) {
			say(
				"missing-value",
				"error",
				"An option needs a name.",
				own.size === 0 ? rangeOf(node) : rangeOf([...own.values()][0]?.key),
			);
			return;
		}
		if (typeof text !== "string") {
			if (text !== undefined)
				say("wrong-type", "error", "Write the option's name as text in quotes.", rangeOf(name.pair.value as Node));
			return;
		}
		const nameRange = rangeOf(resolve(name.pair.value, document));
		if (text === "url" || text === "path") {
			const meant = style.placeOf(path.at(-1) as Store);
			say("misplaced-key", "error", `The option ${text} is refused. Set the place in ${meant}.`, nameRange);
			return;
		}
		const value = own.get("value");
		const reference = own.get("valueFrom");
		if (value && reference) {
			say(
				"wrong-value",
				"error",
				"Kubernetes refuses value and valueFrom together. Keep one of them.",
				rangeOf(value.key),
			);
		}
		const isKnown = value !== undefined && !reference;
		const source2 = isKnown ? value : reference;
		const option = { index, item: node, ...(!name.isShared && { name: name.pair }) };
		const names = [...heads, nameRange];
		const held: Held | undefined = isKnown
			? readHeld(source, [...path, text], names, value, option)
			: {
					path: [...path, text],
					value: reference ? undefined : "",
					names,
					place: source2 ? rangeOf(source2.key) : nameRange,
					...readReference(reference, document),
					...(source2 && !source2.isShared && { pair: source2.pair }),
					option,
				};
		const earlier = settings.get(text);
		if (earlier) {
			const edits = isShared ? undefined : removeItem(file.text, list, earlier.option?.index ?? 0);
			const fix = edits && { title: "Remove it", edits };
			say(
				"repeated-key",
				"warning",
				"This option is set again below, and that value is used.",
				earlier.names.at(-1) ?? nameRange,
				fix,
			);
			settings.delete(text);
		}
		if (held) settings.set(text, held);
	});
	return [...settings.values()];
}

/** Edits that make a list of options out of a map of them. */
function writeAsList(text: string, pairs: readonly Pair[]): UnplacedProblem["fix"] {
	const edits: TextEdit[] = [];
	for (const { key, value } of pairs) {
		if (!isScalar(key) || !isScalar(value)) return undefined;
		const { start, end } = rangeOf(key);
		const indent = " ".repeat(start - (text.lastIndexOf("\n", start - 1) + 1));
		edits.push({ range: { start, end }, text: `- name: ${text.slice(start, end)}\n${indent}  value` });
		if (typeof value.value !== "string") {
			const range = rangeOf(value);
			const written = text.slice(range.start, range.end);
			edits.push({ range, text: range.start === range.end ? ' ""' : spellScalar(written) });
		}
	}
	return { title: "Write a list", edits };
}
