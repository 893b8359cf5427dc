import { expect, test } from "vitest";
import { defaultDraft } from "../../core/draft/draft.ts";
import { encodeLink } from "../../core/link/encode.ts";
import { writeSnippet } from "./snippet.ts";

const page = "https://builder.example/tools/index.html";

test("the default state needs no attribute", () => {
	expect(writeSnippet(page, "")).toBe(
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
	const snippet = writeSnippet(page, `#${encodeLink(draft).fragment}`);
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
	const snippet = writeSnippet(page, `#${encodeLink(draft).fragment}`);
	const [, attributes = ""] = /<polars-checkpoint-builder([^>]*)>/.exec(snippet) ?? [];
	const names = [...attributes.matchAll(/ ([a-z_]+)="/g)].map(([, name]) => name);
	expect(new Set(names).size).toBe(names.length);
});
