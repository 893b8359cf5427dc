import { findOption, listOptions } from "../object-store/option.ts";
import { isObjectStore, type ObjectStore, objectStores, stores } from "../stores/stores.ts";
import type { KnownError } from "./known-error.ts";
import { knownErrors } from "./known-errors.ts";
import { maskMessage } from "./mask-message.ts";
import { compileShapes } from "./shape.ts";

/** What is known of an error that was found in a text. */
export interface ErrorExplanation {
	/** Name of the error, which stays the same: `s3-signature`. */
	readonly id: string;
	/** The line that it was found in, without secrets. */
	readonly line: string;
	readonly cause: string;
	readonly remedy: string;
	/**
	 * Names of the form's fields to look at, the likeliest first: `s3.aws_region`, `period`. An option without a field of
	 * its own goes by its key: `s3.options.aws_s3_express`.
	 */
	readonly fields: readonly string[];
}

/** A text that was pasted, and what is known of it. */
export interface ExplainedText {
	/** The text as it may be shown: its secrets are masked. */
	readonly text: string;
	/** Each error once, in the order of the text. None means that nothing in it is known, not that nothing is wrong. */
	readonly explanations: readonly ErrorExplanation[];
}

/**
 * Finds the known errors of Polars, its stores, chart and operator in a log line, an error or a whole traceback.
 *
 * Where one message holds several, such as a refused signature within "after 2 retries", the one that tells the cause is
 * returned. What other programs write alike draws no explanation unless Polars or a store stands around it.
 *
 * @param text Whatever was pasted, of any length. It takes time in proportion to that.
 */
export function explainError(text: string): ExplainedText {
	const lines = toPlain(text).split("\n");
	const found = listMatches(lines.join("\n"), lines);
	const seen = new Set<string>();
	const explanations = found.flatMap(({ error, line, store }): ErrorExplanation[] => {
		if (seen.has(error.id)) return [];
		seen.add(error.id);
		const { id, cause, remedy, settings = [] } = error;
		const fields = settings.flatMap((setting) => locateSetting(setting, store) ?? []);
		return [{ id, line: maskMessage(lines[line] ?? "").trim(), cause, remedy, fields }];
	});
	return { text: maskMessage(text), explanations };
}

interface Match {
	readonly error: KnownError;
	readonly line: number;
	readonly store: ObjectStore | undefined;
}

/** What may stand before a message that is pasted alone. */
const beginning = String.raw`\s*(?:[\w.]*(?:Error|Exception|error):\s+|["'\`])*`;

const compiled = knownErrors.map((error) => {
	const { certain, common } = compileShapes(error);
	const compile = (source: string) => new RegExp(source, "g");
	return {
		error,
		certain: certain.map(compile),
		common: common.map((source) => ({ shape: compile(source), alone: new RegExp(`^${beginning}${source}.{0,200}$`) })),
	};
});

function listMatches(text: string, lines: readonly string[]): readonly Match[] {
	const starts = listStarts(lines);
	const messages = numberMessages(lines);
	const matches: Match[] = [];
	for (const { error, certain, common } of compiled) {
		const add = (offset: number, isCommon: boolean, alone?: RegExp) => {
			const line = findLine(starts, offset);
			const around = readAround(lines, messages, line);
			if (isCommon && !surroundings.test(around) && !alone?.test((lines[line] ?? "").trimEnd())) return;
			matches.push({ error, line, store: findStoreIn(lines[line] ?? "") ?? findStoreIn(around) });
		};
		for (const shape of certain) for (const { index } of text.matchAll(shape)) add(index, false);
		for (const { shape, alone } of common) for (const { index } of text.matchAll(shape)) add(index, true, alone);
	}
	const ranks = new Map<number, number>();
	for (const { error, line } of matches) {
		const message = messages[line] ?? 0;
		ranks.set(message, Math.min(ranks.get(message) ?? 2, rankError(error)));
	}
	return matches
		.filter(({ error, line }) => rankError(error) === ranks.get(messages[line] ?? 0))
		.toSorted((a, b) => a.line - b.line);
}

/** How little an error tells: 0 for a cause, 1 for a class of causes, 2 for what is wrapped around one. */
export function rankError({ tells }: KnownError): number {
	return tells === undefined ? 0 : tells === "class" ? 1 : 2;
}

