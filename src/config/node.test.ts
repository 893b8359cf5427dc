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
	address: { right: { hostname: "a", port: 1 }, wrong: "a" },
	"string|table": { right: "/a", wrong: 1 },
	"table of strings": { right: { A: "1" }, wrong: { A: 1 } },
};

test.each(documented)("%s is a %s", (path = "", type = "", byDefault = "") => {
	const [schema] = findSchemas(path.split("."));
	expect(schema).toBeDefined();
	const { right, wrong } = takes[type] ?? {};
	if (!schema) return;
	expect(z.safeParse(schema, right).success).toBe(true);
	expect(z.safeParse(schema, wrong).success).toBe(false);
	if (type === "address") expect(z.safeParse(schema, "10.0.0.1:5052").success).toBe(true);
	const meta = keyMeta.get(schema);
	expect(meta?.title).toMatch(/^[A-Z]/);
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
			const isAddress = keyMeta.get(known)?.title.endsWith("address");
			return isAddress ? [path.join(".")] : def.options.flatMap((option) => listKeys(option, path));
		}
		if (def.type !== "object") return [path.join(".")];
		const isStore = keyMeta.get(known)?.options;
		return Object.entries(def.shape).flatMap(([key, inner]) =>
			isStore && key !== "url" && !key.startsWith("presign") && !key.startsWith("external")
				? []
				: listKeys(inner, [...path, key]),
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
