import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { type ExampleInput, ruleExamples } from "../core/check/rule-examples.ts";
import type { ConfigFormat } from "../core/config-file/format.ts";
import { checkDraft, detectFormat, encodeLink, lintConfig, type ProblemCode, problemCodes } from "../core/index.ts";
import { loadOutput } from "../core/outputs/registry.ts";
import { commentRule } from "./ignore-comment.ts";
import { inspectFiles } from "./inspect.ts";
import { type SaidProblem, type ShownRule, type ShownText, writeRuleIndex, writeRulePage } from "./rule-page.ts";

const folder = "../../docs/rules";
const hint = "Out of date: run `npm run rules`";

/** What a code block in Markdown calls each format. */
const languages: Readonly<Record<ConfigFormat, ShownText["language"]>> = {
	toml: "toml",
	env: "sh",
	polars_cluster: "yaml",
	helm_values: "yaml",
	shell: "sh",
};

function nameLanguage(text: string): ShownText["language"] {
	return languages[detectFormat(text)];
}

function show(input: ExampleInput): readonly ShownText[] {
	if (typeof input === "string") return [{ language: nameLanguage(input), text: input }];
	if ("period" in input) return [{ language: "text", text: `#${encodeLink(input).fragment}` }];
	return input.map(({ name, text }) => ({ name, language: nameLanguage(text), text }));
}

async function listSaid(input: ExampleInput): Promise<readonly SaidProblem[]> {
	if (typeof input === "string" || !("period" in input)) {
		return lintConfig(input).map(({ severity, message, line, file, docs }) => ({
			severity,
			message,
			place: `line ${line}${file === undefined ? "" : ` of ${file}`}`,
			...(docs !== undefined && { docs }),
		}));
	}
	const problems = [...checkDraft(input).problems, ...(await loadOutput(input.output)).check(input)];
	return problems.map(({ severity, message, path }) => ({ severity, message, place: path.join(".") }));
}

const commentText = "[worker]\nenabled = true # checkpoint-builder: ignore enabled-missing\n";
const rightComment = commentText.replace("missing\n", "missing — a test turns it off\n");

function showCommentRule(): ShownRule {
	const settings = { together: false, ignore: new Set<string>() };
	const inspect = (text: string) => inspectFiles([{ name: "a", text }], settings).problems;
	expect(inspect(rightComment)).toEqual([]);
	return {
		...commentRule,
		wrong: [{ language: "toml", text: commentText }],
		right: [{ language: "toml", text: rightComment }],
		said: inspect(commentText).map(({ severity, message, line }) => ({ severity, message, place: `line ${line}` })),
	};
}

const codes = Object.keys(problemCodes) as ProblemCode[];

test.each(codes)("docs/rules/%s.md is what the rule and its examples say", async (code) => {
	const { wrong, right } = ruleExamples[code];
	const rule = { code, title: problemCodes[code], wrong: show(wrong), right: show(right), said: await listSaid(wrong) };
	await expect(writeRulePage(rule), hint).toMatchFileSnapshot(`${folder}/${code}.md`);
});

test("docs/rules has a page for the comments that leave rules out, and an index of all", async () => {
	await expect(writeRulePage(showCommentRule()), hint).toMatchFileSnapshot(`${folder}/${commentRule.code}.md`);
	const all = [...codes.map((code) => ({ code, title: problemCodes[code] })), commentRule];
	await expect(writeRuleIndex(all), hint).toMatchFileSnapshot(`${folder}/README.md`);
	const known = new Set(["README.md", ...all.map(({ code }) => `${code}.md`)]);
	const pages = readdirSync(new URL(`${folder}/`, import.meta.url));
	expect(pages.filter((page) => !known.has(page))).toEqual([]);
});
