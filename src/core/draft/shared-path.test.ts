import * as fc from "fast-check";
import { expect, test } from "vitest";
import { listFixes } from "../problem.ts";
import { advisePath, judgePath } from "./shared-path.ts";

const say = (text: string) => {
	const problem = judgePath(text);
	const fix = problem?.fix && (problem.fix.target ? `${problem.fix.target} ${problem.fix.text}` : problem.fix.text);
	return problem && [problem.message, ...(fix === undefined ? [] : [fix])];
};

const relative = "Write an absolute path, which starts with a slash.";
const drive = "This is a Windows drive. Write a path on the workers, which run Linux.";
const azure = "This is a URL of Azure Blob Storage. Write an absolute path.";
const s3 = "This is a URL of S3. Write an absolute path.";
const mount = "Mount it on every worker, and write the path that it is mounted at.";

test.each([
	["ck/dir", [relative]],
	["./license.json", [relative]],
	["../x", [relative]],
	["~/ck", ["Polars doesn't expand ~. Write the whole path."]],
	["D:\\ck", [drive]],
	["d:/ck", [drive]],
	["\\\\server\\share", [`This is a Windows share. ${mount}`]],
	["filer:/export/ck", [`This is a server's address. ${mount}`]],
	["root@10.0.0.1:/export", [`This is a server's address. ${mount}`]],
	["robot@project.iam.gserviceaccount.com", ["This is an email address. Write an absolute path."]],
	['{"type": "service_account"}', ["This is JSON text. Write an absolute path."]],
	["eyJ0eXBlIjoic2VydmljZV9hY2NvdW50In0=", ["This is JSON text in base64. Write an absolute path."]],
	["file:///mnt/ck", ["This is a file:// address. Write an absolute path.", "/mnt/ck"]],
	["file:/mnt/ck", ["This is a file:// address. Write an absolute path.", "/mnt/ck"]],
	["file://ck", ["This is a file:// address. Write an absolute path."]],
	['"/mnt/ck"', ["Remove the quotes around the path.", "/mnt/ck"]],
	["'ck'", ["Remove the quotes around the path."]],
	["adl://con/ck", [azure, "abs.url adl://con/ck"]],
	["abfss://con@account.dfs.core.windows.net/ck", [azure, "abs.url abfss://con@account.dfs.core.windows.net/ck"]],
	["wasb://con@account.blob.core.windows.net/ck", [azure, "abs.url abfss://con@account.dfs.core.windows.net/ck"]],
	["s3n://bucket/ck", [s3, "s3.url s3://bucket/ck"]],
	["s3a://bucket/ck", [s3, "s3.url s3a://bucket/ck"]],
	["s3:/bucket/ck", [s3, "s3.url s3://bucket/ck"]],
	["s3://", [s3]],
	["gcs://bucket/ck", ["This is a URL of Google Cloud Storage. Write an absolute path.", "gcs.url gs://bucket/ck"]],
	["hdfs://namenode:8020/ck", ["This is a URL. Write an absolute path."]],
	["/mnt/a\0b", ["A path can't contain a NUL character.", "/mnt/ab"]],
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
