import fc from "fast-check";
import { expect, test } from "vitest";
import { listFixes } from "../problem.ts";
import { listChanges } from "./apply-fix.ts";
import { checkDraft } from "./check.ts";
import { reveals } from "./draft.arbitrary.ts";
import { type CheckpointDraft, defaultDraft } from "./draft.ts";

const secret = "q8Zt+Lw3/bVn0KxRy7PdUe2MgHs5AfJc4oTi9BXE";
const accountKey = `${"Zk9+/qT3mWx7".repeat(7)}Ag==`;
const clientSecret = "x8W8Q~mK2vTz.pR7nL_qY5sB9cJdHgFw-E3uA6oi";

const base: CheckpointDraft = { ...defaultDraft, store: "s3", s3: { ...defaultDraft.s3, url: "s3://bucket/dir" } };
const s3 = (change: Partial<CheckpointDraft["s3"]>): CheckpointDraft => ({ ...base, s3: { ...base.s3, ...change } });
const abs = (change: Partial<CheckpointDraft["abs"]>): CheckpointDraft => ({
	...defaultDraft,
	store: "abs",
	abs: { ...defaultDraft.abs, url: "az://container/dir", azure_storage_account_name: "account", ...change },
});

const at = (draft: CheckpointDraft, field: string) =>
	checkDraft(draft).problems.filter(({ path }) => path.join(".") === field);

test.each<[CheckpointDraft, string, string | undefined]>([
	[s3({ aws_access_key_id: secret }), "s3.aws_access_key_id", "s3.aws_secret_access_key"],
	[s3({ aws_access_key_id: "ab".repeat(32) }), "s3.aws_access_key_id", "s3.aws_secret_access_key"],
	[s3({ aws_region: secret }), "s3.aws_region", "s3.aws_secret_access_key"],
	[s3({ aws_endpoint_url: secret }), "s3.aws_endpoint_url", "s3.aws_secret_access_key"],
	[s3({ url: secret }), "s3.url", "s3.aws_secret_access_key"],
	[s3({ options: [{ key: "user_agent", value: secret }] }), "s3.options.0.value", "s3.aws_secret_access_key"],
	[s3({ options: [{ key: secret, value: "" }] }), "s3.options.0.key", undefined],
	[s3({ aws_region: secret, aws_secret_access_key: "there already" }), "s3.aws_region", undefined],
	[s3({ aws_region: secret, credentials: "environment" }), "s3.aws_region", undefined],
	[abs({ azure_storage_account_name: accountKey }), "abs.azure_storage_account_name", "abs.azure_storage_account_key"],
	[abs({ azure_storage_account_name: clientSecret }), "abs.azure_storage_account_name", undefined],
	[
		abs({ credentials: "service_principal", azure_storage_client_id: clientSecret }),
		"abs.azure_storage_client_id",
		"abs.azure_storage_client_secret",
	],
	[{ ...defaultDraft, shared_filesystem: { path: secret } }, "shared_filesystem.path", undefined],
])("a secret in the wrong place is the one error there: %#", (draft, field, target) => {
	const problems = at(draft, field);
	expect(problems).toMatchObject([{ severity: "error", message: expect.stringMatching(/^This looks like .* secret/) }]);
	expect(problems[0]?.fix?.target).toBe(target);
	expect(checkDraft(draft).config).toBeUndefined();
	const problem = problems[0];
	if (!problem?.fix) return;
	const { values } = listChanges(draft, field, problem.fix);
	expect([...values.keys()]).toContain(target);
	expect(JSON.stringify([...values].filter(([name]) => name !== target))).not.toContain(
		String(values.get(target ?? "")),
	);
});

test("the halves of a key pair change places", () => {
	const draft = s3({ aws_access_key_id: secret, aws_secret_access_key: "AKIAIOSFODNN7EXAMPLE" });
	const [problem, ...others] = checkDraft(draft).problems.filter(({ path }) => path[1] !== "aws_region");
	expect(others).toEqual([]);
	const { values } = listChanges(draft, "s3.aws_access_key_id", problem?.fix ?? { title: "", text: "" });
	expect(Object.fromEntries(values)).toEqual({
		"s3.aws_access_key_id": "AKIAIOSFODNN7EXAMPLE",
		"s3.aws_secret_access_key": secret,
	});
});

test("what only may be a secret, within a URL, is a warning", () => {
	const [problem] = at(s3({ url: `s3://bucket/${secret}` }), "s3.url");
	expect(problem).toMatchObject({ severity: "warning", message: expect.stringMatching(/^Part of this looks like/) });
});

test("no message and no title repeats a secret, wherever it stands", () => {
	const fields = ["url", "aws_access_key_id", "aws_region", "aws_endpoint_url"] as const;
	fc.assert(
		fc.property(
			fc.constantFrom(...fields),
			fc.constantFrom("", "s3://", "s3://bucket/", "https://", "https://host/", "http://host:", "a b ", "<X>"),
			fc.constantFrom("", "/", "/key", " x", ":9000", "?a=b"),
			(field, before, after) => {
				const draft = s3({ [field]: before + secret + after, aws_secret_access_key: "key" });
				for (const problem of checkDraft(draft).problems) {
					const shown = [problem.message, ...listFixes(problem).map(({ title }) => title)].join("\n");
					expect(reveals(shown.toLowerCase(), secret.toLowerCase()), shown).toBe(false);
				}
			},
		),
	);
});
