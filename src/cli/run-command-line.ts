import { version } from "../../package.json" with { type: "json" };
import { type CommandName, commandName, helpTexts, programHelp } from "./help.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

type Run = (args: readonly string[], terminal: Terminal) => Promise<number>;

/** Each command is loaded when it is run, so that none waits for what another needs. */
const commands: Readonly<Record<CommandName, () => Promise<Run>>> = {
	check: async () => (await import("./check-command.ts")).runCheck,
	fix: async () => (await import("./fix-command.ts")).runFix,
	patch: async () => (await import("./patch-command.ts")).runPatch,
	render: async () => (await import("./render-command.ts")).runRender,
	explain: async () => (await import("./explain-command.ts")).runExplain,
};

/**
 * Runs a command line.
 *
 * @param args What was typed after the program's name.
 * @returns The exit status: 0, 1 for problems, 2 for wrong usage or a file that can't be read.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
	const [name = "", ...rest] = args;
	if (name === "--version" || name === "-v") {
		terminal.write(`${version}\n`);
		return 0;
	}
	if (name === "--help" || name === "-h" || name === "help") {
		terminal.write(isCommand(rest[0]) ? helpTexts[rest[0]].text : programHelp);
		return 0;
	}
	try {
		if (name === "") throw new UsageError("Which command?");
		if (!isCommand(name)) throw new UsageError(`There is no command “${name}”.`);
		if (asksHelp(rest)) {
			terminal.write(helpTexts[name].text);
			return 0;
		}
		const run = await commands[name]();
		return await run(rest, terminal);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		terminal.warn(`${error.message}\nTry: ${commandName}${isCommand(name) ? ` ${name}` : ""} --help\n`);
		return 2;
	}
}

function isCommand(name: string | undefined): name is CommandName {
	return name !== undefined && Object.hasOwn(commands, name);
}

/** Whether help is asked for before `--`, behind which all are names of files. */
function asksHelp(args: readonly string[]): boolean {
	const end = args.indexOf("--");
	return args.slice(0, end === -1 ? undefined : end).some((each) => each === "--help" || each === "-h");
}
