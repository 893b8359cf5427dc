import { expect, test } from "vitest";
import { defaultDraft } from "../../core/draft/draft.ts";
import { example } from "./example.ts";
import { openFiles as openOver, type PickedFile, readPicked } from "./pick-files.ts";

type Opened = ReturnType<typeof openOver>;

const openFiles = (existing: Opened | undefined, picked: readonly PickedFile[]) =>
	openOver(existing, picked, defaultDraft);
const pick = (...names: readonly string[]) => names.map((name) => ({ name, text: `# ${name}` }));
const open = (...names: readonly string[]) => openFiles(undefined, pick(...names));
const list = ({ files }: Opened) => files.map(({ name }) => name);

test("a second file is opened beside the first", () => {
	expect(list(open("a", "b"))).toEqual(["a", "b"]);
	expect(list(openFiles(open("a"), pick("b")))).toEqual(["a", "b"]);
});

test("a file of the same name takes the place of its earlier state", () => {
	const next = openFiles(open("a", "b"), [{ name: "b", text: "new" }]);
	expect(next.files.map(({ opened, text }) => [opened, text])).toEqual([
		["# a", "# a"],
		["new", "new"],
	]);
	expect(list(openFiles(open("a"), pick("b", "a")))).toEqual(["a", "b"]);
});

test("two files of one name that are picked at once are two", () => {
	expect(list(open("worker.toml", "worker.toml"))).toEqual(["worker.toml", "worker.toml (2)"]);
});

test("whatever is opened takes the place of an example that nobody changed", () => {
	const shown = openFiles(undefined, [{ name: "example.toml", text: example }]);
	expect(list(openFiles(shown, pick("a", "b")))).toEqual(["a", "b"]);
});

test("where one of them has no room, none is opened", () => {
	expect(() => openFiles(open("a", "b"), pick("c"))).toThrow("Two files can be open at a time");
	expect(() => openFiles(open("a", "b"), pick("a", "c"))).toThrow("Two files can be open at a time");
	expect(() => open("a", "b", "c")).toThrow("Two files can be open at a time");
});

test("a file is read to its last byte, and what is no text is refused", async () => {
	const text = "\ufeff# ümlaut\r\n";
	expect(await readPicked(new File([text], "a.toml"))).toEqual({ name: "a.toml", text });
	await expect(readPicked(new File([new Uint8Array([0xff, 0xfe, 0])], "a.toml"))).rejects.toThrow(
		"a.toml is not UTF-8 text",
	);
	await expect(readPicked(new File(["#".repeat(6_000_000)], "a.toml"))).rejects.toThrow(
		"a.toml is too large: 6 MB. The limit is 5 MB.",
	);
	const paste = { name: "What you pasted", text: "#".repeat(6_000_000) };
	expect(() => openFiles(undefined, [paste])).toThrow("What you pasted is too large");
});
