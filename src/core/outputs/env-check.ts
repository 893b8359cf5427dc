import { splitField } from "../draft/placed.ts";
import type { Setting } from "../draft/setting.ts";
import { findObstacle, nameVariable } from "../formats/env/variable.ts";
import type { Fix, Problem } from "../problem.ts";

/**
 * Errors for the settings that a file of variables can't hold, each on its field.
 *
 * @param fix A choice with which the value is written elsewhere.
 */
export function checkVariables(settings: readonly Setting[], fix: Fix): readonly Problem[] {
	return settings.flatMap(({ key, value, field }): Problem[] => {
		if (field === undefined || typeof value !== "string") return [];
		const obstacle = findObstacle(nameVariable(key), value);
		if (obstacle === undefined) return [];
		return [
			{
				code: "output-limit",
				severity: "error",
				message: `A file of variables can't contain ${obstacle}: systemd and Docker read it differently.`,
				path: splitField(field),
				fix,
				...(field === "gcs.google_service_account_key" && { alternatives: [keyFile] }),
			},
		];
	});
}

/** The JSON of a service account's key holds backslashes, so that it never fits into a variable's file. */
const keyFile: Fix = { title: "Use a key file", text: "key_file", target: "gcs.credentials" };
