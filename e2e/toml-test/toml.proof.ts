import { expect, test } from "vitest";
import { readToml } from "../../src/core/formats/toml/read.ts";
import type { Entry, Value } from "../../src/core/formats/toml/statement.ts";
import type { Item } from "../../src/core/formats/toml/tree.ts";
import { downloadSuite, type SuiteFile, type Tagged } from "./suite.ts";

/** The text of a file; undefined if it is no UTF-8, which is for whoever opens a file to say. */
function decode({ bytes }: SuiteFile): string | undefined {
	try {
		return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function isAccepted(file: SuiteFile): boolean {
	const text = decode(file);
	return text !== undefined && readToml(text).faults.length === 0;
}

/** What an item says, in plain values; a date as its text. */
function evaluate(item: Item): unknown {
	if (item.kind === "array") return item.tables.map(evaluate);
	if (item.kind === "leaf") return evaluateValue(item.value);
	return Object.fromEntries([...item.children].map(([key, child]) => [key, evaluate(child)]));
}

function evaluateValue(value: Value): unknown {
	if (value.kind === "array") return value.items.map(evaluateValue);
	if (value.kind === "date") return normalizeDate(value.written);
	return value.kind === "table" ? evaluateEntries(value.entries) : value.value;
}

function evaluateEntries(entries: readonly Entry[]): unknown {
	const table: Record<string, unknown> = {};
	for (const { key, value } of entries) {
		let inner = table;
		for (const { name } of key.slice(0, -1)) {
			inner[name] ??= {};
			inner = inner[name] as Record<string, unknown>;
		}
		inner[key.at(-1)?.name ?? ""] = evaluateValue(value);
	}
	return table;
}

function normalizeDate(text: string): string {
	return text
		.toUpperCase()
		.replace(" ", "T")
		.replace(/(\.\d*?)0+(?!\d)/, "$1")
		.replace(/\.(?!\d)/, "");
}

/** What the suite says that a file says. */
function untag(tagged: Tagged): unknown {
	if (Array.isArray(tagged)) return tagged.map(untag);
	const { type, value } = tagged as Readonly<Record<string, unknown>>;
	if (typeof type !== "string" || typeof value !== "string") {
		return Object.fromEntries(Object.entries(tagged).map(([key, inner]) => [key, untag(inner)]));
	}
	switch (type) {
		case "integer":
			return BigInt(value);
		case "float":
			return Number(value.replace("inf", "Infinity"));
		case "bool":
			return value === "true";
		case "string":
			return value;
		default:
			return normalizeDate(value);
	}
}

const files = downloadSuite("1.0.0");

test("what TOML 1.0 takes is taken, and what it refuses is refused", () => {
	expect(files.length).toBeGreaterThan(600);
	const wrong = files.filter((file) => isAccepted(file) !== file.name.startsWith("valid/"));
	expect(wrong.map(({ name }) => name)).toEqual([]);
});

test.each(files.filter(({ value }) => value !== undefined))("$name says what the suite says", (file) => {
	expect(evaluate(readToml(decode(file) ?? "").root)).toEqual(untag(file.value ?? {}));
});
