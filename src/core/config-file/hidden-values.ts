import type { CheckpointInput } from "../draft/checkpoint.ts";
import { listFieldKeys } from "../draft/draft.ts";
import { identifyKey } from "../formats/toml/open-patch.ts";
import { readToml } from "../formats/toml/read.ts";
import { findTable } from "../formats/toml/tree.ts";
import { quoteString } from "../formats/toml/write.ts";
import type { NodeView } from "../node-file/node-view.ts";
import { findOption } from "../object-store/option.ts";
import { isObjectStore, type Store } from "../stores/stores.ts";
import { applyEdits } from "../text/edit.ts";
import type { OpenedConfig } from "./open-config.ts";
import { unknownText } from "./view-file.ts";

/** What a view says of a store's location, each setting by the key's own name and the value as far as it is known. */
function listLocation({ settings }: NodeView, store: Store) {
	return settings.flatMap(({ path, value }) => {
		const [node, location, own, key] = path;
		const isOwn = node === "worker" && location === "checkpoint_location" && own === store;
		return isOwn && key !== undefined ? [{ key: identifyKey(store, key), value }] : [];
	});
}

/** A configuration, or a draft of one. */
type Filled = Pick<CheckpointInput, "store">;

interface Section {
	readonly credentials: string;
	readonly options?: readonly { readonly key: string; readonly value: string }[] | undefined;
	readonly [key: string]: unknown;
}

/**
 * A configuration that leaves alone what files say by reference. Whoever read them knows no text for it, so that an empty
 * text of the chosen credentials, or of an option, stands for what they refer to.
 */
export function keepReferences<Own extends Filled>(config: Own, { parts }: OpenedConfig): Own {
	const { store } = config;
	if (!isObjectStore(store)) return config;
	const unknown = new Set(
		parts.flatMap(({ view, isAlone, format }) =>
			view && (isAlone || format === "shell")
				? listLocation(view, store).flatMap(({ key, value }) => (value === undefined ? key : []))
				: [],
		),
	);
	const section = (config as { readonly [Name in Store]?: unknown })[store] as Section | undefined;
	if (unknown.size === 0 || !section) return config;
	const isEmpty = (key: string) => section[key] === undefined || section[key] === "";
	const own = listFieldKeys(store, section.credentials).filter((key) => unknown.has(key) && isEmpty(key));
	const options = section.options?.map((option) =>
		option.value === "" && unknown.has(identifyKey(store, option.key)) ? { ...option, value: unknownText } : option,
	);
	const texts = Object.fromEntries(own.map((key) => [key, unknownText]));
	return { ...config, [store]: { ...section, ...texts, ...(options && { options }) } };
}

/**
 * A node's file in which a reference stands for each secret of the location, since none is put into a manifest. One that
 * the manifest holds already, and that stays the same, is no news and stays.
 */
export function hideSecrets(toml: string, view: NodeView, store: Store): string {
	if (!isObjectStore(store)) return toml;
	const there = new Map(listLocation(view, store).map(({ key, value }) => [key, value]));
	const location = findTable(readToml(toml).root, ["worker", "checkpoint_location", store]);
	const edits = [...(location?.children ?? [])].flatMap(([key, item]) => {
		if (item.kind !== "leaf" || !findOption(store, key)?.secret) return [];
		const { value } = item;
		const isKept = "value" in value && there.get(identifyKey(store, key)) === value.value;
		return isKept ? [] : [{ range: value, text: quoteString(unknownText) }];
	});
	return applyEdits(toml, edits);
}
