import * as fc from "fast-check";
import { expect, test } from "vitest";
import { listFixes } from "../problem.ts";
import { advisePath, judgePath } from "./shared-path.ts";

const say = (text: string) => {
	const problem = judgePath(text);
	const fix = problem?.fix && (problem.fix.target ? `${problem.fix.target} ${problem.fix.text}` : problem.fix.text);
	return problem && [problem.message, ...(fix === undefined ? [] : [fix])];
};

const relative = "Expected an absolute path: it starts with a slash.";
const linux = "Expected an absolute path of the workers' Linux, found";
const azure = "Expected an absolute path, found a URL of Azure Blob Storage.";
const s3 = "Expected an absolute path, found a URL of S3.";
const mount = "mount it on every worker, and write where.";

test.each([
	["ck/dir", [relative]],
	["./license.json", [relative]],
	["../x", [relative]],
	["~/ck", ["Polars doesn't expand ~: write the whole path."]],
	["D:\\ck", [`${linux} a Windows drive.`]],
	["d:/ck", [`${linux} a Windows drive.`]],
	["\\\\server\\share", [`${linux} a Windows share: ${mount}`]],
	["filer:/export/ck", [`Expected an absolute path, found a server's address: ${mount}`]],
	["root@10.0.0.1:/export", [`Expected an absolute path, found a server's address: ${mount}`]],
	["robot@project.iam.gserviceaccount.com", ["Expected an absolute path, found an e-mail address."]],
	['{"type": "service_account"}', ["Expected an absolute path, found JSON text."]],
	["eyJ0eXBlIjoic2VydmljZV9hY2NvdW50In0=", ["Expected an absolute path, found JSON text in base64."]],
	["file:///mnt/ck", ["Expected an absolute path, found a file:// address.", "/mnt/ck"]],
	["file:/mnt/ck", ["Expected an absolute path, found a file:// address.", "/mnt/ck"]],
	["file://ck", ["Expected an absolute path, found a file:// address."]],
	['"/mnt/ck"', ["Expected an absolute path without quotes of its own.", "/mnt/ck"]],
	["'ck'", ["Expected an absolute path without quotes of its own."]],
	["adl://con/ck", [azure, "abs.url adl://con/ck"]],
	["abfss://con@account.dfs.core.windows.net/ck", [azure, "abs.url abfss://con@account.dfs.core.windows.net/ck"]],
	["wasb://con@account.blob.core.windows.net/ck", [azure, "abs.url abfss://con@account.dfs.core.windows.net/ck"]],
	["s3n://bucket/ck", [s3, "s3.url s3://bucket/ck"]],
	["s3a://bucket/ck", [s3, "s3.url s3a://bucket/ck"]],
	["s3:/bucket/ck", [s3, "s3.url s3://bucket/ck"]],
	["s3://", [s3]],
	["gcs://bucket/ck", ["Expected an absolute path, found a URL of Google Cloud Storage.", "gcs.url gs://bucket/ck"]],
	["hdfs://namenode:8020/ck", ["Expected an absolute path, found a URL."]],
	["/mnt/a\0b", ["A path can't hold a NUL character.", "/mnt/ab"]],
	["$HOME/ck", undefined],
	["{{ path }}", undefined],
	["/mnt/a:b@c.d", undefined],
])("%j", (text, said) => {
	expect(say(text)).toEqual(said);
});

test("a network share that Linux would take for a path is a warning", () => {
	expect(advisePath("//server/share/ck")).toMatchObject({ severity: "warning" });
	expect(advisePath("//mnt/ck")).toBeUndefined();
});

test("no path is invented: a fix holds nothing but what stood behind a prefix, or within quotes", () => {
	const part = fc.constantFrom(
		"/",
		"//",
		"./",
		"../",
		"~",
		"$HOME",
		"mnt",
		"nas:",
		"C:",
		"\\",
		"{",
		"}",
		'"',
		"@",
		"a.b",
		"s3://",
		"file:",
		"\0",
	);
	fc.assert(
		fc.property(
			fc.array(part, { maxLength: 6 }).map((parts) => parts.join("")),
			(text) => {
				const problem = judgePath(text);
				for (const { text: repaired, target } of problem ? listFixes(problem) : []) {
					if (target) continue;
					expect(text.replaceAll("\0", "")).toContain(repaired);
					expect(judgePath(repaired)).toBeUndefined();
				}
			},
		),
		{ numRuns: 2000 },
	);
});
