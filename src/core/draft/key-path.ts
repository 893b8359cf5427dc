import { checkOptionValue } from "../object-store/option-value.ts";
import type { TextProblem } from "../problem.ts";
import { askForKind } from "../text/wording.ts";

/** Judges the path of a key file; a key that was pasted in its place can move to where it belongs. */
export function judgeKeyPath(text: string): TextProblem | undefined {
	const problem = checkOptionValue("path", text);
	if (!problem || !/^\s*\{/.test(text)) return problem;
	const message = askForKind("the path of the key file", "the key itself");
	const wrong = checkOptionValue("json", text);
	const key = wrong ? wrong.fix?.text : text;
	if (key === undefined) return { code: "not-a-path", severity: "error", message };
	const also = [
		{ target: "gcs.credentials", text: "inline_key" },
		{ target: "gcs.google_service_account_path", text: "" },
	];
	const target = "gcs.google_service_account_key";
	return {
		code: "not-a-path",
		severity: "error",
		message,
		fix: { title: "Use an inline key", text: key, target, also },
	};
}
