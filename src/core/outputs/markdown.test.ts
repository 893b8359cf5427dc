import fc from "fast-check";
import { expect, test } from "vitest";
import { anyDraftWithSecret, reveals } from "../draft/draft.arbitrary.ts";
import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { bareMetal } from "./bare-metal.ts";
import * as markdown from "./markdown.ts";

function renderMarkdown(draft: CheckpointDraft, address: string): string {
	const finished = markdown.renderMarkdown(draft, address, bareMetal);
	return finished.ok ? finished.files.map(({ text }) => text).join() : finished.difference;
}

const draft: CheckpointDraft = {
	...defaultDraft,
	store: "s3",
	s3: {
		...defaultDraft.s3,
		url: "s3://AKIA:secret@bucket/dir",
		aws_access_key_id: "AKIA",
		aws_secret_access_key: "wJalr",
		options: [
			{ key: "proxy_url", value: "http://user:wJalr@proxy:3128" },
			{ key: "aws_sse_customer_key_base64", value: "wJalr" },
			{ key: "aws_secret_acces_key", value: "wJalr" },
		],
	},
};

test("the link and the files, with a placeholder for each secret", () => {
	expect(renderMarkdown(draft, "https://example.com/#v=1&store=s3")).toMatchInlineSnapshot(`
		"[Polars checkpoint configuration](<https://example.com/#v=1&store=s3>)

		**Not complete: don’t deploy this yet.**

		\`scheduler.toml\`

		\`\`\`toml
		[scheduler]
		enabled = true

		[scheduler.checkpoint]
		enabled = true
		period = "10 mins"
		\`\`\`

		\`worker.toml\`

		\`\`\`toml
		[worker]
		enabled = true
		checkpoint_location.s3.url = "s3://bucket/dir"
		checkpoint_location.s3.aws_access_key_id = "AKIA"
		checkpoint_location.s3.aws_secret_access_key = "YOUR_SECRET_ACCESS_KEY"
		checkpoint_location.s3.proxy_url = "http://proxy:3128"
		checkpoint_location.s3.aws_sse_customer_key_base64 = "YOUR_AWS_SSE_CUSTOMER_KEY_BASE64"
		checkpoint_location.s3.aws_secret_acces_key = "YOUR_AWS_SECRET_ACCES_KEY"
		\`\`\`
		"
	`);
});

test("what nobody has given yet is missing there too", () => {
	const text = renderMarkdown({ ...draft, s3: defaultDraft.s3 }, "https://example.com/");
	expect(text).toContain("# checkpoint_location.s3.aws_secret_access_key is missing\n");
	expect(text).toContain("**Not complete");
	expect(renderMarkdown(defaultDraft, "https://example.com/")).not.toContain("**Not complete");
});

test("a fence is longer than any run of backticks in its file", () => {
	const text = renderMarkdown(
		{ ...defaultDraft, files: "one", shared_filesystem: { path: "/mnt/````/``" } },
		"https://example.com/a (b)/<c>",
	);
	expect(text.split("\n")[0]).toBe("[Polars checkpoint configuration](<https://example.com/a%20(b)/%3Cc%3E>)");
	expect(text).toContain("\n`````toml\n[scheduler]\n");
	expect(text).toMatch(/\n`````\n$/);
});

test("no secret gets into it, whichever place it was typed or pasted in", { timeout: 120_000 }, () => {
	fc.assert(
		fc.property(anyDraftWithSecret, ([dirty, secret]) => {
			expect(reveals(renderMarkdown(dirty, "https://example.com/"), secret)).toBe(false);
		}),
		{ numRuns: 500 },
	);
});

test("a file that would not say what was set is in none", () => {
	const broken = { ...bareMetal, layout: () => [{ name: "worker.toml", lines: [] }] };
	expect(markdown.renderMarkdown(draft, "https://example.com/", broken)).toEqual({
		ok: false,
		difference: "worker.toml does not contain worker.enabled, which was set",
	});
});
