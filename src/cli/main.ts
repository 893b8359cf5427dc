#!/usr/bin/env node
import module from "node:module";
import { runCommandLine } from "./run-command-line.ts";
import { openTerminal } from "./terminal.ts";

// From Node 22.8 on, code that ran once need not be compiled again. What is asked for below is loaded after this.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function") module.enableCompileCache();

// Who reads the output may have seen enough, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
	if (error.code !== "EPIPE") throw error;
	process.exit();
});

process.exitCode = await runCommandLine(process.argv.slice(2), openTerminal());
