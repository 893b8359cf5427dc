import type { TextRange } from "../../problem.ts";

/** An assignment in a file of variables, as systemd reads it. Places are those of the whole text. */
export interface Variable extends TextRange {
	/** What stands before the `=`, without white space at its ends: not always a lawful name. */
	readonly name: string;
	readonly nameRange: TextRange;
	readonly value: string;
	/** From the first character of the value to its last, with the quotes. */
	readonly place: TextRange;
	/** Where the value's text begins, if it is spelt as it is. */
	readonly contents?: number;
	/** What `docker run --env-file` reads in its place: all that follows the `=` on its line. */
	readonly dockerValue: string;
}

/**
 * Reads the assignments of a file of variables as systemd's `EnvironmentFile` does, whatever the text.
 *
 * @returns Every assignment in its order, with the same name as often as it is there. Lines without a `=` are left out.
 * @see docs: systemd.exec(5), `EnvironmentFile=`; what it leaves open is as in systemd, src/basic/env-file.c
 * (`parse_env_file_internal`).
 */
export function readVariables(text: string): readonly Variable[] {
	const variables: Variable[] = [];
	let state: "name" | "start" | "value" | "escape" | "single" | "double" | "double escape" | "comment" = "name";
	let name = "";
	let value = "";
	// Length of the value without the white space at its end.
	let kept = 0;
	let nameStart = 0;
	let equals = 0;
	let from = -1;
	let to = 0;
	const finish = (end: number) => {
		const own = name.replace(/[ \t]+$/, "");
		const held = state === "value" ? value.slice(0, kept) : value;
		const place = from === -1 ? { start: equals + 1, end: equals + 1 } : { start: from, end: to };
		const lineEnd = text.indexOf("\n", equals);
		const written = text.slice(place.start, place.end);
		const contents =
			written === held ? place.start : written.slice(1, -1) === held && written !== held ? place.start + 1 : undefined;
		variables.push({
			start: nameStart,
			end,
			name: own,
			nameRange: { start: nameStart, end: nameStart + own.length },
			value: held,
			place,
			...(contents !== undefined && { contents }),
			dockerValue: text.slice(equals + 1, lineEnd === -1 ? text.length : lineEnd).replace(/\r$/, ""),
		});
		[state, name, value, kept, from] = ["name", "", "", 0, -1];
	};
	const start = text.startsWith("\ufeff") ? 1 : 0;
	for (let at = start; at < text.length; at++) {
		const character = text[at] ?? "";
		const isNewline = character === "\n" || character === "\r";
		const isSpace = isNewline || character === " " || character === "\t";
		if (state !== "name" && state !== "comment" && state !== "start" && from === -1) from = at;
		switch (state) {
			case "name":
				if (name === "" && (character === "#" || character === ";")) state = "comment";
				else if (isNewline) name = "";
				else if (character === "=" && name !== "") [state, equals] = ["start", at];
				else if (name !== "" || !isSpace) {
					if (name === "") nameStart = at;
					name += character;
				}
				break;
			case "start":
			case "value":
				if (isNewline) {
					finish(at);
					break;
				}
				if (!isSpace) {
					if (from === -1) from = at;
					to = at + 1;
				}
				if (character === "\\") state = "escape";
				else if (state === "start" && character === "'") state = "single";
				else if (state === "start" && character === '"') state = "double";
				else if (state === "value" || !isSpace) {
					value += character;
					if (!isSpace) kept = value.length;
					state = "value";
				}
				break;
			case "escape":
				if (!isNewline) value += character;
				kept = value.length;
				to = at + 1;
				state = "value";
				break;
			case "single":
				if (character === "'") state = "start";
				else value += character;
				to = at + 1;
				break;
			case "double":
				if (character === '"') state = "start";
				else if (character === "\\") state = "double escape";
				else value += character;
				to = at + 1;
				break;
			case "double escape":
				if ('"\\`$'.includes(character)) value += character;
				else if (character !== "\n") value += `\\${character}`;
				to = at + 1;
				state = "double";
				break;
			case "comment":
				if (isNewline) state = "name";
		}
	}
	if (state !== "name" && state !== "comment") finish(text.length);
	return variables;
}
