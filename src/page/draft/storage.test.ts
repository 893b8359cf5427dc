import { afterEach, expect, test, vi } from "vitest";
import { defaultDraft } from "../../core/draft/draft.ts";
import { loadStored } from "./storage.ts";

afterEach(() => vi.unstubAllGlobals());

const load = (draft: string) => {
	vi.stubGlobal("sessionStorage", { getItem: () => `{"draft": ${draft}, "hash": ""}` });
	return loadStored()?.draft;
};

test("what is stored comes back as far as it has the shape of a draft", () => {
	expect(load('{"store": "s3", "period": "20m", "more": 1}')).toEqual({ ...defaultDraft, store: "s3", period: "20m" });
	expect(load('{"store": 5, "s3": "x"}')).toEqual(defaultDraft);
});

test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("%s is no choice", (name) => {
	expect(load(`{"store": "${name}", "output": "${name}", "s3": {"credentials": "${name}"}}`)).toEqual(defaultDraft);
});
