import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { defaultDraft } from "../../core/draft/draft.ts";
import { encodeLink } from "../../core/link/encode.ts";
import { type DocsGeneratorName, docsGenerators } from "./generator.ts";
import { type EmbedMode, writeSnippet } from "./snippet.ts";

const page = "https://builder.example/tools/index.html";

test("the default state needs no attribute", () => {
	expect(writeSnippet(page, "").text).toBe(
		`<script src="https://builder.example/tools/embed.js" async></script>
<polars-checkpoint-builder>
  <a href="https://builder.example/tools/index.html">Polars Checkpoint Builder</a>
</polars-checkpoint-builder>
`,
	);
});

test("attributes are the link's parameters, read as a link is and escaped as HTML is", () => {
	const draft = {
		...defaultDraft,
		period: "1h 30m",
		store: "s3" as const,
		s3: {
			...defaultDraft.s3,
			url: "s3://bucket/a+b c",
			options: [{ key: "user_agent", value: '"><script>&' }],
		},
	};
	const snippet = writeSnippet(page, `#${encodeLink(draft).fragment}`).text;
	expect(snippet).toContain(
		'<polars-checkpoint-builder v="1" period="1h 30m" store="s3" url="s3://bucket/a+b c" user_agent="&quot;&gt;&lt;script&gt;&amp;">',
	);
	expect(snippet.match(/<script/g)).toHaveLength(1);
});

test("an attribute stands once, however often its parameter does", () => {
	const options = [
		{ key: "max_retries", value: "3" },
		{ key: "max_retries", value: "4" },
	];
	const draft = { ...defaultDraft, store: "gcs" as const, gcs: { ...defaultDraft.gcs, options } };
	const snippet = writeSnippet(page, `#${encodeLink(draft).fragment}`).text;
	const [, attributes = ""] = /<polars-checkpoint-builder([^>]*)>/.exec(snippet) ?? [];
	const names = [...attributes.matchAll(/ ([a-z_]+)="/g)].map(([, name]) => name);
	expect(new Set(names).size).toBe(names.length);
});

const names = Object.keys(docsGenerators) as DocsGeneratorName[];

test.each(names)("the script stands once, in the page or in the site's configuration: %s", (name) => {
	const { config, text } = writeSnippet(page, "#v=1&store=s3", { height: 900, generator: name });
	const script = "https://builder.example/tools/embed.js";
	expect(`${config?.text}${text}`.split(script)).toHaveLength(2);
	expect(text.includes("<script")).toBe(name === "html");
	expect(text).toMatch(/style=.*900/);
});

test("a smaller one says so in its mode, and keeps the room that it needs", () => {
	const write = (mode: EmbedMode) => writeSnippet(page, "#v=1&store=s3", { mode, height: 900 }).text;
	expect(write("whole")).not.toContain("mode=");
	expect(write("file")).toContain(
		'<polars-checkpoint-builder mode="file" v="1" store="s3" style="display: block; margin-block: 1em; min-height: 900px">',
	);
	expect(write("link")).toContain(
		'<polars-checkpoint-builder mode="link" v="1" store="s3" style="display: block; margin-block: 1em; min-height: 5em">',
	);
});

test("what goes into reStructuredText is indented below its directive", () => {
	expect(writeSnippet(page, "", { generator: "sphinx" }).text).toBe(
		`.. raw:: html

   <polars-checkpoint-builder>
     <a href="https://builder.example/tools/index.html">Polars Checkpoint Builder</a>
   </polars-checkpoint-builder>
`,
	);
});

test("the documentation has the lines of each generator", () => {
	const docs = readFileSync("docs/embed.md", "utf8");
	for (const name of names) {
		expect(docs).toContain(docsGenerators[name].title);
		const { config } = writeSnippet("https://BUILDER/", "", { generator: name });
		if (config) expect(docs).toContain(`\n${config.text}\`\`\``);
	}
});
