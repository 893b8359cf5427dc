import { parse } from "smol-toml";
import type { CheckpointInput } from "../../draft/checkpoint.ts";
import type { Setting } from "../../draft/setting.ts";
import type { Store } from "../../stores/stores.ts";
import type { NodeName } from "./active-node.ts";
import { identifyKey, openPatch } from "./open-patch.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a patched file back with a parser that has no part in patching: the checkpoint settings must be those of the
 * configuration, and all else what it was.
 *
 * @param before The file that a patch was given.
 * @param after What the patch made of it.
 * @returns The first difference, as the beginning of a sentence without any secret; nothing if there is none.
 */
export function readPatchBack(before: string, after: string, config: CheckpointInput): string | undefined {
	const { nodes, settings, draft } = openPatch(before, config);
	const [was, is] = [read(before), read(after)];
	if (!was || !is) return "a second parser can't read it";
	const expected: Record<string, unknown> = { ...was };
	for (const node of nodes) {
		const own = settings.filter(({ key }) => key[0] === node && key.length > 2);
		const found = toFields(is[node]);
		const difference =
			node === "scheduler"
				? compareScheduler(found, own)
				: compareLocation(found, toFields(was[node]), own, draft.store);
		if (difference !== undefined) return difference;
		expected[node] = expectNode(node, was[node], found, own);
	}
	return isSame(expected, is) ? undefined : "other settings would change too";
}

function read(text: string): Fields | undefined {
	try {
		return parse(text.replace(/^\ufeff/, ""), { integersAsBigInt: true });
	} catch {
		return undefined;
	}
}

function compareScheduler(found: Fields, settings: readonly Setting[]): string | undefined {
	const checkpoint = toFields(found.checkpoint);
	const other = settings.find(({ key, value }) => checkpoint[key.at(-1) ?? ""] !== value);
	return other && explain(other);
}

/** What of the worker's location is not as it was set. What no form can hold stays, as it was, in the store's own table. */
function compareLocation(found: Fields, was: Fields, settings: readonly Setting[], store: Store): string | undefined {
	const location = toFields(found.checkpoint_location);
	const own = toFields(location[store]);
	const before = toFields(toFields(was.checkpoint_location)[store]);
	const read = Object.entries(own).filter(([key, value]) => typeof value !== "object" || !isSame(value, before[key]));
	const other = settings.find(({ key, value }) => {
		const identity = identifyKey(store, key.at(-1) ?? "");
		const values = read.filter(([key]) => identifyKey(store, key) === identity);
		return values.length !== 1 || values[0]?.[1] !== value;
	});
	if (other) return explain(other);
	const isAlone = Object.keys(location).length === 1 && read.length === settings.length;
	return isAlone ? undefined : "worker.checkpoint_location would contain more than was set";
}

/** A node's table as it must be: with the location that was found, which has been compared. */
function expectNode(node: NodeName, was: unknown, found: Fields, settings: readonly Setting[]): Fields {
	const table = was === undefined ? { enabled: true } : toFields(was);
	if (node === "worker") return { ...table, checkpoint_location: found.checkpoint_location };
	const wanted = Object.fromEntries(settings.map(({ key, value }) => [key.at(-1) ?? "", value]));
	return { ...table, checkpoint: { ...toFields(table.checkpoint), ...wanted } };
}

function explain({ key }: Setting): string {
	return `${key.join(".")} would have another value than was set`;
}

function toFields(value: unknown): Fields {
	return Object.prototype.toString.call(value) === "[object Object]" ? (value as Fields) : {};
}

/** Whether two values of TOML are one: the same type, and the same text, number, time or parts. */
function isSame(one: unknown, other: unknown): boolean {
	if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
		return Object.is(one, other);
	}
	if (one instanceof Date || other instanceof Date) {
		return one instanceof Date && other instanceof Date && one.toISOString() === other.toISOString();
	}
	const keys = Object.keys(one);
	return (
		Array.isArray(one) === Array.isArray(other) &&
		keys.length === Object.keys(other).length &&
		keys.every((key) => Object.hasOwn(other, key) && isSame((one as Fields)[key], (other as Fields)[key]))
	);
}
