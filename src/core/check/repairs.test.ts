import fc from "fast-check";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { listSettings } from "../draft/setting.ts";
import { anyValidDraft } from "../draft/valid-draft.arbitrary.ts";
import { readToml } from "../formats/toml/read.ts";
import { layoutToml, quoteString } from "../formats/toml/write.ts";
import { joinLines, type Line } from "../listing.ts";
import { applyEdits } from "../text/edit.ts";
import { lintConfig } from "./lint.ts";

/** A way in which people spoil a line, and the texts that can still be told after it. */
interface Damage {
	readonly spoil: (key: string, text: string) => string;
	readonly tells: (text: string) => boolean;
}

/** Without its quotes, such a text could be meant as nothing else. */
const isBare = (text: string) =>
	/^[\w./:@%+^*()?&|!$#-]+(?: [\w./:@%+^*()?&|!$-]+)*$/.test(text) &&
	!text.includes(" //") &&
	!/^(?:null|none|nil|#.*|.*[$]\{.*)$/i.test(text);
/** Within straight quotes it stands as it is. */
const isPlain = (text: string) => /^[^"'“”„‟«»‘’‚‛‹›`\\\p{C}]+$/u.test(text);
/** Its end can be told without a quote there. */
const isClosed = (text: string) => isPlain(text) && !/[ \t](?:#|\/\/)|[\s,;]$|^\s/.test(text);
const isShort = (key: string) => (/^[\w-]+$/.test(key) ? `"${key}"` : key);

const damages: Readonly<Record<string, Damage>> = {
	"YAML's colon": { spoil: (key, text) => `${key}: ${text}`, tells: isBare },
	"YAML's colon before quotes": { spoil: (key, text) => `${key}: '${text}'`, tells: isPlain },
	"JSON's line": { spoil: (key, text) => `${isShort(key)}: "${text}",`, tells: isPlain },
	"JSON's line without a space": { spoil: (key, text) => `${isShort(key)}:"${text}",`, tells: isPlain },
	"no quotes": { spoil: (key, text) => `${key} = ${text}`, tells: isBare },
	"no quotes and a comma": { spoil: (key, text) => `${key} = ${text},`, tells: isBare },
	"a comma": { spoil: (key, text) => `${key} = "${text}",`, tells: isPlain },
	"a semicolon": { spoil: (key, text) => `${key} = '${text}' ;`, tells: isPlain },
	"no closing quote": { spoil: (key, text) => `${key} = "${text}`, tells: isClosed },
	"no closing single quote": { spoil: (key, text) => `${key}='${text}`, tells: isClosed },
	"no opening quote": { spoil: (key, text) => `${key} = ${text}"`, tells: (text) => isBare(text) && isClosed(text) },
	"unlike quotes": { spoil: (key, text) => `${key} = "${text}'`, tells: isClosed },
	"unlike quotes and a comma": { spoil: (key, text) => `${key} = '${text}",`, tells: isClosed },
	"curly quotes": { spoil: (key, text) => `${key} = “${text}”`, tells: isPlain },
	"low quotes": { spoil: (key, text) => `${key} = „${text}“`, tells: isPlain },
	backticks: { spoil: (key, text) => `${key} = \`${text}\``, tells: isPlain },
	"a double equals": { spoil: (key, text) => `${key} == "${text}"`, tells: isPlain },
	"an arrow": { spoil: (key, text) => `${key} => '${text}',`, tells: isPlain },
	"a no-break space": { spoil: (key, text) => `${key}\u00a0= "${text}"`, tells: isPlain },
	"a zero-width space": { spoil: (key, text) => `\u200b${key} =\u00a0${text}`, tells: isBare },
	"a byte order mark": { spoil: (key, text) => `\ufeff${key} = “${text}”`, tells: isPlain },
};

const flags = ["True", "TRUE", "true,", "yes", "On", "true;", '"true"', "'yes',", "“true”"];
const comments = ["", "", " # why", ' # it\'s “so”, or "not"', "\t# see a = b;"];

const anyTexts = fc.constantFrom(
	"MQtt#123",
	"a#b",
	"p,q;r",
	"wJalr/K7+x==",
	"x: y",
	"C#",
	"100%",
	"(a)",
	"-",
	"0x1F",
	"1e5",
	"00",
);

/** A lawful file as lines, one secret of which may be of the harder kind. */
const anyLines = fc
	.record({ draft: anyValidDraft, style: fc.constantFrom("dotted", "tables"), secret: anyTexts })
	.map(({ draft, style, secret }): readonly Line[] => {
		const settings = listSettings(draft).map((setting) =>
			setting.secret && setting.field?.endsWith("aws_secret_access_key") ? { ...setting, value: secret } : setting,
		);
		return layoutToml(settings, style as "dotted" | "tables");
	});

function spoilLine(line: Line, damage: Damage, choice: number): string {
	const [key, , value] = line.tokens;
	const comment = comments[choice % comments.length] ?? "";
	if (key && value?.kind === "boolean") return `${key.text} = ${flags[choice % flags.length]}${comment}`;
	const whole = joinLines([line]).trimEnd();
	if (!key || value?.kind !== "string") return whole;
	const text = String(parse(`a = ${value.text}`).a);
	return damage.tells(text) ? damage.spoil(key.text, text) + comment : whole + comment;
}

/** Takes the first fix of the first error that has one, again and again. */
function repair(text: string): string {
	let current = text;
	for (let step = 0; step < 40; step++) {
		const error = lintConfig(current).find(({ severity, fix }) => severity === "error" && fix);
		if (!error?.fix) return current;
		current = applyEdits(current, error.fix.edits);
	}
	return current;
}

test("the first fixes of what people spoil end in what was meant, or there is none", () => {
	const mended = new Map<string, number>();
	let spoilt = 0;
	let whole = 0;
	fc.assert(
		fc.property(
			anyLines,
			fc.constantFrom(...Object.entries(damages)),
			fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
			(lines, [name, damage], choices) => {
				const original = joinLines(lines);
				fc.pre(!lintConfig(original).some(({ severity }) => severity === "error"));
				const chosen = new Set(choices.map((choice) => choice % lines.length));
				const text = lines
					.map((line, index) =>
						chosen.has(index) ? spoilLine(line, damage, choices[0] ?? 0) : joinLines([line]).trimEnd(),
					)
					.join("\n");
				if (readToml(text).faults.length === 0) return;
				spoilt++;
				const repaired = repair(text);
				if (readToml(repaired).faults.length > 0) return;
				expect(parse(repaired), text).toEqual(parse(original));
				whole++;
				mended.set(name, (mended.get(name) ?? 0) + 1);
			},
		),
		{ numRuns: 400 },
	);
	expect([...mended.keys()].sort()).toEqual(Object.keys(damages).sort());
	expect(whole / spoilt).toBeGreaterThan(0.9);
});

test.each(Object.entries(damages))("%s takes nothing from a text, and puts nothing into it", (_, { spoil, tells }) => {
	const texts = ["10m", "MQtt#123", "/mnt/a b", "s3://bucket/ck", "a#b", "eu-west-1", "p,q", "x # y", "it's", "a;"];
	for (const text of texts.filter(tells)) {
		const line = spoil("cluster_id", text);
		for (const comment of ["", " # note"]) {
			const repaired = repair(`\n${line}${comment}\n`).trimStart();
			expect(repaired, line).toMatch(/^"?cluster_id"? ?= ?/);
			expect(parse(repaired)).toEqual({ cluster_id: text });
			expect(repaired.trimEnd().endsWith(comment)).toBe(true);
			expect(quoteString(text).slice(1, -1)).toBe(text);
		}
	}
});
