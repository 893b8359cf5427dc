import fc from "fast-check";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { readToml } from "../formats/toml/read.ts";
import type { Path } from "../problem.ts";
import { applyEdits } from "../text/edit.ts";
import { lintConfig } from "./lint.ts";

/** Faulty and faultless entries, by the table that they stand in. */
const entries: Readonly<Record<string, readonly string[]>> = {
	"": [
		"cluster_id = 'a'",
		"cublet_id = 'b'",
		"instanc_id = 'c'",
		"memory_limit = '1_000'",
		"license = 5",
		"checkpoint.enabled = true",
		"n_workers = 4",
		"static_leader = { leader_key = 'x', public_leader_addr = '10.0.0.1' }",
		"service = { auth = 'insecure', other = 1 }",
	],
	scheduler: [
		"enabled = 'yes'",
		"checkpoint.enabled = true",
		"checkpoint.period = 600 # often",
		"chekpoint = { enabled = 1, period = 'PT5S' }",
		"checkpoint_location.s3.url = 's3://bucket/ck' # where",
		"checkpoint_location.s3.aws_region = 'x'",
		"cluster_id = 'd'",
		"allow_shared_disk = true",
		"anonymous_result_dst = 's3://bucket/results'",
		"client_service.bind_addr.prt = 1",
	],
	worker: [
		"enabled = true",
		"checkpoint = { enabled = true, period = '10 mins' }",
		"heartbeat_interval_secs = 5 # seconds",
		"shuffle_data_path = '/ssd'",
		"shuffle_location.local.path = '/ssd'",
		"worker_ip = '10.0.0.1'",
		"flight_port = 5000",
		"service_port = 5001",
		"task_service.bind_addr = '0.0.0.0'",
		"shuffle_service = { public_addr = '10.0.0.1' }",
		"checkpoint_location.local.path = '/ck'",
		"checkpoint_location.s3.aws_allow_http = true",
		"checkpoint_location.gcs = { url = ' gs://bucket/ck', token = 'x', timeout = 30 }",
		"checkpoint_location = 's3://bucket/ck'",
		"env_vars = { A = 1, B = true }",
	],
	"scheduler.checkpoint": ["enabled = true", "period = '5 secs'", "perod = '1,000s'", "location = 1"],
	"worker.checkpoint": ["enabled = true", "period = '1h'"],
	"worker.checkpoint_location.s3": [
		"url = 's3://bucket//ck'",
		"aws_acess_key_id = 'x'",
		"secret = 'y'",
		"region = 'a'",
		"AWS_REGION = ' b '",
		"'aws_region' = 1",
		"connect_timeout = 30",
		"endpoint_url = 'minio:9000'",
		"aws_secret_access_key = ' z '",
	],
	"worker.checkpoint_location.azure": ["url = 'az://container/ck'", "account_name = 'ACCOUNT'"],
};

const anyFaulty = fc
	.tuple(
		fc.shuffledSubarray(Object.keys(entries).slice(1)),
		fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
		fc.constantFrom("\n", "\r\n"),
		fc.boolean(),
	)
	.map(([tables, seeds, ending, hasEnd]) => {
		const choose = (table: string, seed: number) =>
			(entries[table] ?? []).filter((_, index) => (Math.imul(seed + index, 2654435761) >>> 28) % 3 === 0);
		const lines = ["", ...tables].flatMap((table, index) => [
			...(table === "" ? [] : [`[${table}]`]),
			...choose(table, seeds[index] ?? 0),
		]);
		return lines.join(ending) + (hasEnd ? ending : "");
	});

type Leaf = readonly [path: string, value: unknown];

function listLeaves(value: unknown, path: Path = []): Leaf[] {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return [[path.join("\0"), value]];
	return Object.entries(value).flatMap(([key, inner]) => listLeaves(inner, [...path, key]));
}

/** smol-toml refuses some of what Python's tomllib takes: what it takes must stay so. */
function read(text: string): unknown {
	try {
		return readToml(text).faults.length === 0 ? parse(text) : undefined;
	} catch {
		return undefined;
	}
}

test("a fix takes its problem away, and what else the file says stays", () => {
	let tried = 0;
	fc.assert(
		fc.property(anyFaulty, (text) => {
			const value = read(text);
			if (!value) return;
			const before = listLeaves(value);
			for (const problem of lintConfig(text)) {
				for (const fix of [problem.fix, ...(problem.alternatives ?? [])]) {
					if (!fix) continue;
					tried++;
					const fixed = applyEdits(text, fix.edits);
					const what = `${problem.path.join(".")}: ${problem.message} → ${fixed}`;
					expect(readToml(fixed).faults, what).toEqual([]);
					const left = lintConfig(fixed).filter(
						({ path, message }) => path.join() === problem.path.join() && message === problem.message,
					);
					expect(left, what).toEqual([]);
					if (fix !== problem.fix) continue;
					const own = problem.path.join("\0");
					const after = new Map(listLeaves(parse(fixed)));
					for (const [path, value] of before) {
						if (path !== own && !path.startsWith(`${own}\0`)) expect(after.get(path), what).toEqual(value);
					}
				}
			}
		}),
		{ numRuns: 300 },
	);
	expect(tried).toBeGreaterThan(300);
});
