import { isSchemaFolder } from "../../draft/schema-folder.ts";
import type { Setting } from "../../draft/setting.ts";
import type { Line, Token } from "../../listing.ts";
import type { FileKind } from "../../node-file/json-schema.ts";

/**
 * How a setting deep in a table is spelt: `checkpoint_location.s3.url = …` under `[worker]`, as the documentation does,
 * or `url = …` under `[worker.checkpoint_location.s3]`.
 */
export type KeyStyle = "dotted" | "tables";

/**
 * Lays settings out as TOML 1.0, in the order given. Neighbours of one table share its header.
 *
 * A setting without a value becomes a comment that says so, and so does one whose key stands above already: what is
 * laid out always parses, and holds no value that nobody gave.
 */
export function layoutToml(settings: readonly Setting[], style: KeyStyle): readonly Line[] {
	const lines: Line[] = [];
	const seen = new Set<string>();
	let table = "";
	for (const setting of settings) {
		const depth =
			style === "dotted" ? Math.min(setting.key.length - 1, depthOfDotted(setting)) : setting.key.length - 1;
		const header = joinKey(setting.key.slice(0, depth));
		if (header !== table) {
			if (lines.length > 0) lines.push({ tokens: [] });
			lines.push({ tokens: [{ kind: "header", text: `[${header}]` }] });
			table = header;
		}
		const key = joinKey(setting.key.slice(depth));
		const whole = `${header}.${key}`;
		lines.push(layoutSetting(setting, key, seen.has(whole)));
		if (setting.value !== "") seen.add(whole);
	}
	return lines;
}

/**
 * The comment that tells an editor which JSON Schema a file follows. It stands before all else.
 *
 * @param address Of the folder that holds the schemas. Whatever else it is makes no line, so that none can slip in.
 * @see docs: Taplo, "Directives".
 */
export function layoutSchemaLine(address: string, kind: FileKind): readonly Line[] {
	const folder = address.trim();
	if (!isSchemaFolder(folder)) return [];
	return [{ tokens: [{ kind: "comment", text: `#:schema ${folder}${kind}.schema.json` }], field: "schema" }];
}

/** The documentation writes a location's keys dotted, and `[scheduler.checkpoint]` as a table. */
function depthOfDotted({ key }: Setting): number {
	return key[1] === "checkpoint_location" ? 1 : 2;
}

function layoutSetting({ value, field, hidden }: Setting, key: string, repeated: boolean): Line {
	const place = field === undefined ? {} : { field };
	if (value === "") return { tokens: [{ kind: "comment", text: `# ${key} is missing` }], missing: true, ...place };
	if (repeated) return { tokens: [{ kind: "comment", text: `# ${key} is set above` }], ...place };
	const written: Token =
		value === true
			? { kind: "boolean", text: "true" }
			: { kind: "string", text: quoteString(value), ...(hidden && { secret: true }) };
	return { tokens: [{ kind: "key", text: key }, { kind: "punctuation", text: " = " }, written], ...place };
}

/** A TOML key of several parts, each quoted where it has to be. */
export function joinKey(parts: readonly string[]): string {
	return parts.map((part) => (/^[A-Za-z0-9_-]+$/.test(part) ? part : quoteBasic(part))).join(".");
}

/**
 * A TOML 1.0 string of one line. A text that holds quotes or backslashes is quoted literally where that can be done,
 * so that a key's JSON or a path stays readable.
 */
export function quoteString(text: string): string {
	return /["\\]/.test(text) && !needsEscape.test(text) && !text.includes("'") ? `'${text}'` : quoteBasic(text);
}

/** A text in the same kind of quotes as a value that is written already, if they can hold it. */
export function quoteLike(text: string, written: string): string {
	const literal = /^'(?!'')/.test(written) && !needsEscape.test(text) && !text.includes("'");
	return literal ? `'${text}'` : quoteString(text);
}

/** Control characters, of which TOML allows a bare tab alone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: TOML's own list of what a string may not hold as it is.
const needsEscape = /[\u0000-\u0008\u000a-\u001f\u007f]/;

const shortEscapes: Readonly<Record<string, string>> = {
	"\b": "\\b",
	"\t": "\\t",
	"\n": "\\n",
	"\f": "\\f",
	"\r": "\\r",
	'"': '\\"',
	"\\": "\\\\",
};

function quoteBasic(text: string): string {
	const escaped = text.replace(
		// biome-ignore lint/suspicious/noControlCharactersInRegex: TOML's own list of what a string may not hold as it is.
		/["\\\u0000-\u001f\u007f]/g,
		(character) =>
			shortEscapes[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`,
	);
	return `"${escaped}"`;
}
