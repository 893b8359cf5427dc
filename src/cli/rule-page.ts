import { commentRule } from "./ignore-comment.ts";

/** What a page tells of a rule. */
export interface ShownRule {
	readonly code: string;
	/** What the rule says in one line. */
	readonly title: string;
	readonly wrong: readonly ShownText[];
	readonly right: readonly ShownText[];
	/** What the checker says of the wrong texts. */
	readonly said: readonly SaidProblem[];
}

/** A text of an example. */
export interface ShownText {
	/** Name of its file, where there are several. */
	readonly name?: string;
	/** What it is written in, as a code block names it. */
	readonly language: "toml" | "yaml" | "sh" | "text";
	readonly text: string;
}

/** A problem as a page shows it. */
export interface SaidProblem {
	readonly severity: string;
	readonly message: string;
	/** Where it is said: `line 3`, or a field's name. */
	readonly place: string;
	readonly docs?: string;
}

/** The page of a rule, as Markdown. */
export function writeRulePage({ code, title, wrong, right, said }: ShownRule): string {
	const docs = said.flatMap((problem) => problem.docs ?? [])[0];
	return [
		`# ${code}`,
		title,
		"## Wrong",
		...wrong.map(writeText),
		...said.slice(0, 3).map(({ severity, place, message }) => `> **${severity}** on ${place}: ${message}`),
		"## Right",
		...right.map(writeText),
		...(docs === undefined ? [] : [`[Documentation](${docs})`]),
		...writeWayOut(code, wrong),
	]
		.map((part) => `${part}\n`)
		.join("\n");
}

/** How the rule is left out; a link's configuration is checked as it is. */
function writeWayOut(code: string, wrong: readonly ShownText[]): readonly string[] {
	if (wrong.some(({ language }) => language === "text")) return [];
	const option = `\`--ignore ${code}\` on the [command line](../cli.md)`;
	if (code === commentRule.code) return ["## Ignore it", `${option}.`];
	return [
		"## Ignore it",
		`${option}, or a comment on the same line or on the line before:`,
		`\`\`\`toml\n# checkpoint-builder: ignore ${code} — why it is right here\n\`\`\``,
	];
}

/** The page that lists all rules, as Markdown. */
export function writeRuleIndex(rules: readonly Pick<ShownRule, "code" | "title">[]): string {
	const rows = rules.map(({ code, title }) => `| [${code}](${code}.md) | ${title} |`);
	return `# Rules\n\nWhat the checker finds, by the code of each problem. \`npm run rules\` writes these pages from the rules and their examples,\nwhich are tests.\n\n| code | |\n| --- | --- |\n${rows.join("\n")}\n`;
}

/** The most lines of an example that are shown. */
const mostLines = 16;

function writeText({ name, language, text }: ShownText): string {
	const lines = text.replace(/\n$/, "").split("\n");
	const shown =
		lines.length > mostLines ? [...lines.slice(0, 8), `# and ${lines.length - 8} more lines like this`] : lines;
	const plain = shown.join("\n");
	const visible = plain.replace(/[^\n\P{C}]/gu, (character) => {
		return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
	});
	const legend = visible === plain ? "" : "\n\n⟨U+…⟩ is the character with that number.";
	return `${name === undefined ? "" : `\`${name}\`\n\n`}\`\`\`${language}\n${visible}\n\`\`\`${legend}`;
}
