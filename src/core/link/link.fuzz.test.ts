import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDraft, anyDraftWithSecret, reveals } from "../draft/draft.arbitrary.ts";
import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { fields } from "../draft/fields.ts";
import { removeSecrets } from "../draft/secret.ts";
import { listOptions } from "../object-store/option.ts";
import { objectStores, storeNames } from "../stores/stores.ts";
import { decodeLink } from "./decode.ts";
import { encodeLink } from "./encode.ts";

const names = [
	"v",
	"option",
	"__proto__",
	"constructor",
	"",
	...Object.keys(defaultDraft),
	...Object.values(defaultDraft).flatMap((part) => (typeof part === "string" ? [] : Object.keys(part))),
	...objectStores.flatMap((store) => listOptions(store).flatMap(({ key, aliases }) => [key, ...aliases])),
];
const values = [
	"",
	"1",
	...storeNames,
	"environment",
	"s3://bucket/a+b",
	"gs%3A%2F%2Fbucket",
	"s3://a:b/c@d",
	"%zz%ff%41",
	"key=value",
	"key%3Dvalue",
	"tables",
	"a b",
];

/** Links as people and tools make them, right or wrong. */
const anyFragment = fc.oneof(
	fc.string({ unit: "binary", maxLength: 200 }),
	fc.string({ unit: fc.constantFrom(..."#&=%+;v1os3 ", "\ud800", "amp;", "store=s3&", "option="), maxLength: 60 }),
	fc
		.array(
			fc
				.tuple(
					fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, fc.string({ maxLength: 8 })),
					fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values) }, fc.string({ unit: "binary", maxLength: 12 })),
				)
				.map((pair) => pair.join("=")),
			{ maxLength: 12 },
		)
		.map((parameters) => `#${parameters.join("&")}`),
);

/** What makes a draft whole: its keys, what kind of thing each is, and that a choice exists. */
function describeShape(part: unknown, field = ""): unknown {
	if (Array.isArray(part)) return part.every((row) => describeShape(row) === "key: string, value: string");
	const choices = fields.get(field)?.choices;
	if (typeof part === "string" && choices) return Object.hasOwn(choices, part);
	if (typeof part !== "object" || part === null) return typeof part;
	return Object.entries(part)
		.map(([key, inner]) => `${key}: ${describeShape(inner, field === "" ? key : `${field}.${key}`)}`)
		.toSorted()
		.join(", ");
}

/** Spellings of one character in a link. */
const anySpelling = fc.constantFrom<(character: string) => string>(
	(character) => character,
	encodeURIComponent,
	(character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
);

/** A link that was made, and then came to harm: cut, doubled, mixed with another, escaped once more or in part. */
const anyDamagedLink = fc
	.tuple(
		anyDraft.map((draft) => encodeLink(draft).fragment),
		anyFragment,
		fc.array(fc.tuple(fc.constantFrom("cut", "double", "mix", "escape", "unescape", "insert"), fc.nat(), fc.nat(30)), {
			minLength: 1,
			maxLength: 4,
		}),
	)
	.map(([link, other, harms]) =>
		harms.reduce((text, [harm, place, length]) => {
			const at = place % (text.length + 1);
			const [before, part, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
			switch (harm) {
				case "cut":
					return before + after;
				case "double":
					return before + part + part + after;
				case "mix":
					return `${before}&${other.slice(0, length * 10)}&${part}${after}`;
				case "escape":
					return before + encodeURIComponent(part.toWellFormed()) + after;
				case "unescape":
					return before + part.replace(/%26|%3D|%23|%25/gi, decodeURIComponent) + after;
				default:
					return before + "%&=#+;?\0\ud83d\u2028".charAt(length % 10) + part + after;
			}
		}, link),
	);

const anyLink = fc.oneof(anyFragment, anyDamagedLink);

test("any text can be read as a link, and gives a whole draft without a secret in it", () => {
	fc.assert(
		fc.property(anyLink, (fragment) => {
			const { draft, notices } = decodeLink(fragment);
			expect(describeShape(draft)).toBe(describeShape(defaultDraft));
			expect(removeSecrets(draft).removed).toEqual([]);
			expect(notices.length).toBeLessThanOrEqual(20);
			expect(Object.getPrototypeOf(draft)).toBe(Object.prototype);
		}),
	);
	expect(Object.keys(Object.prototype)).toEqual([]);
});

test("a link that was read and written once stays as it is", () => {
	fc.assert(
		fc.property(anyLink, (fragment) => {
			const { draft } = decodeLink(fragment);
			const once = encodeLink(draft).fragment;
			const again = decodeLink(once);
			expect(again).toEqual({ draft, notices: [], hadSecret: false });
			expect(encodeLink(again.draft).fragment).toBe(once);
		}),
	);
});

/** A link by somebody who knows nothing of secrets: every field and option of the store stands in it as it was typed. */
function writeCarelessly(draft: CheckpointDraft, spell: (character: string) => string): string[] {
	const section: Readonly<Record<string, unknown>> = draft[draft.store];
	const write = (text: string) =>
		text
			.toWellFormed()
			.replace(/[^\w:/@.-]/gu, encodeURIComponent)
			.replace(/[:/@.-]/g, spell);
	const options = draft.store === "shared_filesystem" ? [] : draft[draft.store].options;
	return [
		`store=${draft.store}`,
		`period=${write(draft.period)}`,
		...Object.entries(section).flatMap(([key, value]) => (typeof value === "string" ? [`${key}=${write(value)}`] : [])),
		...options.flatMap(({ key, value }) => [`option=${write(`${key}=${value}`)}`, `${write(key)}=${write(value)}`]),
	];
}

test("no secret comes out of a link, however it is spelt", () => {
	fc.assert(
		fc.property(
			anyDraftWithSecret,
			anySpelling,
			fc.nat(),
			fc.constantFrom("&", "&amp;"),
			([draft, secret], spell, turn, separator) => {
				const parameters = writeCarelessly(draft, spell);
				const at = turn % parameters.length;
				const link = [...parameters.slice(at), ...parameters.slice(0, at)].join(separator);
				expect(reveals(JSON.stringify(decodeLink(link)), secret), link).toBe(false);
			},
		),
	);
});
