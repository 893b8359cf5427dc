import { expect, test } from "vitest";
import { applyEdits } from "../text/edit.ts";
import { lintConfig } from "./lint.ts";

const head = (store: string) => `[worker]\nenabled = true\n[worker.checkpoint_location.${store}]\n`;
const s3 = `${head("s3")}url = "s3://my-bucket/ck"\n`;
const pair = 'aws_access_key_id = "AKIAEXAMPLE"\naws_secret_access_key = "secret"\n';

/** What is said of a text, and what its lines become by each fix. */
const say = (text: string) =>
	lintConfig(text).map(({ severity, message, fix }) => [
		severity,
		message,
		...(fix ? [applyEdits(text, fix.edits).slice(0, -1).split("\n").slice(4).join(" | ")] : []),
	]);

test("an empty text is told from one that is left out, and leaving it out is offered", () => {
	expect(say(`${s3}aws_region = ""\n`)).toEqual([
		["error", "Remove the empty region: with it, the host is s3..amazonaws.com.", ""],
	]);
	expect(say(`${s3}REGION = " "\naws_endpoint_url = "https://store.example.com"\n`)).toEqual([
		[
			"warning",
			"Remove the empty region: Polars signs requests for it.",
			'aws_endpoint_url = "https://store.example.com"',
		],
	]);
	expect(say(`${s3}endpoint = "" # none\n`)).toEqual([
		["error", "Remove the empty address: Polars stops at it with RelativeUrlWithoutBase.", "# none"],
	]);
	expect(say(`${s3}${pair}aws_session_token = ""\n`)).toEqual([
		["warning", "Remove the empty token: Polars sends it as an empty header.", pair.trimEnd().replace("\n", " | ")],
	]);
	expect(say(`${s3}aws_sse_kms_key_id = ""\n`)).toEqual([
		["warning", "Remove this empty value: Polars uses it as it is.", ""],
	]);
	expect(say(`${s3}timeout = ""\n`)[0]?.slice(0, 2)).toEqual([
		"error",
		expect.stringContaining("This is empty. Write a duration such as 30s. Or remove it."),
	]);
});

test("credentials that are empty altogether go together, and half of them not at all", () => {
	const message = "Remove the empty credentials: Polars uses them, and not the workers' own.";
	expect(say(`${s3}aws_access_key_id = ""\naws_secret_access_key = ""\naws_session_token = ""\n`)).toEqual([
		["error", message, ""],
	]);
	expect(say(`${s3}aws_access_key_id = "AKIAEXAMPLE"\naws_secret_access_key = ""\n`)).toEqual([
		["error", "Enter the secret access key. It goes with the access key ID."],
	]);
	expect(say(`${head("gcs")}url = "gs://my-bucket/ck"\ngoogle_service_account_path = ""\n`)).toEqual([
		["error", message, ""],
	]);
	const abs = `${head("abs")}url = "az://container/ck"\n`;
	expect(
		say(`${abs}azure_storage_account_name = "account"\nazure_storage_account_key = ""\nsas_token = "sv=1&sig=c2ln"\n`),
	).toEqual([["error", message, 'azure_storage_account_name = "account" | sas_token = "sv=1&sig=c2ln"']]);
	expect(say(`${abs}azure_storage_account_name = ""\n`)).toEqual([
		["error", "Enter the storage account's name: the URL doesn't contain it."],
	]);
});

test("an inline table is fixed within its braces", () => {
	const text = 'worker = { enabled = true, checkpoint_location.s3 = { url = "s3://my-bucket/ck", aws_region = "" } }\n';
	const [problem] = lintConfig(text);
	expect(applyEdits(text, problem?.fix?.edits ?? [])).toBe(text.replace(', aws_region = ""', ""));
});
