import { expect, test } from "vitest";
import { listMended, mendAll, say } from "./said.fixture.ts";

const location = "PC_CUBLET__worker__checkpoint_location__s3";

test("variables are judged by the rules of a node's file, at their places", () => {
	expect(
		say(`# the worker
PC_CUBLET__worker__enabled=yes
PC_CUBLET__memory_limit=10GiB
${location}__url=s3:/bucket/dir
${location}__aws_regio=eu-west-1
PATH=/usr/bin
`),
	).toEqual([
		"error 2 “yes” This is text. Write true or false.",
		"error 3 “10GiB” This is text. Write a whole number of bytes.",
		expect.stringMatching(/^error 4 “s3:\/b?.*” /),
		expect.stringMatching(/^error 5 “aws_regio” /),
	]);
});

test("repairs change the characters of the variable alone", () => {
	expect(listMended("PC_CUBLET__worker__enabled=yes\n")).toEqual(["PC_CUBLET__worker__enabled=true\n"]);
	expect(listMended(`A=1\r\n${location}__aws_regio='eu-west-1'\r\nB=2`, "env")[0]).toBe(
		`A=1\r\n${location}__aws_region='eu-west-1'\r\nB=2`,
	);
	expect(mendAll("PC_CUBLET__worker__heartbeat_interval_secs=5\n")).toBe("PC_CUBLET__worker__heartbeat_period=5s\n");
	expect(mendAll("PC_CUBLET__WORKER__ENABLED=on\n")).toBe("PC_CUBLET__worker__enabled=true\n");
	expect(mendAll("PC_CUBLET_worker__enabled=true # this one\n")).toBe("PC_CUBLET__worker__enabled=true\n");
});

test("what systemd and Docker make of quotes, spaces, export and repetition is said", () => {
	expect(say(`${location}__url="s3://bucket/dir"\n`)).toEqual([
		'advice 1 “"s3://bucket/dir"” systemd removes these quotes, but docker run keeps them in the value.',
	]);
	expect(say("export PC_CUBLET__cluster_id=a\nPC_CUBLET__instance_id = b\n")).toEqual([
		"warning 1 “export ” Remove export: systemd and Docker don't know it, so they don't set the variable.",
		expect.stringMatching(/^advice 2 /),
	]);
	expect(say("PC_CUBLET__cluster_id=a\nPC_CUBLET__cluster_id=b\n")).toEqual([
		"warning 1 “PC_CUBLET__cluster_id” This variable is set again on line 2, and that value is used.",
	]);
});

test("a file of secrets alone lacks nothing: the rest may be in TOML", () => {
	expect(say(`${location}__aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n`)).toEqual([]);
});

test("shuffles on shared storage in the same file make checkpoints useless", () => {
	const checkpoints = "PC_CUBLET__scheduler__checkpoint__enabled=true\n";
	expect(say(`${checkpoints}PC_CUBLET__worker__shuffle_location__s3__url=s3://bucket/shuffle\n`)).toContainEqual(
		expect.stringMatching(/Checkpoints have no effect here/),
	);
});
