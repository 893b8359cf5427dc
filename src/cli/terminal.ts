import { buffer } from "node:stream/consumers";
import { styleText } from "node:util";

/** What a command has of the process that runs it; tests hand in one of their own. */
export interface Terminal {
	/** All that is piped in, to its end. */
	readonly readInput: () => Promise<Uint8Array>;
	/** Whether a person types the input. */
	readonly isTyped: boolean;
	/** Writes to standard output. */
	readonly write: (text: string) => void;
	/** Writes to standard error: what is about the run and no result of it. */
	readonly warn: (text: string) => void;
	/** The folder that file names start from. */
	readonly folder: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly paint: Paint;
}

/** Colours a text for standard output, or leaves it as it is. */
export type Paint = (style: "bold" | "dim" | "red" | "yellow" | "cyan" | "green", text: string) => string;

/** The process's own terminal. */
export function openTerminal(): Terminal {
	const { stdin, stdout, stderr, env } = process;
	const colours = hasColours(env, stdout.isTTY);
	return {
		readInput: () => buffer(stdin),
		isTyped: stdin.isTTY,
		write: (text) => void stdout.write(text),
		warn: (text) => void stderr.write(text),
		folder: process.cwd(),
		environment: env,
		paint: (style, text) => (colours ? styleText(style, text) : text),
	};
}

/**
 * Colours are for a terminal alone, or for whoever asks for them with `FORCE_COLOR`. A variable `NO_COLOR` that isn't
 * empty forbids them, as no-color.org has it.
 */
export function hasColours(environment: Terminal["environment"], isTerminal: boolean | undefined): boolean {
	const { NO_COLOR, FORCE_COLOR = "", TERM } = environment;
	if (NO_COLOR) return false;
	return FORCE_COLOR === "" ? isTerminal === true && TERM !== "dumb" : !["0", "false"].includes(FORCE_COLOR);
}
