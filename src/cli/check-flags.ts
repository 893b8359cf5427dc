import { explainUnknownCode, isRuleCode } from "./ignore-comment.ts";
import type { InspectionSettings } from "./inspect.ts";
import { severities } from "./report/check-report.ts";
import { reportFormats } from "./report/write-report.ts";
import { readChoice, UsageError } from "./usage-error.ts";

/** The options of each command that checks files. */
export const checkOptions = {
	format: { type: "string" },
	"fail-on": { type: "string" },
	ignore: { type: "string", multiple: true },
	together: { type: "boolean" },
} as const;

interface CheckValues {
	readonly format?: string | undefined;
	readonly "fail-on"?: string | undefined;
	readonly ignore?: readonly string[] | undefined;
	readonly together?: boolean | undefined;
}

/**
 * What these options say.
 *
 * @throws {UsageError} On a word that an option doesn't take.
 */
export function readCheckFlags(values: CheckValues) {
	const ignore = (values.ignore ?? []).flatMap((list) => list.split(",")).map((code) => code.trim());
	const unknown = ignore.find((code) => !isRuleCode(code));
	if (unknown !== undefined) throw new UsageError(`--ignore: ${explainUnknownCode(unknown)}`);
	const settings: InspectionSettings = { together: values.together === true, ignore: new Set(ignore) };
	return {
		settings,
		format: readChoice("--format", values.format, reportFormats, "text"),
		failOn: readChoice("--fail-on", values["fail-on"], severities, "error"),
	};
}
