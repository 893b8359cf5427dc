import fc from "fast-check";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { anyDraft } from "./draft/draft.arbitrary.ts";
import { loadTomllib } from "./formats/toml/tomllib.fixture.ts";
import { joinLines } from "./listing.ts";
import { bareMetal } from "./outputs/bare-metal.ts";

test("every file that is shown parses, and Python's tomllib reads the same value as smol-toml", async () => {
	const tomllib = await loadTomllib();
	const drafts = fc.sample(anyDraft, { numRuns: 1500, seed: 1 });
	const texts = drafts
		.flatMap((draft) => bareMetal.layout({ ...draft, key_style: "dotted" }))
		.concat(drafts.flatMap((draft) => bareMetal.layout({ ...draft, key_style: "tables" })))
		.filter(({ name }) => name.endsWith(".toml"))
		.map(({ lines }) => joinLines(lines))
		.filter((text) => text.isWellFormed());
	expect(texts.length).toBeGreaterThan(2000);
	expect(tomllib(texts)).toEqual(texts.map((text) => ({ value: parse(text) })));
	for (const text of texts) expect(text).toMatch(/[^\n\r]\n$/);
});
