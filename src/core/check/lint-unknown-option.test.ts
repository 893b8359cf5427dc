import fc from "fast-check";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { listForeign } from "../object-store/foreign.ts";
import { findOption } from "../object-store/option.ts";
import { checkOptionValue } from "../object-store/option-value.ts";
import { objectStores, stores } from "../stores/stores.ts";
import { applyEdits } from "../text/edit.ts";
import { lintConfig } from "./lint.ts";

const worker = '[worker]\nenabled = true\ncheckpoint_location.s3.url = "s3://bucket/ck"\n';
const table = '[worker.checkpoint_location.s3]\nurl = "s3://bucket/ck"\n';

function say(text: string): string[] {
	return lintConfig(text).map(({ severity, message, fix }) => `${severity}: ${message}${fix ? ` → ${fix.title}` : ""}`);
}

/** The text after the first fix of the first error, again and again. */
function mend(text: string): string {
	for (let attempt = 0; attempt < 20; attempt++) {
		const fix = lintConfig(text).find(({ severity, fix }) => severity === "error" && fix)?.fix;
		if (!fix) return text;
		text = applyEdits(text, fix.edits);
	}
	throw new Error(`no end: ${text}`);
}

test("a key of another library is found in quotes, dotted and as a table, and renamed", () => {
	const spellings = [
		'"fs.s3a.access.key" = "x"\n',
		'fs.s3a.access.key = "x"\n',
		'fs.s3a = { access.key = "x" }\n',
		'fs = { s3a = { access = { key = "x" } } }\n',
		'[worker.checkpoint_location.s3.fs.s3a]\naccess.key = "x"\n',
		'[worker.checkpoint_location.s3.fs]\ns3a.access.key = "x"\n',
	];
	for (const spelling of spellings) {
		const [problem, ...others] = lintConfig(`[worker]\nenabled = true\n${table}${spelling}`).filter(
			({ severity }) => severity === "error",
		);
		expect(others).toEqual([]);
		expect(problem?.message).toMatch(/fs\.s3a\.access\.key, a key of Hadoop\. Use aws_access_key_id\.$/);
		const mended = mend(`[worker]\nenabled = true\n${table}${spelling}`);
		expect(parse(mended), spelling).toEqual({
			worker: { enabled: true, checkpoint_location: { s3: { url: "s3://bucket/ck", aws_access_key_id: "x" } } },
		});
	}
});

test("dotted keys are renamed where they stand, with what is around them", () => {
	expect(mend(`${worker}checkpoint_location.s3.fs.s3a.secret.key = 'x' # secret\n`)).toBe(
		`${worker}checkpoint_location.s3.aws_secret_access_key = 'x' # secret\n`,
	);
	expect(mend(`${table}spark.hadoop.fs.s3a.secret.key = "x"\nfs.s3a.access.key = "y"\n`)).toBe(
		`${table}aws_secret_access_key = "x"\naws_access_key_id = "y"\n`,
	);
	expect(mend('[worker]\ncheckpoint_location.s3 = { url = "s3://bucket/ck", s3.region = "x" }\n')).toBe(
		'[worker]\ncheckpoint_location.s3 = { url = "s3://bucket/ck", aws_region = "x" }\n',
	);
});

test("a table of options goes one level up, where it stands", () => {
	expect(mend(`${table}client_kwargs = { endpoint_url = "http://minio:9000", region_name = "x" } # why\n`)).toBe(
		`${table}aws_endpoint_url = "http://minio:9000"\naws_region = "x" # why\n`,
	);
	expect(mend(`${worker}checkpoint_location.s3.storage_options = { aws_region = 'x', timeout = "5s" }\n`)).toBe(
		`${worker}checkpoint_location.s3.aws_region = 'x'\ncheckpoint_location.s3.timeout = "5s"\n`,
	);
	expect(mend('[worker]\ncheckpoint_location.s3 = { options = { region = "x" }, url = "s3://b/c" }\n')).toBe(
		'[worker]\ncheckpoint_location.s3 = { aws_region = "x", url = "s3://b/c" }\n',
	);
	expect(mend(`${table}client_kwargs.endpoint_url = "https://minio:9000"\n`)).toBe(
		`${table}aws_endpoint_url = "https://minio:9000"\n`,
	);
	expect(mend(`${table}\n[worker.checkpoint_location.s3.client_kwargs]\nendpoint_url = "https://minio"\n`)).toBe(
		`${table}aws_endpoint_url = "https://minio"\n\n`,
	);
	expect(say(`${table}client_kwargs = { endpoint_url = "https://minio:9000" }\n`).slice(-1)).toEqual([
		"error: Polars has no option client_kwargs, a key of s3fs. Write each of its keys one level up, as an option. → Write aws_endpoint_url",
	]);
});

