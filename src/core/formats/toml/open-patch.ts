import { parseConfig } from "../../draft/check.ts";
import { type CheckpointInput, toDraft } from "../../draft/checkpoint.ts";
import { listSettings } from "../../draft/setting.ts";
import { findOption } from "../../object-store/option.ts";
import { isObjectStore, type Store } from "../../stores/stores.ts";
import { listActiveNodes, type NodeName, nodes } from "./active-node.ts";
import { openFile } from "./open-file.ts";
import { findFault } from "./syntax.ts";
import type { Table } from "./tree.ts";

/**
 * What a patch writes into which nodes' tables of a file.
 *
 * @throws {SyntaxError} If the text is no TOML 1.0, or more than can be read here, naming the first place.
 * @throws {TypeError} If the configuration isn't valid, or if `scheduler` or `worker` is no table in the file.
 */
export function openPatch(text: string, config: CheckpointInput) {
	const draft = toDraft(parseConfig(config));
	const file = openFile(text);
	const fault = findFault(file);
	if (fault) {
		const { line, column } = file.locate(fault.range.start);
		throw new SyntaxError(`Line ${line}, column ${column}: ${fault.message}`);
	}
	const settings = listSettings(draft).filter(({ secret }) => !secret || draft.secrets === "toml");
	return { document: file.document, draft, nodes: listNodes(file.document.root), settings };
}

function listNodes(root: Table): readonly NodeName[] {
	for (const node of nodes) {
		const item = root.children.get(node);
		if (item && item.kind !== "table") throw new TypeError(`${node} is not a table in this file.`);
	}
	const there = nodes.filter((node) => root.children.has(node));
	const active = listActiveNodes(root);
	return active.length > 0 ? active : there.length > 0 ? there : nodes;
}

/** A setting's own key, whichever of its spellings a file has. */
export function identifyKey(store: Store, key: string): string {
	return isObjectStore(store) ? (findOption(store, key)?.key ?? key) : key;
}
