import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { resolve } from "node:path";
import { Ajv } from "ajv";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { run } from "../terminal.fixture.ts";
import type { CheckReport } from "./check-report.ts";
import { writeGithubReport } from "./github-report.ts";
import { writeJunitReport } from "./junit-report.ts";
import { writeSarifReport } from "./sarif-report.ts";

const require = createRequire(import.meta.url);
const characters = "(?:[\\w.~:/?#[\\]@!$&'()*+,;=-]|%[\\dA-F]{2})*";
const ajv = new Ajv({
	strict: false,
	unicodeRegExp: false,
	// As RFC 3986 has them.
	formats: {
		uri: new RegExp(`^[a-z]+:${characters}$`),
		"uri-reference": new RegExp(`^${characters}$`),
		"date-time": true,
	},
});
// It is written in draft-04, of which it uses nothing that draft-07 reads otherwise.
const { $schema: _, id: __, ...schema } = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const isSarif = ajv.compile(schema);

const anyPlace = fc.record({
	line: fc.integer({ min: 1, max: 1e6 }),
	column: fc.integer({ min: 1, max: 1e4 }),
	more: fc.nat(3),
});
const anyText = fc.oneof(
	fc.string({ unit: "binary" }),
	fc.string(),
	fc.constantFrom("a,b:c%0A\r\n::error::", "]]>&<'\""),
);
const anyFile = anyText.filter((text) => text !== "" && !text.includes("\0"));

const anyReport: fc.Arbitrary<CheckReport> = fc
	.record({
		files: fc.uniqueArray(anyFile, { minLength: 1, maxLength: 3 }),
		found: fc.array(
			fc.record({
				place: anyPlace,
				severity: fc.constantFrom("error", "warning", "advice"),
				code: fc.constantFrom("own-disk", "toml-syntax", "ignore-comment"),
				message: anyText,
				fix: fc.option(anyText, { nil: undefined }),
				file: fc.nat(),
				by: fc.constantFrom(undefined, "comment", "option"),
			}),
		),
		unreadable: fc.array(fc.record({ file: anyFile, message: anyText }), { maxLength: 2 }),
		failOn: fc.constantFrom("error", "warning", "advice"),
	})
	.map(({ files, found, unreadable, failOn }) => {
		const all = found.map(({ place: { line, column, more }, fix, file, by, ...rest }) => ({
			...rest,
			by,
			file: files[file % files.length] ?? "",
			line,
			column,
			endLine: line + (more > 2 ? 1 : 0),
			endColumn: column + more,
			path: [],
			...(fix !== undefined && { fix }),
		}));
		return {
			files,
			problems: all.filter(({ by }) => by === undefined).map(({ by: _, ...problem }) => problem),
			ignored: all.flatMap(({ by, ...problem }) => (by === undefined ? [] : [{ ...problem, by }])),
			unreadable,
			failOn,
		} as CheckReport;
	});

test("any report is SARIF 2.1.0 by its schema, with each problem at its place and what is ignored as suppressed", () => {
	fc.assert(
		fc.property(anyReport, (report) => {
			const log = JSON.parse(writeSarifReport(report, "/work", "/work"));
			expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
			const { results, tool, artifacts } = log.runs[0];
			expect(results).toHaveLength(report.problems.length + report.ignored.length);
			for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
			expect(results.filter((result: object) => "suppressions" in result)).toHaveLength(report.ignored.length);
			for (const { location } of artifacts) expect(() => new URL(location.uri, "file:///repository/")).not.toThrow();
		}),
		{ numRuns: 200 },
	);
});

/** What a runner reads from a line, by the documentation: the command, its properties and its message. */
function readCommand(line: string) {
	const [, name, list = "", message = ""] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
	const properties = list.split(",").map((property) => {
		const at = property.indexOf("=");
		return [property.slice(0, at), decode(property.slice(at + 1))];
	});
	return { name, ...Object.fromEntries(properties), message: decode(message) };
}

