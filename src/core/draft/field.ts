import * as z from "zod/mini";
import type { TextProblem } from "../problem.ts";
import { brokenCharacter, joinOr } from "../text/wording.ts";
import type { FieldMeta } from "./fields.ts";

/** Judges one text; nothing means that it is fine. Only errors may be returned: a schema accepts all else. */
export type TextJudge = (text: string) => TextProblem | undefined;

/** Key under which a zod issue carries the {@link TextProblem} that it was made from. */
const problemParam = "problem";

/** Adds a problem with the part of the value at `path` to a zod check's issues. Later checks still run. */
export function pushProblem(payload: z.core.ParsePayload, path: (string | number)[], problem: TextProblem): void {
	payload.issues.push({
		code: "custom",
		input: payload.value,
		path,
		message: problem.message,
		params: { [problemParam]: problem },
		continue: true,
	});
}

/** The problem that {@link pushProblem} made an issue of; of zod's own issues, an error with the issue's message. */
export function readProblem(issue: z.core.$ZodIssue): TextProblem {
	const problem: TextProblem | undefined = issue.code === "custom" ? issue.params?.[problemParam] : undefined;
	const code = issue.code === "invalid_type" ? "wrong-type" : "wrong-value";
	return problem ?? { code, severity: "error", message: issue.message };
}

/** A field that must be filled. White space around it is dropped, but in a secret, where it may be meant. */
export function requiredText(meta: FieldMeta & { readonly missing: string }, judge?: TextJudge) {
	return textSchema(meta, (text) =>
		text === ""
			? { code: "missing-value", severity: "error", message: meta.missing }
			: (judgeEncoding(text) ?? judge?.(text)),
	);
}

/** A field that may stay empty, which means that nothing is written for it. */
export function optionalText(meta: FieldMeta, judge?: TextJudge) {
	const text = textSchema(meta, (text) => (text === "" ? undefined : (judgeEncoding(text) ?? judge?.(text))));
	return z._default(text, "");
}

/** A field with a few lawful values, the first of which stands for none given. */
export function choice<const Value extends string>(
	meta: FieldMeta & { readonly choices: Readonly<Record<Value, string>> },
) {
	const values = Object.keys(meta.choices) as [Value, ...Value[]];
	return z._default(z.enum(values, expectOneOf(values)), values[0]);
}

/** What is said of a value that is none of a few. */
export function expectOneOf(values: readonly string[]): string {
	return `Write ${joinOr(values)}.`;
}

function textSchema(meta: FieldMeta, judge: TextJudge) {
	const text = z.string("Write text in quotes.");
	const check = (payload: z.core.ParsePayload<string>) => {
		const problem = judge(payload.value);
		if (problem) pushProblem(payload, [], problem);
	};
	return meta.secret ? text.check(check) : text.check(z.trim(), check);
}

/** Half of a surrogate pair has no UTF-8 form, so no file can hold it. */
export const judgeEncoding: TextJudge = (text) => {
	if (text.isWellFormed()) return undefined;
	const characters = [...text];
	const broken = characters.findIndex((character) => !character.isWellFormed());
	const start = characters.slice(0, broken).join("").length;
	return {
		code: "file-encoding",
		severity: "error",
		message: brokenCharacter,
		range: { start, end: start + 1 },
		fix: { title: "Remove it", text: characters.filter((character) => character.isWellFormed()).join("") },
	};
};
