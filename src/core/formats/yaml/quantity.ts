import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { UnplacedProblem } from "../../text/file-problem.ts";
import { listEntries, rangeOf, resolve, type YamlDocument } from "./document.ts";
import { setScalar } from "./edit.ts";
import { isFilledIn, type Source } from "./source.ts";

/** @see docs: Kubernetes API, `Quantity`: the pattern of the operator's own description of a PolarsCluster. */
const quantity = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?(?:\d+(?:\.\d*)?|\.\d+))?$/;

/** Whether Kubernetes reads a text as an amount. */
export function isQuantity(text: string): boolean {
	return quantity.test(text);
}

/** The amount that was meant, where that is plain: `14.31GiB` is 14.31Gi, `512 MB` is 512M. */
export function mendQuantity(text: string): string | undefined {
	const match = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*([kKMGTPE]?i?)[bB]?$/.exec(text.trim());
	const mended = match && `${match[1]}${match[2] === "K" ? "k" : match[2] === "ki" ? "Ki" : match[2]}`;
	return mended !== null && isQuantity(mended) && mended !== text ? mended : undefined;
}

/** Judges the amounts of `resources`, wherever below a node they are. */
export function lintQuantities(source: Source, node: unknown, docs: string, depth = 0): UnplacedProblem[] {
	const { document } = source;
	const found = resolve(node, document);
	if (depth > 20) return [];
	if (isSeq(found)) return found.items.flatMap((item) => lintQuantities(source, item, docs, depth + 1));
	if (!isMap(found)) return [];
	return [...listEntries(found, document)].flatMap(([name, { pair }]) => {
		if (name !== "resources") return lintQuantities(source, pair.value, docs, depth + 1);
		return ["requests", "limits"].flatMap((kind) => {
			const amounts = listEntries(listEntries(pair.value, document).get(kind)?.pair.value, document);
			return [...amounts].flatMap(([resource, entry]) =>
				judge(source, entry.pair, ["resources", kind, resource], docs, document),
			);
		});
	});
}

/** Judges one amount. */
export function judge(
	{ file }: Source,
	pair: Parameters<typeof setScalar>[1],
	path: readonly string[],
	docs: string,
	document: YamlDocument,
): UnplacedProblem[] {
	const node = resolve(pair.value, document);
	if (!isScalar(node) || node.value === null || typeof node.value === "boolean") return [];
	const range = rangeOf(pair.value as Node);
	const text = typeof node.value === "string" ? node.value : (node.source ?? "");
	if (isFilledIn(file, range) || isQuantity(text) || text === "") return [];
	const mended = mendQuantity(text);
	const edits = mended === undefined || node !== pair.value ? undefined : setScalar(file.text, pair, mended);
	return [
		{
			code: "kubernetes-value",
			severity: "error",
			message: "Kubernetes can't read this amount. Write a number with a unit such as Mi, Gi or m.",
			path,
			range,
			docs,
			...(edits && mended !== undefined && { fix: { title: mended, edits } }),
		},
	];
}
