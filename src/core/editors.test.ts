import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv } from "ajv";
import { expect, onTestFinished, test } from "vitest";
import { fileKinds, writeJsonSchema } from "./node-file/json-schema.ts";

const require = createRequire(import.meta.url);
const taploPackage = require.resolve("@taplo/cli/package.json");
const taplo = join(dirname(taploPackage), require(taploPackage).bin.taplo);

const readDocs = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");

/** A folder with the schemas and these files, and the name of the host by which the documentation's lines find it. */
function makeFolder(names: readonly string[], text: string) {
	const folder = mkdtempSync(join(tmpdir(), "editors-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	for (const kind of fileKinds) writeFileSync(join(folder, `${kind}.schema.json`), writeJsonSchema(kind));
	for (const name of names) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
	const host = (line: string) => line.replaceAll("https://BUILDER/", pathToFileURL(`${folder}/`).href);
	return { folder, host };
}

/** The names of those files that Taplo refuses. */
function listRefused(folder: string, names: readonly string[], args: readonly string[]): Promise<readonly string[]> {
	return new Promise((resolve) => {
		const all = ["lint", "--colors", "never", ...args, ...names];
		execFile(process.execPath, [taplo, ...all], { cwd: folder }, (_, __, said) => {
			const lines = said.split("\n").filter((line) => line.includes("invalid file"));
			resolve(names.filter((name) => lines.some((line) => line.includes(`${join(folder, name)}"`))));
		});
	});
}

const wrong = "enabld = true\n";

test("SchemaStore's entries give a schema to files that say whose they are, and to no other", async () => {
	const own = [
		"polars-worker.toml",
		"conf/polars-scheduler.toml",
		"polars-on-prem.toml",
		"etc/polars-on-prem/worker.toml",
		"etc/polars-on-prem/config.toml",
	];
	const others = ["worker.toml", "scheduler.toml", "config.toml", "my-polars-worker.toml"];
	const { folder, host } = makeFolder([...own, ...others], wrong);
	writeFileSync(join(folder, "catalog.json"), host(readDocs("schemastore-catalog.json")));
	const args = ["--schema-catalog", pathToFileURL(join(folder, "catalog.json")).href];
	expect(await listRefused(folder, [...own, ...others], args)).toEqual(own);
}, 60_000);

test("SchemaStore's entries have what its catalogue asks for, in its order", () => {
	const { schemas } = JSON.parse(readDocs("schemastore-catalog.json"));
	const text = { type: "string", minLength: 1 };
	const entry = {
		type: "object",
		required: ["name", "description", "fileMatch", "url"],
		additionalProperties: false,
		properties: { name: text, description: text, fileMatch: { type: "array", items: text }, url: text },
	};
	for (const each of schemas) expect(new Ajv().validate(entry, each)).toBe(true);
	const names = schemas.map(({ name }: { name: string }) => name);
	expect(names).toEqual(names.toSorted());
});

test("the rules that the documentation shows for Helix give a schema to files by their name", async () => {
	const names = ["worker.toml", "conf/scheduler.toml"];
	const { folder, host } = makeFolder([...names, "other.toml"], wrong);
	const rules = /```toml\n(\[\[rule\]\].*?)```/s.exec(readDocs("editors.md"))?.[1] ?? "";
	writeFileSync(join(folder, ".taplo.toml"), host(rules));
	expect(await listRefused(folder, [...names, "other.toml"], [])).toEqual(names);
}, 60_000);
