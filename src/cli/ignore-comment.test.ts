import { expect, test } from "vitest";
import { inspectFiles } from "./inspect.ts";

const worker = "[worker]\nenabled = true\n";
const disk = 'checkpoint_location.shared_filesystem.path = "/var/lib/checkpoints"';

/** The codes of what is reported of a text. */
function listCodes(text: string): string[] {
	const settings = { together: false, ignore: new Set<string>() };
	return inspectFiles([{ name: "worker.toml", text }], settings).problems.map(({ code }) => code);
}

test("without a comment, the rule speaks", () => {
	expect(listCodes(`${worker}${disk}\n`)).toEqual(["own-disk"]);
});

test.each([
	["at the end of its line", `${worker}${disk} # checkpoint-builder: ignore own-disk — the share is mounted there\n`],
	["on the line before", `${worker}# checkpoint-builder: ignore own-disk — the share is mounted there\n${disk}\n`],
	[
		"with a blank line and another comment between",
		`${worker}  # checkpoint-builder: ignore own-disk — why\n\n# path\n${disk}\n`,
	],
	["for the whole file", `# checkpoint-builder: ignore-file own-disk — why\n\n${worker}${disk}\n`],
	["with Windows line ends", `${worker}${disk} # checkpoint-builder: ignore own-disk — why\n`.replaceAll("\n", "\r\n")],
	["with two hyphens", `${worker}${disk} # checkpoint-builder: ignore own-disk -- why\n`],
	["with a hyphen", `${worker}${disk} # checkpoint-builder: ignore own-disk - why\n`],
	["with a colon", `${worker}${disk} # checkpoint-builder: ignore own-disk: why\n`],
	["among several codes", `${worker}${disk} #checkpoint-builder: ignore plain-http, own-disk — why\n`],
])("a comment leaves a rule out: %s", (_, text) => {
	expect(listCodes(text)).toEqual([]);
});

const manifest = `apiVersion: compute.pola.rs/v1alpha1
kind: PolarsCluster
metadata:
  name: polars
spec:
  clusterID: polars
  checkpoint:
    period: soon
    data:
      s3:
        endpoint: s3://team-data/checkpoints
`;

test.each([
	[
		"a file of variables",
		"duration-syntax",
		"PC_CUBLET__scheduler__enabled=true\nPC_CUBLET__scheduler__checkpoint__enabled=true\nPC_CUBLET__scheduler__checkpoint__period=soon\n",
		/^(?=.*period)/m,
		"# checkpoint-builder: ignore duration-syntax — tried out\n",
	],
	[
		"a shell script",
		"duration-syntax",
		"#!/bin/sh\nexport PC_CUBLET__scheduler__enabled=true\nexport PC_CUBLET__scheduler__checkpoint__period='soon'\n",
		/(?<=soon')/,
		" # checkpoint-builder: ignore duration-syntax — tried out",
	],
	[
		"TOML within a shell script",
		"own-disk",
		`#!/bin/sh\ncat > worker.toml <<'END'\n${worker}${disk}\nEND\n`,
		/^(?=checkpoint_location)/m,
		"# checkpoint-builder: ignore own-disk — a share is mounted there\n",
	],
	[
		"the second of two manifests",
		"duration-syntax",
		`kind: Secret\napiVersion: v1\nmetadata: { name: a }\n---\n${manifest}`,
		/(?<=soon)/,
		" # checkpoint-builder: ignore duration-syntax — tried out",
	],
])("a comment in %s leaves a rule out", (_, code, text, place, comment) => {
	expect(listCodes(text)).toContain(code);
	expect(listCodes(text.replace(place, comment))).not.toContain(code);
	const windows = text.replace(place, comment).replaceAll("\n", "\r\n");
	expect(listCodes(windows)).not.toContain(code);
});

test.each([
	["about another rule", `${worker}${disk} # checkpoint-builder: ignore plain-http — why\n`],
	["about another line", `${worker}# checkpoint-builder: ignore own-disk — why\nheartbeat_period = "5s"\n${disk}\n`],
	["within a text", `${worker}${disk.replace('s"', 's # checkpoint-builder: ignore own-disk — why"')}\n`],
	[
		"within an open text of several lines",
		`${worker}license = """a # checkpoint-builder: ignore own-disk — why\n"""\n${disk}\n`,
	],
])("a comment %s leaves it", (_, text) => {
	expect(listCodes(text)).toContain("own-disk");
});

test.each([
	["no reason", "ignore own-disk", /no reason/],
	["an empty reason", "ignore own-disk — ", /no reason/],
	["no code", "ignore — why", /names no rule/],
	["a misspelt code", "ignore own-dsk — why", /Did you mean “own-disk”\?/],
	["another word", "disable own-disk — why", /Write “ignore” or “ignore-file”/],
])("a comment with %s ignores nothing, and says so itself", (_, said, message) => {
	const text = `${worker}${disk} # checkpoint-builder: ${said}\n`;
	const settings = { together: false, ignore: new Set<string>() };
	const { problems } = inspectFiles([{ name: "worker.toml", text }], settings);
	expect(problems.map(({ code }) => code).toSorted()).toEqual(["ignore-comment", "own-disk"]);
	expect(problems.find(({ code }) => code === "ignore-comment")).toMatchObject({
		severity: "warning",
		message: expect.stringMatching(message),
		line: 3,
		column: disk.length + 2,
	});
});

test("what may be a secret in the place of a code isn't repeated", () => {
	const text = `${worker}# checkpoint-builder: ignore wJalrXUtnFEMI/K7MDENG — why\n`;
	const { problems } = inspectFiles([{ name: "a", text }], { together: false, ignore: new Set() });
	expect(JSON.stringify(problems)).not.toContain("wJalr");
});