test("what can't go one level up says why, and the rest goes", () => {
	const kwargs =
		'client_kwargs = { verify = false, region_name = "x", config = { s3 = { addressing_style = "path" } } }\n';
	expect(say(table + kwargs).slice(-3)).toEqual([
		"error: Polars has no option client_kwargs, a key of s3fs. Write each of its keys one level up, as an option. → Write aws_region",
		"error: Polars ignores verify, a key of boto3. For “false”, use allow_invalid_certificates = “true”. Add a CA to the worker's trust store.",
		"error: Polars has no option addressing_style, a key of boto3. For “virtual”, use aws_virtual_hosted_style_request = “true”. “path” is the default.",
	]);
	expect(mend(table + kwargs)).toBe(
		`${table}client_kwargs = { verify = false, config = { s3 = { addressing_style = "path" } } }\naws_region = "x"\n`,
	);
});

test("no option is written twice", () => {
	for (const other of [
		'aws_region = "y"\n"s3.region" = "x"\n',
		'REGION = "y"\ns3.region = "x"\n',
		'aws_region = "y"\nclient_kwargs = { region_name = "x" }\n',
	]) {
		expect(say(table + other).at(-1)).toMatch(/^error: .* aws_region is set already\.$/);
		expect(mend(table + other)).toBe(table + other);
	}
});

test("a value that our option would refuse is not moved into it, but what it may have meant is offered", () => {
	for (const other of ['"fs.s3a.endpoint" = "minio:9000"\n', 's3.endpoint = "minio:9000"\n']) {
		const problem = lintConfig(table + other).find(({ severity }) => severity === "error");
		const offered = [problem?.fix, ...(problem?.alternatives ?? [])].flatMap((fix) => fix ?? []);
		expect(offered.length).toBeGreaterThan(0);
		for (const { edits } of offered) {
			expect(applyEdits(table + other, edits)).toMatch(/^"?aws_endpoint_url"? = "https?:\/\/minio:9000"$/m);
		}
	}
	expect(mend(`${table}"s3.connect-timeout" = 5\n`)).toBe(`${table}"connect_timeout" = "5s"\n`);
	expect(mend(`${table}anon = true\n`)).toBe(`${table}aws_skip_signature = "true"\n`);
});

test("what no library has is no option, and an empty table goes", () => {
	expect(say(`${table}something.else = "x"\n`).slice(-1)).toEqual(["error: Unknown option “something.else”."]);
	expect(mend(`${table}aws.region = "x"\n`)).toBe(`${table}aws_region = "x"\n`);
	expect(mend(`${table}\n[worker.checkpoint_location.s3.client_kwargs]\n`)).toBe(`${table}\n`);
	expect(
		say('[worker.checkpoint_location.gcs]\nurl = "gs://b/c"\ntoken = { type = "service_account" }\n').at(-1),
	).toMatch(/^error: Polars has no option token, a key of gcsfs\. .*[^\]]$/);
});

test("a key that stands for another is not said to be missing", () => {
	expect(
		say(`${table}aws_access_key_id = "x"\nAWS_SECRET_KEY = "y"\n`).filter((line) => /isn't set/.test(line)),
	).toEqual([]);
});

const anyForeign = fc
	.constantFrom(...objectStores)
	.chain((store) =>
		fc.tuple(
			fc.constant(store),
			fc.constantFrom(...listForeign(store).filter(({ key }) => /^[a-z][\w.-]*$/.test(key))),
			fc.constantFrom("true", "5s", "https://host.example", "/etc/key", "text"),
			fc.constantFrom("", "spark.hadoop.", "exchange.", "storage_options."),
		),
	);

test("a fix writes the value as it was under one of our own keys, however the key is spelt", () => {
	let repairs = 0;
	fc.assert(
		fc.property(anyForeign, fc.nat(2), ([store, { key }, value, prefix], spelling) => {
			const name = prefix + key;
			const parts = name.split(".");
			const written = [
				`"${name}" = "${value}"`,
				`${name} = "${value}"`,
				parts.reduceRight(
					(inner, part, index) => `${index === 0 ? "" : "{ "}${part} = ${inner}${index === 0 ? "" : " }"}`,
					`"${value}"`,
				),
			][spelling];
			const before = `[worker.checkpoint_location.${store}]\nurl = "${stores[store].schemes[0]}://bucket/ck"\n${written}\n`;
			const problem = lintConfig(before).find(
				({ severity, path, fix }) => severity === "error" && path.length > 3 && fix,
			);
			for (const fix of [problem?.fix].flatMap((fix) => fix ?? [])) {
				repairs++;
				const after = parse(applyEdits(before, fix.edits)) as { worker: { checkpoint_location: object } };
				const [options] = Object.values(after.worker.checkpoint_location) as Record<string, unknown>[];
				const { url, ...rest } = options ?? {};
				expect(url).toBe(`${stores[store].schemes[0]}://bucket/ck`);
				for (const [ours, moved] of Object.entries(rest)) {
					const option = findOption(store, ours);
					expect(option, ours).toBeDefined();
					if (option && !checkOptionValue(option.type, value)) expect(moved).toBe(value);
				}
			}
		}),
		{ numRuns: 200 * objectStores.length },
	);
	expect(repairs).toBeGreaterThan(100);
});
