import type { Setting } from "../draft/setting.ts";
import { readVariables } from "../formats/env/read.ts";
import { countBytes, longestLine, nameVariable } from "../formats/env/variable.ts";
import { compareEntries, type Entries } from "./compare.ts";
import { fits } from "./env-file.ts";
import type { TextFile } from "./output.ts";

/**
 * Reads a file of variables as systemd's `EnvironmentFile` does.
 *
 * @returns Its variables in their order; nothing where systemd refuses the whole file.
 * @see {@link readVariables}. Like the older releases of systemd's src/basic/env-util.c, it drops a variable with a
 * control character.
 */
export function readSystemd(text: string): Entries | undefined {
	if (/[\0\ufeff]|\p{Noncharacter_Code_Point}/u.test(text)) return undefined;
	const isPlain = (held: string) =>
		[...held].every((character) => character === "\t" || (character >= " " && character !== "\x7f"));
	return readVariables(text)
		.map(({ name, value }) => [name, value] as const)
		.filter(([key, held]) => isPlain(held) && /^[A-Za-z_]\w*$/.test(key));
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
