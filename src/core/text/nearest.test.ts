import { array, assert, constantFrom, nat, property, stringMatching, tuple, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";
import { listOptions } from "../object-store/option.ts";
import { objectStores } from "../stores/stores.ts";
import { foldKey } from "./fold-key.ts";
import { findNearest } from "./nearest.ts";

const optionKeys = objectStores.flatMap(listOptions).flatMap(({ key, aliases }) => [key, ...aliases]);
const tomlKeys = ["scheduler", "worker", "checkpoint", "checkpoint_location", "enabled", "period", "url", "path"];
const word = stringMatching(/^[a-z]{3,16}(_[a-z]{2,8})?$/);

/** One slip in a word at a place; the swap of two equal letters is none. */
function slip(text: string, kind: "drop" | "insert" | "replace" | "swap", place: number): string {
	const i = place % text.length;
	const [head, letter = "", tail] = [text.slice(0, i), text[i], text.slice(i + 1)];
	if (kind === "drop") return head + tail;
	if (kind === "insert") return `${head}x${letter}${tail}`;
	if (kind === "replace") return `${head}x${tail}`;
	return `${head}${tail.slice(0, 1)}${letter}${tail.slice(1)}`;
}

describe("findNearest", () => {
	it.each([
		["aws_acess_key_id", "aws_access_key_id"],
		["aws_secret_acces_key", "aws_secret_access_key"],
		["AWS_REGOIN", "aws_region"],
		["aws-region", "aws_region"],
		["aws_endpointurl", "aws_endpoint_url"],
		["awsAccessKeyId", "aws_access_key_id"],
		["regin", "region"],
		["conatiner_naem", "container_name"],
		["azuert_enant_id", "azure_tenant_id"],
	])("takes %s for %s", (misspelt, key) => {
		expect(findNearest(misspelt, optionKeys)).toBe(key);
	});

	it.each([
		["chekpoint", "checkpoint"],
		["checkpointLocation", "checkpoint_location"],
		["enbaled", "enabled"],
		["Scheduler", "scheduler"],
		["uri", "url"],
	])("takes %s for %s among keys of a file", (misspelt, key) => {
		expect(findNearest(misspelt, tomlKeys)).toBe(key);
	});

	it.each([
		["what is too far off", "memory_limit"],
		["a word too short to guess from", "ul"],
		["nothing", ""],
		["a very long word", "x".repeat(100_000)],
	])("has no guess for %s", (_, misspelt) => {
		expect(findNearest(misspelt, tomlKeys)).toBeUndefined();
	});

	it("has no guess between two that are equally near", () => {
		expect(findNearest("cart", ["card", "care"])).toBeUndefined();
		expect(findNearest("cart", ["card", "care", "carts", "cart"])).toBe("cart");
		expect(findNearest("carrt", ["card", "cart", "cart"])).toBe("cart");
	});

	it("finds any word again after one slip", () => {
		assert(
			property(word, constantFrom("drop", "insert", "replace", "swap"), nat(), (text, kind, place) => {
				const misspelt = slip(text, kind, place);
				if (misspelt.length < 3) return;
				expect(findNearest(misspelt, ["qqqqqqqqqqqqqqqq", text, "zzzz"])).toBe(text);
			}),
		);
	});

	it("counts slips up to three and no further", () => {
		assert(
			property(stringMatching(/^[a-f]{12,16}$/), nat(3), (text, slips) => {
				const misspelt = text.slice(0, text.length - slips) + "xyz".slice(0, slips);
				expect(findNearest(misspelt, [text])).toBe(text);
				expect(findNearest(`${text.slice(0, -4)}wxyz`, [text])).toBeUndefined();
			}),
		);
	});

	it("is indifferent to the order of the candidates", () => {
		assert(
			property(word, uniqueArray(word, { maxLength: 6 }), (text, candidates) => {
				expect(findNearest(text, [...candidates].reverse())).toBe(findNearest(text, candidates));
			}),
		);
	});
});

describe("foldKey", () => {
	it.each(["s3.access-key-id", "s3_access_key_id", "S3 Access Key ID", "s3.accessKeyID", "_s3__access-key.id_"])(
		"folds %s",
		(key) => {
			expect(foldKey(key)).toBe("s3_access_key_id");
		},
	);

	it("leaves nothing more to fold", () => {
		const text = array(tuple(word, constantFrom("_", "-", ".", " ", "", "A")));
		assert(
			property(text, (parts) => {
				const folded = foldKey(parts.flat().join(""));
				expect(foldKey(folded)).toBe(folded);
			}),
		);
	});
});
