import { type ParseArgsConfig, parseArgs } from "node:util";
import { askFor, joinOr } from "../core/text/wording.ts";

/** The command line can't be followed, in words for the person who typed it. The command ends with status 2. */
export class UsageError extends Error {
	override readonly name = "UsageError";
}

/** What an argument of a few choices says. */
export function readChoice<Choice extends string>(
	flag: string,
	text: string | undefined,
	choices: readonly Choice[],
	otherwise: Choice,
): Choice {
	if (text === undefined) return otherwise;
	const choice = choices.find((each) => each === text);
	if (choice === undefined) throw new UsageError(`${flag}: ${askFor(joinOr(choices), text)}`);
	return choice;
}

/**
 * Node's `parseArgs`, whose refusals are words for a person.
 *
 * @throws {UsageError} On an option that there isn't, or one without its value.
 */
export function parseArguments<Config extends ParseArgsConfig>(config: Config) {
	try {
		return parseArgs(config);
	} catch (error) {
		if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
			throw new UsageError(error.message);
		}
		throw error;
	}
}