/** What Polars, the crate that it reads stores with, and a store's answer write around an error. */
const surroundings = new RegExp(
	[
		String.raw`Generic (?:S3|GCS|MicrosoftAzure|Config|HTTP|\{\}) ?\w* ?error`,
		String.raw`object[-_]store\b`,
		String.raw`\bpolars[_.][a-z]`,
		"polars-on-premises|pc-cublet|PC_CUBLET|PolarsCluster|polars-inc|compute\\.pola\\.rs|polars/templates",
		"ComputeError|PolarsError|PanicException",
		String.raw`Error performing (?:GET|PUT|POST|HEAD|DELETE|PATCH|token request)\b`,
		"Server returned (?:non-2xx status code|error response)|Client error with status|Error after \\d+ retr",
		"max_retries:|retry_timeout:",
		"HTTP error: (?:error sending request|builder error|request or response body error)",
		"^\\s*(?:error sending request|builder error) for url \\(",
		"Object at location|The operation lacked",
		"<Error>\\s*<Code>|<\\?xml[^>]*>\\s*<Error>|^<Code>",
		"40[0-9] [A-Z][a-z]+(?: [A-Z][a-z]+)*: <",
		"checkpointData|checkpoint_location|shuffle_location",
	].join("|"),
	"m",
);

/** How the first line of a message looks in a log; all that follows it belongs to it. */
const head =
	/^\W{0,3}(?:\d{4}[-/]\d\d[-/]\d\d|\d\d:\d\d:\d\d|[A-Z][a-z]{2}\s+\d{1,2} \d\d:|[IWEF]\d{4} |(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL|CRITICAL)\b|\{"|time=|ts=|level=|\d{1,3}(?:\.\d{1,3}){3} )/;

/** How far from an error its surroundings may be, in lines. */
const reach = 12;

/** The number of the message that each line belongs to. */
function numberMessages(lines: readonly string[]): readonly number[] {
	let message = 0;
	return lines.map((line) => {
		if (head.test(line)) message++;
		return message;
	});
}

function readAround(lines: readonly string[], messages: readonly number[], line: number): string {
	const from = Math.max(0, line - reach);
	return lines
		.slice(from, line + reach)
		.filter((_, index) => messages[from + index] === messages[line])
		.join("\n");
}

function listStarts(lines: readonly string[]): readonly number[] {
	let offset = 0;
	return lines.map((line) => {
		const start = offset;
		offset += line.length + 1;
		return start;
	});
}

/** The last line that starts at or before an offset. */
function findLine(starts: readonly number[], offset: number): number {
	let [low, high] = [0, starts.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** A text without colours and escapes, as the program meant it that wrote the message. */
function toPlain(text: string): string {
	return (
		text
			// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal takes for colours.
			.replace(/\u001b\[[\d;]*[A-Za-z]/g, "")
			.replace(/\r\n?/g, "\n")
			.replace(/\\+(["'])/g, "$1")
			.replace(/&quot;|&#34;/g, '"')
			.replace(/&apos;|&#39;/g, "'")
			.replace(/&lt;/g, "<")
			.replace(/&gt;/g, ">")
	);
}

const signs: Readonly<Record<ObjectStore, RegExp>> = {
	s3: /Generic S3 error|\bs3a?:\/\/|amazonaws\.com|\baws_|checkpointData\/s3|AccessKeyId/,
	gcs: /Generic GCS error|\bgs:\/\/|googleapis\.com|google_|computeMetadata|checkpointData\/gcs/,
	abs: /Generic MicrosoftAzure error|\b(?:az|abfss?|adl|azure):\/\/|\.core\.windows\.net|azure_|checkpointData\/abs/,
};

function findStoreIn(text: string): ObjectStore | undefined {
	return objectStores.find((store) => signs[store].test(text));
}

/** Name of the form's field for a setting; undefined where the store it belongs to isn't known. */
function locateSetting(setting: string, store: ObjectStore | undefined): string | undefined {
	if (setting === "period" || setting === "store") return setting;
	const owner =
		setting === "url" || isShared(setting)
			? store
			: objectStores.find((name) => findOption(name, setting)?.key === setting);
	if (owner === undefined || !isObjectStore(owner)) return undefined;
	if (store !== undefined && owner !== store) return undefined;
	return Object.hasOwn(stores[owner].fields, setting) ? `${owner}.${setting}` : `${owner}.options.${setting}`;
}

/** Whether every store has the option, as it has those of the HTTP client. */
function isShared(key: string): boolean {
	return objectStores.every((store) => listOptions(store).some((option) => option.key === key));
}
