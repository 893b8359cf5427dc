#!/usr/bin/env node
import { runCommandLine } from "./run-command-line.ts";
import { openTerminal } from "./terminal.ts";

// Who reads the output may have seen enough, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code !== "EPIPE") throw error;
	process.exit();
});

try {
	process.exitCode = await runCommandLine(process.argv.slice(2), openTerminal());
} catch (error) {
	// A mistake of this program's own must not look like problems that it found.
	process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
	process.exitCode = 2;
}
