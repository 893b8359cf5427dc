import type { Setting } from "../../draft/setting.ts";
import type { Table } from "./tree.ts";

/** Which of Polars' nodes a table is for. */
export type NodeName = Setting["key"][0];

/** The two nodes, in the order in which files name them. */
export const nodes: readonly NodeName[] = ["scheduler", "worker"];

/** The nodes that a file is for: each whose table says more than `enabled = false`. */
export function listActiveNodes(root: Table): readonly NodeName[] {
	return nodes.filter((node) => {
		const item = root.children.get(node);
		return item?.kind === "table" && !isOff(item);
	});
}

function isOff({ children }: Table): boolean {
	const enabled = children.get("enabled");
	return children.size === 1 && enabled?.kind === "leaf" && enabled.value.kind === "boolean" && !enabled.value.value;
}
