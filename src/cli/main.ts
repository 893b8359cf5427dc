#!/usr/bin/env node
import { explainFailure } from "./read-files.ts";
import { runCommandLine } from "./run-command-line.ts";
import { openTerminal } from "./terminal.ts";

for (const stream of [process.stdout, process.stderr]) {
	stream.on("error", (error: NodeJS.ErrnoException) => {
		// Who reads the output may have seen enough, as `head` does.
		if (error.code === "EPIPE") process.exit();
		if (stream === process.stdout) process.stderr.write(`The output can't be written: ${explainFailure(error)}\n`);
		process.exit(2);
	});
}

try {
	process.exitCode = await runCommandLine(process.argv.slice(2), openTerminal());
} catch (error) {
	// A mistake of this program's own must not look like problems that it found.
	process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
	process.exitCode = 2;
}
