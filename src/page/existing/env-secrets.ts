import { removeCredentials } from "../../core/draft/secret.ts";
import { readVariables } from "../../core/formats/env/read.ts";
import type { TextRange } from "../../core/problem.ts";
import { isHiddenVariable } from "./secret-name.ts";

/** Finds the secrets of a file of variables, as systemd reads it and as Docker does. */
export function listEnvSecrets(text: string): TextRange[] {
	const found: TextRange[] = [];
	for (const { name, nameRange, value, place, dockerValue } of readVariables(text)) {
		if (removeCredentials(name) !== name) found.push(nameRange);
		const own = name.replace(/^export\s+/, "");
		if (isHiddenVariable(own) || looksSecret(value) || looksSecret(dockerValue)) found.push(place);
	}
	// What systemd takes for a part of the value before is a variable of its own to Docker.
	let start = 0;
	let goesOn = false;
	for (const line of text.split("\n")) {
		const [whole, name = ""] = /^\s*(?:export[ \t]+)?([^\s=#;]+)[ \t]*=/.exec(line) ?? [];
		const end = start + line.length;
		const isHidden: boolean =
			goesOn || (whole !== undefined && isHiddenVariable(name)) || looksSecret(line.slice(whole?.length ?? 0));
		if (isHidden) found.push({ start: goesOn ? start : start + (whole?.length ?? 0), end });
		goesOn = isHidden && /\\\r?$/.test(line);
		start = end + 1;
	}
	return found;
}

function looksSecret(text: string): boolean {
	return removeCredentials(text) !== text;
}
