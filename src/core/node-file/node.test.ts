import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { configFile } from "./node.ts";
import { keyMeta, unwrap } from "./node-key.ts";
import { findSuccessors, listRenamedKeys, rewriteRenamed } from "./renamed-keys.ts";

const rows = readFileSync(new URL("documented-keys.tsv", import.meta.url), "utf8")
	.split("\n")
	.filter((line) => line !== "" && !line.startsWith("#"))
	.map((line) => line.split("\t"));
const documented = rows.filter(([, type]) => type !== "renamed" && type !== "gone");
const earlier = rows.filter(([, type]) => type === "renamed" || type === "gone");

/** The schemas that a path leads to: more than one where a value may be a text or a table. */
function findSchemas(path: readonly string[], schema: z.core.$ZodType = configFile): z.core.$ZodTypes[] {
	const known = unwrap(schema);
	const { def } = known._zod;
	const options = def.type === "union" ? def.options.map(unwrap) : [known];
	const [key, ...rest] = path;
	if (key === undefined) return def.type === "union" ? [known, ...options] : options;
	return options.flatMap((option) => {
		const { def: inner } = option._zod;
		const next = inner.type === "object" ? inner.shape[key] : undefined;
		return next ? findSchemas(rest, next) : [];
	});
}

const takes: Readonly<Record<string, { right: unknown; wrong: unknown }>> = {
	string: { right: "a", wrong: 1 },
	secret: { right: "a", wrong: 1 },
	path: { right: "/a", wrong: true },
	url: { right: "https://a.example", wrong: 1 },
	uuid: { right: "00000000-0000-0000-0000-000000000000", wrong: "1" },
	boolean: { right: true, wrong: "true" },
	integer: { right: 5, wrong: "5" },
	duration: { right: "5 secs", wrong: "5" },
	address: { right: { hostname: "a", port: 1 }, wrong: "http://a" },
	"string|table": { right: "/a", wrong: 1 },
	"table of strings": { right: { A: "1" }, wrong: { A: 1 } },
	"list of strings": { right: ["a"], wrong: [1] },
};

const writers: Readonly<Record<string, string>> = { chart: "Helm chart", ray: "Ray package" };

/** What is said of a key that the documentation doesn't name, or of a table that it is in. */
function findNote(path: readonly string[]): string | undefined {
	return path
		.flatMap((_, index) => findSchemas(path.slice(0, index + 1)))
		.map((schema) => keyMeta.get(schema)?.note)
		.find((note) => note?.severity === "advice")?.message;
}

test.each(documented)("%s is a %s", (path = "", type = "", byDefault = "", writer = "") => {
	const [schema] = findSchemas(path.split("."));
	expect(schema).toBeDefined();
	const { right, wrong } = takes[type] ?? {};
	if (!schema) return;
	if (type !== "not known") {
		expect(z.safeParse(schema, right).success).toBe(true);
		expect(z.safeParse(schema, wrong).success).toBe(false);
	}
	if (type === "list of strings") expect(z.safeParse(schema, "a").success).toBe(true);
	for (const written of writer.split(" ").filter(Boolean)) {
		const isLost = path.startsWith("worker.checkpoint_location.local");
		expect(isLost ? "Ray package" : findNote(path.split("."))).toContain(writers[written]);
	}
	if (writer === "" && !path.startsWith("observatory.host_metrics")) expect(findNote(path.split("."))).toBeUndefined();
	const meta = keyMeta.get(schema);
	expect(meta?.title).toMatch(/^[A-Z]|^allow_deletes$/);
	expect(meta?.help).toMatch(/\.$/);
	expect(meta?.secret).toBe(type === "secret" ? true : undefined);
	if (byDefault)
		expect(String(meta?.default ?? keyMeta.get(findSchemas(path.split("."))[1] ?? schema)?.default)).toBe(byDefault);
});

test("no key is known that isn't documented, but for the options of object stores", () => {
	const listKeys = (schema: z.core.$ZodType, path: readonly string[]): string[] => {
		const known = unwrap(schema);
		const { def } = known._zod;
		if (def.type === "union") {
			const isWhole = /address$|^Issuers$/.test(keyMeta.get(known)?.title ?? "");
			return isWhole ? [path.join(".")] : def.options.flatMap((option) => listKeys(option, path));
		}
		if (def.type !== "object") return [path.join(".")];
		const isStore = keyMeta.get(known)?.options;
		return Object.entries(def.shape).flatMap(([key, inner]) =>
			isStore && !/^(?:url$|presign|external|allow_deletes)/.test(key) ? [] : listKeys(inner, [...path, key]),
		);
	};
	expect(listKeys(configFile, []).sort()).toEqual(documented.map(([path]) => path).sort());
});

test("every key of an earlier release is known, with what took its place", () => {
	const known = listRenamedKeys().map(([key, successors]) => [key, successors.join(" ")]);
	expect(known).toEqual(earlier.map(([path, , successors = ""]) => [path, successors]));
	for (const [path = "", , successors = ""] of earlier) {
		expect(findSchemas(path.split("."))).toEqual([]);
		for (const successor of successors.split(" ").filter(Boolean)) {
			expect(findSchemas(successor.split(".")), successor).not.toEqual([]);
		}
	}
	expect(findSuccessors("cluster_id")).toBeUndefined();
});

test.each([
	"10.0.0.1",
	"10.0.0.1:5051",
	"::1",
	"[fe80::1]:5051",
	"localhost",
	"localhost:5051",
	"node-1.cluster.local:5051",
	"polars_scheduler:65535",
	"$SCHEDULER_IP",
	"${HOST}:5051",
])("%s is an address", (address) => {
	const [schema] = findSchemas(["worker", "task_service", "public_addr"]);
	expect(schema && z.safeParse(schema, address).success).toBe(true);
});

test.each(["http://10.0.0.1:5051", "10.0.0.1/x", "256.0.0.1", "10.0.0.1:65536", "host:99999", "a b", "", ":5051"])(
	"%j is no address",
	(address) => {
		const [schema] = findSchemas(["worker", "task_service", "public_addr"]);
		expect(schema && z.safeParse(schema, address).success).toBe(false);
	},
);

test("a licence file may be anywhere, but is a path", () => {
	for (const path of [["license"], ["license", "on_prem_enterprise", "license_path"]]) {
		const [schema] = findSchemas(path);
		if (!schema) throw new Error();
		for (const right of ["/etc/license.json", "./license.json", "license.json"]) {
			expect(z.safeParse(schema, right).success).toBe(true);
		}
		for (const wrong of ["https://x/license.json", '{"company": "x"}']) {
			expect(z.safeParse(schema, wrong).success).toBe(false);
		}
	}
});

test("a value is rewritten where that is plain", () => {
	expect(rewriteRenamed("worker.heartbeat_interval_secs", 5n)).toEqual([
		{ key: "worker.heartbeat_period", value: "5s" },
	]);
	expect(rewriteRenamed("worker.heartbeat_interval_secs", -5n)).toBeUndefined();
	expect(rewriteRenamed("scheduler.anonymous_result_dst", "gs://bucket/x")).toEqual([
		{ key: "scheduler.anonymous_result_location.gcs.url" },
	]);
	expect(rewriteRenamed("scheduler.anonymous_result_dst", "/mnt/x")).toEqual([
		{ key: "scheduler.anonymous_result_location.local.path" },
	]);
	expect(rewriteRenamed("scheduler.anonymous_result_dst", "ftp://x")).toBeUndefined();
	expect(rewriteRenamed("service.auth", "insecure")).toEqual([]);
});
