import { expect, test } from "vitest";
import { planFiles } from "./plan-files.ts";

const full = (name: string) => ({ name, spare: false });
const spare = (name: string) => ({ name, spare: true });

/** What the panel then shows: `a → 1` in a place of its own, `a = 1` in the place of its earlier text. */
function plan(present: Parameters<typeof planFiles>[0], ...names: readonly string[]) {
	const picked = names.map((name) => ({ name }));
	return planFiles(present, picked)?.map(({ picked: { name }, index, same }) => `${name} ${same ? "=" : "→"} ${index}`);
}

test("picked files take the place of what is nobody's, then one of their own", () => {
	expect(plan([spare("config.toml")], "a")).toEqual(["a → 0"]);
	expect(plan([spare("config.toml")], "a", "b")).toEqual(["a → 0", "b → 1"]);
	expect(plan([full("a")], "b")).toEqual(["b → 1"]);
	expect(plan([full("a"), spare("b")], "c")).toEqual(["c → 1"]);
	expect(plan([spare("a"), spare("b")], "a", "b")).toEqual(["a → 0", "b → 1"]);
});

test("a file that is open already gets the new text", () => {
	expect(plan([full("a"), full("b")], "b")).toEqual(["b = 1"]);
	expect(plan([full("a"), full("b")], "b", "a")).toEqual(["b = 1", "a = 0"]);
	expect(plan([full("a")], "b", "a")).toEqual(["b → 1", "a = 0"]);
});

test("two files of one name that are picked at once are two", () => {
	expect(plan([spare("config.toml")], "worker.toml", "worker.toml")).toEqual(["worker.toml → 0", "worker.toml → 1"]);
	expect(plan([full("worker.toml")], "worker.toml", "worker.toml")).toEqual(["worker.toml = 0", "worker.toml → 1"]);
});

test("where one of them has no room, none goes anywhere", () => {
	expect(plan([full("a"), full("b")], "c")).toBe(undefined);
	expect(plan([full("a"), full("b")], "a", "c")).toBe(undefined);
	expect(plan([full("a")], "b", "c")).toBe(undefined);
	expect(plan([full("a")], "a", "b", "c")).toBe(undefined);
	expect(plan([spare("a"), spare("b")], "c", "d", "e")).toBe(undefined);
});
