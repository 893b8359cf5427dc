import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDraft, anyDraftWithSecret, reveals } from "../config/draft.arbitrary.ts";
import { type CheckpointDraft, defaultDraft, listSectionKeys } from "../config/draft.ts";
import { fields } from "../config/fields.ts";
import { removeSecrets } from "../config/secret.ts";
import { listOptions } from "../object-store/option.ts";
import { decodeLink } from "./decode.ts";
import { encodeLink } from "./encode.ts";

/** For a machine that is busy with other tests. */
const slow = { timeout: 120_000 };

/** What a draft is once it has been through a link. */
function expectBack(draft: CheckpointDraft): unknown {
	const open = removeSecrets(draft).draft;
	const own: Readonly<Record<string, unknown>> = { ...open[open.store] };
	const kept = ["credentials", "options", ...listSectionKeys(open)].filter((key) => key in own);
	const { shared_filesystem, s3, gcs, abs } = defaultDraft;
	const section = { ...defaultDraft[open.store], ...Object.fromEntries(kept.map((key) => [key, own[key]])) };
	const back = { ...open, shared_filesystem, s3, gcs, abs, [open.store]: section };
	return JSON.parse(JSON.stringify(back), (_, value) => (typeof value === "string" ? value.toWellFormed() : value));
}

test("what comes out of a link is what went in, less the secrets and what other choices hide", slow, () => {
	fc.assert(
		fc.property(anyDraft, (draft) => {
			const { draft: back, hadSecret } = decodeLink(encodeLink(draft).fragment);
			expect(back).toEqual(expectBack(draft));
			expect(hadSecret).toBe(false);
		}),
		{ numRuns: 2000 },
	);
});

test("a link holds no secret, whichever place it was typed or pasted in", slow, () => {
	fc.assert(
		fc.property(anyDraftWithSecret, ([draft, secret]) => {
			const { fragment } = encodeLink(draft);
			expect(reveals(fragment, secret), fragment).toBe(false);
		}),
		{ numRuns: 2000 },
	);
});

test("a link has only characters that a chat or a wiki leaves alone, and doesn't end in punctuation", slow, () => {
	fc.assert(
		fc.property(anyDraft, (draft) => {
			expect(encodeLink(draft).fragment).toMatch(/^v=1(?:&[\w%.-]+=[\w%.,:/@=+-]*)*$/);
			expect(encodeLink(draft).fragment).toMatch(/[a-z\d/=]$/i);
		}),
		{ numRuns: 1000 },
	);
});

const names = [
	"v",
	"option",
	"__proto__",
	"constructor",
	"",
	...Object.keys(defaultDraft),
	...Object.values(defaultDraft).flatMap((part) => (typeof part === "string" ? [] : Object.keys(part))),
	...(["s3", "gcs", "abs"] as const).flatMap((store) =>
		listOptions(store).flatMap(({ key, aliases }) => [key, ...aliases]),
	),
];
const values = [
	"",
	"1",
	"s3",
	"gcs",
	"abs",
	"shared_filesystem",
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

/** Links as people, tools and mistakes make them. */
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

test("any text can be read as a link, and gives a whole draft without a secret in it", slow, () => {
	fc.assert(
		fc.property(anyFragment, (fragment) => {
			const { draft, notices } = decodeLink(fragment);
			expect(describeShape(draft)).toBe(describeShape(defaultDraft));
			expect(removeSecrets(draft).removed).toEqual([]);
			expect(notices.length).toBeLessThanOrEqual(20);
			expect(Object.getPrototypeOf(draft)).toBe(Object.prototype);
		}),
		{ numRuns: 2000 },
	);
	expect(Object.keys(Object.prototype)).toEqual([]);
});

test("a link that was read and written once stays as it is", slow, () => {
	fc.assert(
		fc.property(anyFragment, (fragment) => {
			const { draft } = decodeLink(fragment);
			const once = encodeLink(draft).fragment;
			const again = decodeLink(once);
			expect(again).toEqual({ draft, notices: [], hadSecret: false });
			expect(encodeLink(again.draft).fragment).toBe(once);
		}),
		{ numRuns: 2000 },
	);
});
