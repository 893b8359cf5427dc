#!/usr/bin/env node
import { runCommandLine } from "./run-command-line.ts";
import { openTerminal } from "./terminal.ts";

// Who reads the output may have seen enough, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code !== "EPIPE") throw error;
	process.exit();
});

process.exitCode = await runCommandLine(process.argv.slice(2), openTerminal());
