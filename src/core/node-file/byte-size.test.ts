import { expect, test } from "vitest";
import { readBytes } from "./byte-size.ts";

test.each([
	["10GiB", [10_737_418_240n]],
	["10 Gi", [10_737_418_240n]],
	["10GB", [10_000_000_000n]],
	["10 gb", [10_000_000_000n]],
	["512 kB", [512_000n]],
	["100B", [100n]],
	["1,5 GB", [1_500_000_000n]],
	["1.5GiB", [1_610_612_736n]],
	["2G", [2_000_000_000n, 2_147_483_648n]],
	["1.1 B", []],
	["1,500 MB", []],
	["1.500 MB", []],
	["10 Gb", []],
	["80%", []],
	["10", []],
	["10 i", []],
	["ten GB", []],
	["-1 GB", []],
	["1 GB of memory", []],
])("bytes of %s", (text, bytes) => {
	expect(readBytes(text)).toEqual(bytes);
});
