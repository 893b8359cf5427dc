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
			expect(encodeLink(draft).fragment).toMatch(/^v=1(?:&[\w%.-]+=[\w%.,:/@=+-]*)*$/);
			expect(encodeLink(draft).fragment).toMatch(/[a-z\d/=]$/i);
		}),
		{ numRuns: 1000 },
	);
});
