import type { Setting } from "../draft/setting.ts";
import { compareEntries, type Entries } from "./compare.ts";
import { countBytes, fits, longestLine, nameVariable } from "./env-file.ts";
import type { TextFile } from "./output.ts";

/**
 * Reads a file of variables as systemd's `EnvironmentFile` does.
 *
 * @returns Its variables in their order; nothing where systemd refuses the whole file.
 * @see docs: systemd.exec(5), `EnvironmentFile=`; what it leaves open is as in systemd, src/basic/env-file.c
 * (`parse_env_file_internal`). Like the older releases of src/basic/env-util.c, it drops a variable with a control
 * character.
 */
export function readSystemd(text: string): Entries | undefined {
	if (/[\0\ufeff]|\p{Noncharacter_Code_Point}/u.test(text)) return undefined;
	const variables: (readonly [string, string])[] = [];
	let state: "name" | "start" | "value" | "escape" | "single" | "double" | "double escape" | "comment" = "name";
	let name = "";
	let value = "";
	// Length of the value without the white space at its end.
	let kept = 0;
	const finish = () => {
		variables.push([name.replace(/[ \t]+$/, ""), state === "value" ? value.slice(0, kept) : value]);
		[state, name, value, kept] = ["name", "", "", 0];
	};
	for (const character of text) {
		const isNewline = character === "\n" || character === "\r";
		const isSpace = isNewline || character === " " || character === "\t";
		switch (state) {
			case "name":
				if (name === "" && (character === "#" || character === ";")) state = "comment";
				else if (isNewline) name = "";
				else if (character === "=" && name !== "") state = "start";
				else if (name !== "" || !isSpace) name += character;
				break;
			case "start":
			case "value":
				if (isNewline) finish();
				else if (character === "\\") state = "escape";
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
				state = "value";
				break;
			case "single":
				if (character === "'") state = "start";
				else value += character;
				break;
			case "double":
				if (character === '"') state = "start";
				else if (character === "\\") state = "double escape";
				else value += character;
				break;
			case "double escape":
				if ('"\\`$'.includes(character)) value += character;
				else if (character !== "\n") value += `\\${character}`;
				state = "double";
				break;
			case "comment":
				if (isNewline) state = "name";
		}
	}
	if (state !== "name" && state !== "comment") finish();
	const isPlain = (held: string) =>
		[...held].every((character) => character === "\t" || (character >= " " && character !== "\x7f"));
	return variables.filter(([key, held]) => isPlain(held) && /^[A-Za-z_]\w*$/.test(key));
}

/**
 * Reads a file of variables as `docker run --env-file` does.
 *
 * @returns Its variables in their order; nothing where Docker refuses the whole file.
 * @see docs: `docker container run`, `--env-file`; what it leaves open is as in docker/cli 28, pkg/kvfile/kvfile.go.
 */
export function readDocker(text: string): Entries | undefined {
	const variables: (readonly [string, string | undefined])[] = [];
	for (const scanned of text.split("\n")) {
		if (countBytes(scanned) > longestLine) return undefined;
		const line = scanned.replace(/\r$/, "").replace(/^[^\S\ufeff]+/, "");
		if (line === "" || line.startsWith("#")) continue;
		const equals = line.indexOf("=");
		const name = equals === -1 ? line : line.slice(0, equals);
		if (name === "" || /[ \t]/.test(name)) return undefined;
		// A name alone takes the value that the shell has, whatever that is.
		variables.push([name, equals === -1 ? undefined : line.slice(equals + 1)]);
	}
	return variables;
}

/**
 * Compares a file of variables with its settings, as each of its readers finds it.
 *
 * @returns See {@link compareEntries}.
 */
export function compareVariables({ name, text }: TextFile, settings: readonly Setting[]): string | undefined {
	const set = listVariables(settings);
	for (const [reader, read] of [["systemd", readSystemd] as const, ["Docker", readDocker] as const]) {
		const entries = read(text);
		const difference = entries ? compareEntries(name, entries, set) : `${name} is refused by ${reader}`;
		if (difference !== undefined) return difference;
	}
	return undefined;
}

/** What a file has to say of settings: all that have a value which it can hold. */
function listVariables(settings: readonly Setting[]): Entries {
	return settings.flatMap(({ key, value }) => {
		const name = nameVariable(key);
		return value === "" || (value !== true && !fits(name, value)) ? [] : [[name, String(value)] as const];
	});
}
