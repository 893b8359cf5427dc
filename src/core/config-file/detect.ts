import type { ConfigFormat } from "./format.ts";

/**
 * Tells by its content what a configuration is written in. A text that could be anything is taken for TOML.
 */
export function detectFormat(text: string): ConfigFormat {
	const lines = listLines(text);
	if (isEnv(lines)) return "env";
	return "toml";
}

/** How many lines are looked at. */
const enough = 2000;

/** The lines that say something, without the white space at their ends. */
function listLines(text: string): readonly string[] {
	return text
		.slice(0, 200_000)
		.replace(/^\ufeff/, "")
		.split("\n", enough)
		.map((line) => line.trim())
		.filter((line) => line !== "" && !/^[#;]/.test(line));
}

/** Lines of `NAME=value` with names that variables have, at least one of them a node's; or with no names but these. */
function isEnv(lines: readonly string[]): boolean {
	if (lines.some((line) => /^\[{1,2}[\w."' -]+\]{1,2}\s*(?:#.*)?$/.test(line))) return false;
	const names = lines.flatMap((line) => /^(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=/.exec(line)?.[1] ?? []);
	if (names.some((name) => /^pc_*cublets?_/i.test(name))) return names.length * 2 >= lines.length;
	return names.length > 0 && names.length === lines.length && names.every((name) => /^[A-Z_][A-Z\d_]*$/.test(name));
}