function decode(text: string): string {
	return text.replace(/%(25|0A|0D|3A|2C)/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

test("a runner reads each problem from one line, whatever stands in its texts", () => {
	fc.assert(
		fc.property(anyReport, (report) => {
			const lines = writeGithubReport(report, "/work", "/work").split("\n").slice(0, -1);
			expect(lines).toHaveLength(report.problems.length + report.unreadable.length);
			report.problems.forEach(({ severity, file, line, code, message, fix }, index) => {
				const command = readCommand(lines[index] ?? "");
				expect(resolve("/work", command.file)).toBe(resolve("/work", file));
				expect(command).toMatchObject({
					name: severity === "advice" ? "notice" : severity,
					line: String(line),
					title: code,
					message: fix === undefined ? message : `${message}\nFix: ${fix}`,
				});
			});
		}),
	);
});

/** What an XML parser reads: the elements with their attributes. It throws where the text isn't well-formed. */
function readXml(text: string) {
	const elements: { name: string; attributes: Record<string, string> }[] = [];
	const parser = new SaxesParser();
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", ({ name, attributes }) => elements.push({ name, attributes }));
	parser.write(text).close();
	return elements;
}

test("any report is well-formed XML for JUnit, whose counts are those of its elements", () => {
	fc.assert(
		fc.property(anyReport, (report) => {
			const elements = readXml(writeJunitReport(report));
			const count = (name: string) => elements.filter((element) => element.name === name).length;
			const sum = (attribute: string) =>
				elements
					.filter(({ name }) => name === "testsuite")
					.reduce((total, { attributes }) => total + Number(attributes[attribute]), 0);
			expect(sum("tests")).toBe(count("testcase"));
			expect(sum("failures")).toBe(count("failure"));
			expect(sum("errors")).toBe(report.unreadable.length);
			expect(count("testsuite")).toBe(report.files.length + report.unreadable.length);
		}),
	);
});

const file = '[worker]\nenabled = "true"\ncheckpoint_location.shared_filesystem.path = "/var/lib/a b"\n';

test("each format of one file names the same problem at the same place", async () => {
	const scene = { files: { "conf/my worker.toml": file } };
	const check = (format: string) => run(["check", "conf/my worker.toml", "--format", format], scene);
	const outcomes = await Promise.all(["text", "json", "sarif", "github", "junit"].map(check));
	expect(outcomes.map(({ status }) => status)).toEqual([1, 1, 1, 1, 1]);
	const [text = "", json = "", sarif = "", github = "", junit = ""] = outcomes.map(({ out }) => out);
	expect(text).toContain("conf/my worker.toml:2:11: error: ");
	expect(JSON.parse(json).problems[0]).toMatchObject({
		code: "wrong-type",
		line: 2,
		column: 11,
		endColumn: 17,
		fix: "true",
	});
	const [result] = JSON.parse(sarif).runs[0].results;
	expect(result).toMatchObject({ ruleId: "wrong-type", level: "error" });
	expect(result.locations[0].physicalLocation).toEqual({
		artifactLocation: { uri: "conf/my%20worker.toml" },
		region: { startLine: 2, startColumn: 11, endLine: 2, endColumn: 17 },
	});
	expect(readCommand(github.split("\n")[0] ?? "")).toMatchObject({
		name: "error",
		file: "conf/my worker.toml",
		line: "2",
		col: "11",
		title: "wrong-type",
	});
	expect(readXml(junit).map(({ name }) => name)).toEqual([
		"testsuites",
		"testsuite",
		"testcase",
		"failure",
		"testcase",
		"system-out",
	]);
});

test.each([
	["worker.toml", "deploy/worker.toml"],
	["./a b/ä.toml", "deploy/a%20b/%C3%A4.toml"],
	["../100%#?.toml", "100%25%23%3F.toml"],
	["../deploy/../x.toml", "x.toml"],
	["/repository/..x.toml", "..x.toml"],
	["../../elsewhere/x y.toml", "file:///elsewhere/x%20y.toml"],
	["<stdin>", "stdin"],
])("code scanning finds %s, named in a folder of the repository, at %s", (file, uri) => {
	const report: CheckReport = { files: [file], problems: [], ignored: [], unreadable: [], failOn: "error" };
	const { artifacts } = JSON.parse(writeSarifReport(report, "/repository/deploy", "/repository")).runs[0];
	expect(artifacts).toEqual([{ location: { uri } }]);
});

test("each rule has the texts that code scanning asks for", () => {
	const report: CheckReport = { files: [], problems: [], ignored: [], unreadable: [], failOn: "error" };
	const { rules } = JSON.parse(writeSarifReport(report, "/work", "/work")).runs[0].tool.driver;
	expect(rules.length).toBeGreaterThan(10);
	for (const { id, ...texts } of rules) {
		expect(texts, id).toMatchObject({
			shortDescription: { text: expect.stringMatching(/\.$/) },
			fullDescription: { text: expect.stringMatching(/\.$/) },
			help: { text: expect.stringContaining(`--ignore ${id}`) },
		});
	}
});

test("in a folder of a checkout, annotations name files as the repository does", async () => {
	const { out } = await run(["check", "worker.toml", "--format", "github"], {
		files: { "worker.toml": file },
		environment: { GITHUB_WORKSPACE: tmpdir() },
	});
	expect(readCommand(out.split("\n")[0] ?? "").file).toMatch(/^cli-\w+\/worker\.toml$/);
});

test("the documentation shows what a workflow prints for the file that it describes", async () => {
	const docs = readFileSync(new URL("../../../docs/cli.md", import.meta.url), "utf8");
	const shown = /```text\n(::.*?)```/s.exec(docs)?.[1];
	const text = '[worker]\nenabled = "true"\ncheckpoint_location.shared_filesystem.path = "/var/lib/checkpoints"\n';
	const [command = ""] = /check 'conf.*/.exec(docs) ?? [];
	const { out, status } = await run(command.replaceAll("'", "").split(" "), { files: { "conf/worker.toml": text } });
	expect({ out, status }).toEqual({ out: shown, status: 1 });
});

const secrets = ["hunter2-planted", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYplanted00", "c2VjcmV0LXBsYW50ZWQ="];
const plant = (secret: string) => [
	`[worker.checkpoint_location.s3]\nurl = "s3://team-data/a"\naws_access_key_id = "minio"\naws_secret_access_key = ${secret}\n`,
	`[worker.checkpoint_location.s3]\nurl = "s3://team-data/a"\naws_secret_acess_key: '${secret}'\n`,
	`[worker.checkpoint_location.s3]\nurl = "s3://team-data/a"\naws_endpoint_url = "http://minio:${secret}@minio.example.com"\n`,
	`[worker.checkpoint_location.s3]\nurl = "s3://team-data/a"\nsecret_key = "${secret} "\n`,
	`[worker.checkpoint_location.abs]\nurl = "az://team-data/a"\nazure_storage_account_key = "sv=2024-11-04&sp=rl&sig=${secret}"\n`,
	`[worker.checkpoint_location.abs]\nurl = "az://team-data/a"\nazure_storage_account_key = "${secret}\n`,
	`[worker.checkpoint_location.gcs]\nurl = "gs://team-data/a"\ngoogle_service_account_key = '{"private_key": "${secret}"'\n`,
	`[worker]\nenabled = true\n\n[worker.env_vars]\nAWS_SECRET_ACCESS_KEY = "${secret}"\naws_secret_access_key = ${secret}\n`,
];

test.each(secrets.flatMap(plant))("no format tells a secret, neither checked nor fixed: %j", async (text) => {
	const formats = ["text", "json", "sarif", "github", "junit"].map((format) => ["check", "--format", format]);
	for (const command of [...formats, ["fix", "--format", "json"], ["fix", "--all", "--dry-run"]]) {
		const { out, err } = await run([...command, "a.toml"], { files: { "a.toml": text } });
		for (const secret of secrets) expect(out + err).not.toContain(secret);
	}
});
