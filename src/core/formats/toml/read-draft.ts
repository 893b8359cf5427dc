import { type CheckpointDraft, defaultDraft } from "../../draft/draft.ts";
import { isSchemaFolder } from "../../draft/schema-folder.ts";
import { isSecretField } from "../../draft/secret.ts";
import { isStore, type Store } from "../../stores/stores.ts";
import { type FileProblem, placeProblem } from "../../text/file-problem.ts";
import { listActiveNodes } from "./active-node.ts";
import { openFile } from "./open-file.ts";
import { readSection, readText, type Section } from "./section.ts";
import { findFault } from "./syntax.ts";
import type { Item, Table } from "./tree.ts";
import { joinKey } from "./write.ts";

/** What came of reading a file into the form. */
export type ReadDraft =
	| {
			readonly ok: true;
			readonly draft: CheckpointDraft;
			/** Keys that the form has no field for, from the root: `worker.task_service`. Their values stay in the file. */
			readonly kept: readonly string[];
	  }
	| { readonly ok: false; readonly problem: FileProblem };

/**
 * Reads what a file says about checkpoints, however it is spelt: by dotted keys, tables, inline tables or quoted keys.
 *
 * @param text One file: the scheduler's, a worker's, or one for every node.
 * @param base What the file has no word on; what came of the other file, where there are two.
 * @returns The draft, right or wrong as the file is, with its secrets in their fields; or the first problem, if the text
 * is no TOML.
 */
export function readTomlDraft(text: string, base: CheckpointDraft = defaultDraft): ReadDraft {
	const file = openFile(text);
	const fault = findFault(file);
	if (fault) return { ok: false, problem: placeProblem(file, fault) };
	const { root } = file.document;
	const draft = { ...base, schema: readSchemaFolder(text) ?? base.schema };
	const kept: Item[] = [];
	for (const [name, item] of root.children) {
		if (name === "scheduler" && item.kind === "table") readScheduler(item, draft, kept);
		else if (name === "worker" && item.kind === "table") readWorker(item, draft, kept);
		else kept.push(item);
	}
	draft.files = listActiveNodes(root).length > 1 ? "one" : "separate";
	return { ok: true, draft, kept: kept.map(({ path }) => joinKey(path.map(String))) };
}

/** The folder of the schema that the first line names, if it is one of the builder's own. */
function readSchemaFolder(text: string): string | undefined {
	const line = /^\ufeff?#:schema[ \t]+(\S*\/)(?:config|scheduler|worker)\.schema\.json[ \t]*(?:\r?\n|$)/.exec(text);
	return line?.[1] !== undefined && isSchemaFolder(line[1]) ? line[1] : undefined;
}

function isTrue(item: Item): boolean {
	return item.kind === "leaf" && item.value.kind === "boolean" && item.value.value;
}

function readScheduler(table: Table, draft: CheckpointDraft, kept: Item[]): void {
	for (const [name, item] of table.children) {
		if (name === "enabled" && isTrue(item)) continue;
		if (name !== "checkpoint" || item.kind !== "table") {
			kept.push(item);
			continue;
		}
		for (const [key, setting] of item.children) {
			const period = key === "period" && setting.kind === "leaf" ? readText(setting.value) : undefined;
			if (period !== undefined) draft.period = period;
			else if (key !== "enabled" || !isTrue(setting)) kept.push(setting);
		}
	}
}

function readWorker(table: Table, draft: CheckpointDraft, kept: Item[]): void {
	for (const [name, item] of table.children) {
		if (name === "checkpoint_location" && item.kind === "table") readLocation(item, draft, kept);
		else if (name !== "enabled" || !isTrue(item)) kept.push(item);
		if (name === "shuffle_location" && item.kind === "table") {
			draft.shuffle = item.children.size > 0 && !item.children.has("local") ? "shared" : "local";
		}
	}
}

function readLocation(location: Table, draft: CheckpointDraft, kept: Item[]): void {
	let store: Store | undefined;
	for (const [name, item] of location.children) {
		if (!isStore(name) || item.kind !== "table") {
			kept.push(item);
			continue;
		}
		const section = readStore(name, item, draft);
		for (const rest of section.rest) kept.push(rest);
		if (store) continue;
		store = name;
		draft.key_style = item.block ? "tables" : "dotted";
		if ([...section.entries.keys()].some((field) => isSecretField(draft, field))) draft.secrets = "toml";
	}
	if (store) draft.store = store;
}

/** Reads one store's table into its part of the draft. */
function readStore<Name extends Store>(store: Name, table: Table, draft: CheckpointDraft): Section {
	const section = readSection(store, table);
	draft[store] = section.draft;
	return section;
}
