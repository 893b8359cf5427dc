import type { Setting } from "../draft/setting.ts";
import type { Line } from "../listing.ts";
import type { NodeFormat } from "./node-files.ts";

/**
 * Name of the environment variable that sets a key: `PC_CUBLET__scheduler__enabled`.
 *
 * @see docs: the On-Prem page "Static leader configuration"; polars-k8s-operator, `internal/controller/env_builder.go`.
 */
export function nameVariable(key: Setting["key"]): string {
	return ["PC_CUBLET", ...key].join("__");
}

/**
 * Lays settings out as a file of environment variables, `NAME=value`, that systemd's `EnvironmentFile` and
 * `docker run --env-file` read alike.
 *
 * A setting without a value becomes a comment that says so, and so does one that the file can't hold: neither reader
 * finds a value that nobody gave.
 */
export function layoutEnvFile(settings: readonly Setting[]): readonly Line[] {
	return settings.map(({ key, value, field, hidden }): Line => {
		const name = nameVariable(key);
		const place = field === undefined ? {} : { field };
		if (value === "") return { ...place, missing: true, tokens: [comment(name, "is missing")] };
		if (value === true) return { ...place, tokens: [...assign(name), { kind: "boolean", text: "true" }] };
		if (!fits(name, value)) {
			return { ...place, tokens: [comment(name, "can't be held by this file")] };
		}
		return { ...place, tokens: [...assign(name), { kind: "string", text: value, ...(hidden && { secret: true }) }] };
	});
}

/** Whether a file of variables can hold a value under a name. */
export function fits(name: string, value: string): boolean {
	return /^\w+$/.test(name) && findObstacle(name, value) === undefined;
}

/** Files of environment variables. */
export const envFormat: NodeFormat = { extension: "env", layout: layoutEnvFile };

function assign(name: string) {
	return [
		{ kind: "key", text: name },
		{ kind: "punctuation", text: "=" },
	] as const;
}

function comment(name: string, what: string) {
	return { kind: "comment", text: `# ${name.replace(/\W/g, "_")} ${what}` } as const;
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
