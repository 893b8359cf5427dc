import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDraft, anyDraftWithSecret, reveals } from "../draft/draft.arbitrary.ts";
import { type CheckpointDraft, defaultDraft, listSectionKeys } from "../draft/draft.ts";
import { removeSecrets } from "../draft/secret.ts";
import { mapStores, storeNames } from "../stores/stores.ts";
import { decodeLink } from "./decode.ts";
import { encodeLink } from "./encode.ts";

/** For a machine that is busy with other tests. */
const slow = { timeout: 120_000 };

/** What a draft is once it has been through a link. */
function expectBack(draft: CheckpointDraft): unknown {
	const open = removeSecrets(draft).draft;
	const own: Readonly<Record<string, unknown>> = { ...open[open.store] };
	const kept = ["credentials", "options", ...listSectionKeys(open)].filter((key) => key in own);
	const section = { ...defaultDraft[open.store], ...Object.fromEntries(kept.map((key) => [key, own[key]])) };
	const back = { ...open, ...mapStores(storeNames, (store) => defaultDraft[store]), [open.store]: section };
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
			expect(encodeLink(draft).fragment).toMatch(/^(?:v=1|[\w%.-]+=[\w%.,:/@=+-]*)(?:&[\w%.-]+=[\w%.,:/@=+-]*)*$/);
			expect(encodeLink(draft).fragment).toMatch(/[a-z\d/=]$/i);
		}),
		{ numRuns: 1000 },
	);
});

/** Marks behind a link in a sentence, as they are and as a browser's address bar escapes them. */
const anyEnd = fc
	.array(fc.constantFrom(".", ",", ")", "]", "}", '"', "'", "”", "»", ">", "!", "?", "…"), {
		minLength: 1,
		maxLength: 4,
	})
	.map((marks) => marks.join(""));
const asBrowser = (fragment: string) => new URL(`https://host.example/#${fragment}`).hash;

test("a link with the end of a sentence behind it is read without", slow, () => {
	fc.assert(
		fc.property(anyDraft, anyEnd, (draft, end) => {
			const { fragment } = encodeLink(draft);
			// Where the last value has a quote of its own, one behind it may close that.
			fc.pre(!/%(?:22|60|3C|E2%80%9[89CD]|C2%AB)[^&]*$/.test(fragment));
			const read = decodeLink(fragment);
			expect(decodeLink(fragment + end)).toEqual(read);
			expect(decodeLink(asBrowser(fragment + end))).toEqual(read);
		}),
		{ numRuns: 1000 },
	);
});

test("a link that tools escaped as a whole is read as it was", slow, () => {
	fc.assert(
		fc.property(anyDraft, fc.constantFrom("", "#"), fc.integer({ min: 1, max: 3 }), (draft, sign, times) => {
			const { fragment } = encodeLink(draft);
			let escaped = sign + fragment;
			for (let time = 0; time < times; time++) escaped = encodeURIComponent(escaped);
			expect(decodeLink(`#${escaped}`)).toEqual(decodeLink(fragment));
		}),
		{ numRuns: 1000 },
	);
});

test.each([
	["v=1&period=10m&store=s3&url=s3://bucket/dir).", "s3://bucket/dir"],
	['store=s3&url=s3://bucket/dir"', "s3://bucket/dir"],
	["store=s3&url=s3://bucket/dir%22", "s3://bucket/dir"],
	["store=s3&url=s3://bucket/(dir)", "s3://bucket/(dir)"],
	["store=s3&url=s3://bucket/(dir)).", "s3://bucket/(dir)"],
	["store=s3&url=s3://bucket/%22dir%22", 's3://bucket/"dir"'],
	["%23v%3D1%26store%3Ds3%26url%3Ds3%3A%2F%2Fbucket%2Fa%2520b", "s3://bucket/a b"],
	["store%3Ds3%26url%3Ds3://bucket/dir.", "s3://bucket/dir"],
])("%s is read as it was meant", (fragment, url) => {
	expect(decodeLink(fragment)).toMatchObject({ draft: { s3: { url } }, notices: [] });
});
