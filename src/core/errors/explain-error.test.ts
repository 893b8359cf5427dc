import fc from "fast-check";
import { expect, test } from "vitest";
import { findOption } from "../object-store/option.ts";
import { objectStores } from "../stores/stores.ts";
import { explainError } from "./explain-error.ts";
import { foreignLine } from "./foreign-log.arbitrary.ts";
import { knownErrors } from "./known-errors.ts";

const listIds = (text: string) => explainError(text).explanations.map(({ id }) => id);

/** What stands for a `…` of a shape. */
const filler = fc.stringMatching(/^[\w/.: -]{1,30}$/).filter((text) => text.trim() !== "");

const frames: readonly ((message: string) => string)[] = [
	(message) => `polars.exceptions.ComputeError: ${message} (path: s3://my-bucket/checkpoints)`,
	(message) => `Generic S3 error: ${message}`,
	(message) =>
		`2026-03-02T10:11:12Z ERROR worker{id=3}: checkpoint failed: object-store error: ${message}\n2026-03-02T10:11:13Z INFO done`,
	(message) =>
		`Traceback (most recent call last):\n  File "job.py", line 3, in <module>\n    frame.collect()\npolars.exceptions.ComputeError: ${message}`,
	(message) => JSON.stringify({ level: "error", logger: "polars_worker", message: `Generic Config error: ${message}` }),
];

test.each(knownErrors)("$id is recognised whatever its placeholders stand for, and however it is framed", (error) => {
	const shapes = [...(error.shapes ?? []), ...(error.common ?? [])];
	expect(shapes.length).toBeGreaterThan(0);
	fc.assert(
		fc.property(fc.constantFrom(...shapes), fc.constantFrom(...frames), fc.array(filler), (shape, frame, fillers) => {
			let index = 0;
			const message = shape.replace(/…/g, () => fillers[index++] ?? "x");
			const ids = listIds(frame(message));
			// A shape of another error may be a part of what the placeholders make.
			expect(ids.length).toBeGreaterThan(0);
			if (ids.length === 1) expect(ids).toEqual([error.id]);
		}),
		{ numRuns: 25 },
	);
});

test.each(knownErrors)(
	"$id is recognised where its words are all that was pasted",
	({ id, shapes = [], common = [] }) => {
		for (const shape of [...shapes, ...common]) expect(listIds(shape.replaceAll("…", "other"))).toContain(id);
	},
);

const messages: readonly (readonly [id: string, text: string])[] = [
	[
		"s3-signature",
		'object-store error: The operation lacked the necessary privileges to complete for path stages/7: Error performing PUT https://s3.eu-north-1.amazonaws.com/tank/stages/7 in 41.2ms - Server returned non-2xx status code: 403 Forbidden: <?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>SignatureDoesNotMatch</Code><Message>…</Message></Error> (path: s3://tank/stages)',
	],
	[
		"s3-unknown-key",
		"Generic S3 error: Error performing HEAD http://minio.storage:9000/tank/a in 3ms, after 2 retries, max_retries: 2, retry_timeout: 10s  - Server returned non-2xx status code: 403 Forbidden: <Error><Code>InvalidAccessKeyId</Code></Error>",
	],
	[
		"s3-no-credentials",
		"ComputeError: Generic S3 error: Error after 2 retries in 3.1s, max_retries:2, retry_timeout:10s, source:error sending request for url (http://169.254.169.254/latest/api/token)",
	],
	["refused", "Generic S3 error: Client error with status 403 Forbidden: <Error><Code>AccessDenied</Code></Error>"],
	[
		"s3-redirect",
		"Generic S3 error: Error performing PUT https://s3.us-east-1.amazonaws.com/tank/a in 0.2s - Received redirect without LOCATION, this normally indicates an incorrectly configured region; original error: Generic S3 error: Error performing PUT https://s3.us-east-1.amazonaws.com/tank/a in 0.3s - Received redirect without LOCATION, this normally indicates an incorrectly configured region",
	],
	[
		"azure-signature",
		"Generic MicrosoftAzure error: Error performing PUT https://acc.blob.core.windows.net/c/a in 20ms - Server returned non-2xx status code: 403 Forbidden: <?xml version=\"1.0\"?><Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate the request.\nRequestId:1\nTime:2026-01-01</Message><AuthenticationErrorDetail>The MAC signature found in the HTTP request 'abc=' is not the same as any computed signature.</AuthenticationErrorDetail></Error>",
	],
	[
		"google-no-credentials",
		"Generic GCS error: Error performing token request: Error performing GET http://169.254.169.254/computeMetadata/v1/instance/service-accounts/default/token?audience=x in 3s, after 2 retries, max_retries: 2, retry_timeout: 10s  - HTTP error: error sending request",
	],
	[
		"certificate",
		"error sending request for url (https://s3.corp:443/b): client error (Connect): invalid peer certificate: NotValidForName",
	],
	[
		"retries",
		"Generic S3 error: Error performing GET http://s/b in 9s, after 8 retries, max_retries: 8, retry_timeout: 30s  - Server returned non-2xx status code: 500 Internal Server Error: ",
	],
	[
		"no-host",
		"Generic S3 error: Error performing PUT http://nowhere/b in 1s, after 2 retries, max_retries: 2, retry_timeout: 10s  - HTTP error: error sending request: dns error: failed to lookup address information: Name or service not known",
	],
	["chart-value-type", "- at '/checkpointData/abs/options/3/value': got number, want string"],
	["chart-value-type", "- checkpointData.s3.options.0.value: Invalid type. Expected: string, given: boolean"],
	["option-no-str", "TypeError: invalid value for 'aws_virtual_hosted_style_request': 'False' (expected str)"],
	[
		"operator-version",
		'{"level":"error","error":"spec.version \\"0.5.1\\" is not supported: this operator requires at least 0.7.1"}',
	],
];

