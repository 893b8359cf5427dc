const sizes = /^\s*(\d+)(?:([.,])(\d+))?\s*([kmgtp]?)(i?)(b?)\s*$/i;
const prefixes = "kmgtp";

/**
 * Reads a size such as `10GiB` as bytes.
 *
 * A comma is a decimal mark. Three digits behind one, or behind a dot, may be thousands as well, and `Gb` may be bits:
 * of these nothing is said.
 *
 * @returns each number that it may stand for, the likeliest first: `10G` is 10 GB to some programs and 10 GiB to others.
 */
export function readBytes(text: string): readonly bigint[] {
	const [, whole, mark, fraction = "", prefix = "", binary = "", byte = ""] = sizes.exec(text) ?? [];
	if (whole === undefined || fraction.length === 3 || (prefix === "" && (byte === "" || binary !== ""))) return [];
	if (byte === "b" && prefix !== prefix.toLowerCase()) return [];
	const power = prefix === "" ? 0 : prefixes.indexOf(prefix.toLowerCase()) + 1;
	const bases = binary !== "" ? [1024n] : byte !== "" ? [1000n] : [1000n, 1024n];
	const scale = 10n ** BigInt(mark === undefined ? 0 : fraction.length);
	return bases.flatMap((base) => {
		const scaled = BigInt(whole + fraction) * base ** BigInt(power);
		return scaled % scale === 0n ? [scaled / scale] : [];
	});
}
