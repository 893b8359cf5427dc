import fc from "fast-check";
import { expect, test } from "vitest";
import { type CheckpointDraft, defaultDraft, listSectionKeys } from "../draft/draft.ts";
import { listSettings } from "../draft/setting.ts";
import { anyValidDraft } from "../draft/valid-draft.arbitrary.ts";
import { decodeLink } from "./decode.ts";
import { encodeLink } from "./encode.ts";
import { openOver } from "./open-over.ts";

const present: CheckpointDraft = {
	...defaultDraft,
	store: "s3",
	s3: {
		...defaultDraft.s3,
		url: "s3://bucket/k",
		aws_access_key_id: "minio",
		aws_secret_access_key: "typed-secret",
		aws_endpoint_url: "https://minio.example",
		options: [
			{ key: "aws_sse_customer_key_base64", value: "typed-key" },
			{ key: "aws_server_side_encryption", value: "sse-c" },
		],
	},
	gcs: { ...defaultDraft.gcs, google_service_account_key: "typed-json" },
};

const own = encodeLink(present).fragment;
const open = (fragment: string) => openOver(present, decodeLink(fragment).draft);

test("a link to the same place keeps what was typed, secret options too", () => {
	expect(open(own)).toEqual({ draft: present, notices: [] });
	const { draft, notices } = open(`${own}&timeout=30s&period=1h`);
	expect(notices).toEqual([]);
	expect(JSON.stringify(draft)).toContain("typed-secret");
	expect(JSON.stringify(draft)).toContain("typed-key");
});

const elsewhere =
	"This link sends requests to another place, so the secrets that you typed were removed. Enter them again if you trust that place.";

test.each([
	own.replace("bucket", "other"),
	own.replace("minio.example", "evil.example"),
	`${own}&proxy_url=http://evil.example`,
	`${own}&aws_endpoint_url_s3=https://evil.example`,
	`${own}&METADATA_ENDPOINT=http://evil.example`,
	`${own}&aws_region=eu-west-1`,
	`${own}&virtual_hosted_style_request=true`,
	"store=s3",
])("a link to another place takes no secret along, and says so: %s", (fragment) => {
	const { draft, notices } = open(fragment);
	expect(notices).toEqual([{ parameter: "", message: elsewhere }]);
	expect(JSON.stringify(draft.s3)).not.toContain("typed-");
});

test("what was typed for other stores stays, in its own place", () => {
	const { draft, notices } = open("store=abs&url=az://c/k");
	expect(notices).toEqual([]);
	expect(draft.s3).toEqual(present.s3);
	expect(draft.gcs).toEqual(present.gcs);
	const back = openOver(draft, decodeLink(own.replace("bucket", "other")).draft);
	expect(JSON.stringify(back.draft.s3)).not.toContain("typed-");
	expect(back.notices).toHaveLength(1);
});

test("a secret for which the link has no place is not lost without a word", () => {
	const { draft, notices } = open(own.replace(/&aws_sse_customer_key_base64=/, ""));
	expect(JSON.stringify(draft)).not.toContain("typed-key");
	expect(notices).toMatchObject([
		{ message: expect.stringMatching(/^This link has no field for some of the secrets/) },
	]);
});

test("any draft comes back whole over itself, and without its secrets over another place", () => {
	fc.assert(
		fc.property(anyValidDraft, (draft) => {
			const { draft: opened } = decodeLink(encodeLink(draft).fragment);
			const over = openOver(draft, opened);
			expect(over.notices).toEqual([]);
			expect(listSettings(over.draft)).toEqual(listSettings(draft));
			const { store } = draft;
			if (store === "shared_filesystem") return;
			const moved = { ...opened, [store]: { ...opened[store], url: `${opened[store].url.trim()}x` } };
			const cleared = openOver(draft, moved as CheckpointDraft).draft;
			const secrets = listSettings(cleared).filter(({ secret }) => secret);
			expect(secrets.every(({ value }) => value === "")).toBe(true);
			expect(listSectionKeys(cleared)).toEqual(listSectionKeys(draft));
		}),
		{ numRuns: 300 },
	);
});
