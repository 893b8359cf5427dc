import type { Setting } from "../../draft/setting.ts";
import { variablePrefix } from "../../node-file/node-variable.ts";

/**
 * Name of the environment variable that sets a key: `PC_CUBLET__scheduler__enabled`.
 *
 * @see docs: the On-Prem page "Static leader configuration"; polars-k8s-operator, `internal/controller/env_builder.go`.
 */
export function nameVariable(key: Setting["key"] | readonly string[]): string {
	return variablePrefix + key.join("__");
}

/** Whether a variable's name can say a key. */
export function canName(path: readonly string[]): boolean {
	return path.every((part) => /^[^\W_](?:_?[^\W_])*$/.test(part));
}

/** The longest line that Docker reads, in bytes: Go's `bufio.MaxScanTokenSize`, less the line end. */
export const longestLine = 65_535;

/** What a value may not hold, the likeliest first. */
const obstacles: readonly (readonly [what: string, pattern: RegExp])[] = [
	["a line break", /[\r\n]/],
	["a backslash", /\\/],
	["a quote at its start", /^["']/],
	["a space at its start or end", /^[ \t]|[ \t]$/],
	// biome-ignore lint/suspicious/noControlCharactersInRegex: systemd's own list.
	["a control character", /[\0-\x08\x0b-\x1f\x7f\ufeff]|\p{Noncharacter_Code_Point}/u],
];

/**
 * What keeps a value out of a file of variables: Docker takes all that follows the `=` as it stands, so a value fits
 * if systemd, which drops quotes, backslashes and white space at the ends, reads itself from it too.
 *
 * @returns What the value holds, as the object of a sentence: `a backslash`. Nothing if both read it right.
 * @see docs: systemd.exec(5), `EnvironmentFile=`; systemd, src/basic/env-file.c (`parse_env_file_internal`) and
 * src/basic/env-util.c, which in older releases drops a variable with a control character; docker/cli 28,
 * pkg/kvfile/kvfile.go.
 */
export function findObstacle(name: string, value: string): string | undefined {
	const obstacle = obstacles.find(([, pattern]) => pattern.test(value));
	if (obstacle) return obstacle[0];
	return countBytes(`${name}=${value}`) > longestLine ? "more than 64 KiB" : undefined;
}

/** How long a text is in UTF-8. */
export function countBytes(text: string): number {
	let bytes = 0;
	for (const character of text) {
		const point = character.codePointAt(0) ?? 0;
		bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
	}
	return bytes;
}