test.each(messages)("%s is told of a whole message, and nothing of what is wrapped around it", (id, text) => {
	expect(listIds(text)).toEqual([id]);
	expect(listIds(`\u001b[31m${text.replaceAll("\n", "\r\n")}\u001b[0m`)).toEqual([id]);
});

test("each error of a log is told once, in the log's order, with the line that it is in", () => {
	const text = [
		"10:00:00 INFO start",
		"10:00:01 ERROR Generic S3 error: Missing bucket name",
		"10:00:02 ERROR Generic S3 error: Missing bucket name",
		"10:00:03 ERROR Generic GCS error: Unable to open service account file from /etc/k.json: No such file",
	].join("\n");
	expect(explainError(text).explanations).toMatchObject([
		{ id: "no-bucket-name", line: "10:00:01 ERROR Generic S3 error: Missing bucket name", fields: ["s3.url"] },
		{ id: "google-key-file", fields: ["gcs.google_service_account_path"] },
	]);
});

test("a setting that all stores have is looked for in the store that the message is of", () => {
	const text = "HTTP error: builder error for url (http://host/b): URL scheme is not allowed";
	expect(explainError(`Generic S3 error: ${text}`).explanations[0]?.fields).toEqual([
		"s3.options.allow_http",
		"s3.aws_endpoint_url",
	]);
	expect(explainError(`Generic GCS error: ${text}`).explanations[0]?.fields).toEqual(["gcs.options.allow_http"]);
	expect(explainError(text).explanations[0]?.fields).toEqual(["s3.aws_endpoint_url"]);
});

test("every setting that the list names is one of the form's, and each error has a name of its own", () => {
	const ids = knownErrors.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const { id, settings = [], cause, remedy } of knownErrors) {
		for (const setting of settings) {
			const isOption = objectStores.some((store) => findOption(store, setting)?.key === setting);
			expect(isOption || ["period", "store", "url"].includes(setting), `${id}: ${setting}`).toBe(true);
		}
		expect(`${cause} ${remedy}`).toMatch(/^[^\n]*[.!"]$/);
	}
});

test("other programs' logs draw no explanation, line by line and as a whole", () => {
	const lines = fc.sample(foreignLine, { numRuns: 2000, seed: 17 });
	for (const line of lines) expect(listIds(line), line).toEqual([]);
	expect(listIds(lines.join("\n"))).toEqual([]);
});

test("what is not known says so, and a long log takes no long time", () => {
	expect(explainError("the disk is on fire")).toEqual({ text: "the disk is on fire", explanations: [] });
	expect(explainError("")).toEqual({ text: "", explanations: [] });
	const start = performance.now();
	explainError("Error performing PUT x ".repeat(20_000));
	explainError("AuthenticationFailed ".repeat(5000));
	explainError('failed to parse "'.repeat(20_000));
	expect(performance.now() - start).toBeLessThan(20_000);
});
