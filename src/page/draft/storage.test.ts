import { afterEach, describe, expect, test, vi } from "vitest";
import { defaultDraft } from "../../core/draft/draft.ts";
import { dropBroken, endTrial, loadStored, noteUnkept, openStored, saveDraft, takeUnkept } from "./storage.ts";

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

/** A tab's storage that holds these texts. */
function holdTexts(texts: Readonly<Record<string, string>>): Map<string, string> {
	const held = new Map(Object.entries(texts));
	vi.stubGlobal("sessionStorage", {
		getItem: (key: string) => held.get(key) ?? null,
		setItem: (key: string, text: string) => held.set(key, text),
		removeItem: (key: string) => held.delete(key),
	});
	vi.stubGlobal("location", { hash: "" });
	return held;
}

const key = "polars-checkpoint-builder.draft";

test.each(["", "{", "5", "[]", "null", '{"draft": null}', '{"draft": []}', '{"hash": "#v=1"}', "<html>"])(
	"what can't be used is dropped for good: %s",
	(text) => {
		const held = holdTexts({ [key]: text });
		expect(openStored()).toBeUndefined();
		expect([...held.keys()]).toEqual([]);
	},
);

describe("a draft that the page breaks at", () => {
	test("is dropped while it is being opened", () => {
		const held = holdTexts({});
		saveDraft(defaultDraft);
		expect(openStored()?.draft).toEqual(defaultDraft);
		expect(dropBroken()).toBe(true);
		expect([...held.keys()]).toEqual([]);
		expect(dropBroken()).toBe(false);
	});

	test("is kept once it was open", () => {
		const held = holdTexts({});
		saveDraft(defaultDraft);
		openStored();
		endTrial();
		expect(dropBroken()).toBe(false);
		expect([...held.keys()]).toEqual([key]);
	});
});

test("a reload knows what was not kept: secrets by their fields, other things by what a part noted, once", () => {
	const held = holdTexts({});
	saveDraft({ ...defaultDraft, store: "s3", s3: { ...defaultDraft.s3, aws_secret_access_key: "YOURSECRETKEY" } });
	expect([...held.values()].join()).not.toContain("YOURSECRETKEY");
	expect(openStored()?.omitted).toEqual(["s3.aws_secret_access_key"]);
	noteUnkept("the file", true);
	noteUnkept("another", true);
	noteUnkept("another", false);
	expect(takeUnkept()).toEqual(["the file"]);
	expect(takeUnkept()).toEqual([]);
	endTrial();
});
