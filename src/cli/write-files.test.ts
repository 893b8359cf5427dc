import {
	chmodSync,
	linkSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import type { Terminal } from "./terminal.ts";
import { saveFile } from "./write-files.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "write-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
});

const save = (name: string, settings?: Parameters<typeof saveFile>[3]) =>
	saveFile(name, "new", { folder } as Terminal, settings);
const read = (name: string) => readFileSync(join(folder, name), "utf8");

test("a file keeps its permissions, and nothing is left beside it", async () => {
	writeFileSync(join(folder, "a.toml"), "old");
	chmodSync(join(folder, "a.toml"), 0o640);
	expect(await save("a.toml", { isSecret: true })).toBeUndefined();
	expect(read("a.toml")).toBe("new");
	expect(statSync(join(folder, "a.toml")).mode & 0o777).toBe(process.platform === "win32" ? 0o666 : 0o640);
	expect(readdirSync(folder)).toEqual(["a.toml"]);
});

test("a symbolic link stays one, and the file that it leads to is written", async () => {
	mkdirSync(join(folder, "real"));
	writeFileSync(join(folder, "real/a.toml"), "old");
	symlinkSync("real/a.toml", join(folder, "a.toml"));
	await save("a.toml");
	expect(lstatSync(join(folder, "a.toml")).isSymbolicLink()).toBe(true);
	expect(read("real/a.toml")).toBe("new");
});

test("a file of two names is written under both", async () => {
	writeFileSync(join(folder, "a.toml"), "old");
	linkSync(join(folder, "a.toml"), join(folder, "b.toml"));
	await save("a.toml");
	expect([read("a.toml"), read("b.toml")]).toEqual(["new", "new"]);
});

test("whoever reads a file while it is written reads the old text or the new one", async () => {
	writeFileSync(join(folder, "a.toml"), "old");
	let isDone = false;
	const saved = saveFile("a.toml", "new".repeat(2_000_000), { folder } as Terminal).finally(() => {
		isDone = true;
	});
	const lengths = new Set<number>();
	while (!isDone) {
		lengths.add(read("a.toml").length);
		await new Promise(setImmediate);
	}
	await saved;
	lengths.add(read("a.toml").length);
	expect([...lengths].filter((length) => length !== 3)).toEqual([6_000_000]);
});

test.each([
	["a folder", "conf", {}, "It is a folder"],
	["a file in no folder", "none/a.toml", {}, "There is no such file."],
	["a new file that is there", "a.toml", { isNew: true }, "It exists already."],
])("%s can't be written, and that is said", async (_, name, settings, message) => {
	mkdirSync(join(folder, "conf"));
	writeFileSync(join(folder, "a.toml"), "old");
	expect(await save(name, settings)).toEqual({ file: name, message: expect.stringContaining(message) });
	expect(read("a.toml")).toBe("old");
});
