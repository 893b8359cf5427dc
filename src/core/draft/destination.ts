import { findOption } from "../object-store/option.ts";
import type { ObjectStore } from "../stores/stores.ts";
import { foldKey } from "../text/fold-key.ts";
import type { CheckpointDraft, OptionRow } from "./draft.ts";
import { isSecretField } from "./secret.ts";
import { listSettings } from "./setting.ts";

/**
 * Options that say how requests are made and by whom, and not where they go or whom they trust. Any other option counts
 * for the destination, also one that is added later.
 */
const harmless: ReadonlySet<string> = new Set([
	"aws_access_key_id",
	"aws_role_session_name",
	"aws_skip_signature",
	"aws_server_side_encryption",
	"aws_sse_kms_key_id",
	"aws_sse_bucket_key_enabled",
	"aws_checksum_algorithm",
	"aws_unsigned_payload",
	"aws_conditional_put",
	"aws_copy_if_not_exists",
	"aws_disable_tagging",
	"aws_disable_bulk_delete",
	"aws_request_payer",
	"google_skip_signature",
	"azure_skip_signature",
	"azure_disable_tagging",
	"azure_storage_client_id",
	"azure_object_id",
	"timeout",
	"connect_timeout",
	"read_timeout",
	"pool_idle_timeout",
	"pool_max_idle_per_host",
	"randomize_addresses",
	"http1_only",
	"http2_only",
	"http2_keep_alive_interval",
	"http2_keep_alive_timeout",
	"http2_keep_alive_while_idle",
	"http2_max_frame_size",
	"default_content_type",
	"user_agent",
]);

/**
 * Whether two drafts send their requests to the same place: the same URL, account, endpoints, region, proxy and places
 * to sign in, under whatever spelling. A secret may go from one to the other then, and only then.
 *
 * What Polars doesn't know decides nothing; and of secrets, what they are is not compared.
 */
export function isSameDestination(store: ObjectStore, a: CheckpointDraft, b: CheckpointDraft): boolean {
	const [own, other] = [listDeciding(store, a), listDeciding(store, b)];
	return own.length === other.length && own.every((setting, index) => setting === other[index]);
}

function listDeciding(store: ObjectStore, draft: CheckpointDraft): string[] {
	const deciding = listSettings({ ...draft, store }).flatMap(({ key, value, field }): string[] => {
		const name = key.at(-1) ?? "";
		if (key[1] !== "checkpoint_location" || field === undefined || isSecretField(draft, field)) return [];
		const known = name === "url" ? name : findOption(store, name)?.key;
		return known === undefined || harmless.has(known) || value === "" ? [] : [`${known}=${value}`];
	});
	return deciding.toSorted();
}

/**
 * A section with the secrets of another: in the fields that are made for them, and in the options that both have, by
 * their own keys; of keys that Polars doesn't know, as they are spelt.
 */
export function takeSecrets<Store extends ObjectStore>(
	store: Store,
	to: CheckpointDraft,
	from: CheckpointDraft,
): CheckpointDraft[Store] {
	const fields = Object.entries(from[store]).filter(([key]) => isSecretField(from, `${store}.${key}`));
	const left = from[store].options.filter((_, index) => isSecretField(from, `${store}.options.${index}.value`));
	const options = to[store].options.map((row, index): OptionRow => {
		if (row.value !== "" || !isSecretField(to, `${store}.options.${index}.value`)) return row;
		const found = left.findIndex(({ key }) => nameOption(store, key) === nameOption(store, row.key));
		const [taken] = found === -1 ? [] : left.splice(found, 1);
		return taken ? { ...row, value: taken.value } : row;
	});
	return { ...to[store], ...Object.fromEntries(fields), options };
}

function nameOption(store: ObjectStore, key: string): string {
	return findOption(store, key)?.key ?? foldKey(key);
}

/** Every secret of a store that a draft holds, shown or not. */
export function listSecretTexts(store: ObjectStore, draft: CheckpointDraft): string[] {
	const section = draft[store];
	const texts = Object.entries(section).flatMap(([key, text]) =>
		typeof text === "string" && isSecretField(draft, `${store}.${key}`) ? [text] : [],
	);
	const values = section.options.flatMap(({ value }, index) =>
		isSecretField(draft, `${store}.options.${index}.value`) ? [value] : [],
	);
	return [...texts, ...values].filter((text) => text !== "");
}
