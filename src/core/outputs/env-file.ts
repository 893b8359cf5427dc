import type { Setting } from "../draft/setting.ts";
import { findObstacle, nameVariable } from "../formats/env/variable.ts";
import type { Line } from "../listing.ts";
import type { NodeFormat } from "./node-files.ts";

/**
 * Lays settings out as a file of environment variables, `NAME=value`, that systemd's `EnvironmentFile` and
 * `docker run --env-file` read alike.
 *
 * A setting without a value becomes a comment that says so, and so does one that the file can't hold: neither reader
 * finds a value that nobody gave.
 */
export function layoutEnvFile(settings: readonly Setting[]): readonly Line[] {
	return settings.map(({ key, value, field, hidden }): Line => {
		const name = nameVariable(key);
		const place = field === undefined ? {} : { field };
		if (value === "") return { ...place, missing: true, tokens: [comment(name, "is missing")] };
		if (value === true) return { ...place, tokens: [...assign(name), { kind: "boolean", text: "true" }] };
		if (!fits(name, value)) {
			return { ...place, tokens: [comment(name, "can't be held by this file")] };
		}
		return { ...place, tokens: [...assign(name), { kind: "string", text: value, ...(hidden && { secret: true }) }] };
	});
}

/** Whether a file of variables can hold a value under a name. */
export function fits(name: string, value: string): boolean {
	return /^\w+$/.test(name) && findObstacle(name, value) === undefined;
}

/** Files of environment variables. */
export const envFormat: NodeFormat = { extension: "env", layout: layoutEnvFile };

function assign(name: string) {
	return [
		{ kind: "key", text: name },
		{ kind: "punctuation", text: "=" },
	] as const;
}

function comment(name: string, what: string) {
	return { kind: "comment", text: `# ${name.replace(/\W/g, "_")} ${what}` } as const;
}
