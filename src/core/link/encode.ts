import type { CheckpointDraft, OptionRow } from "../draft/draft.ts";
import { removeSecrets } from "../draft/secret.ts";
import { isObjectStore, type ObjectStore } from "../stores/stores.ts";
import { endsAsSentence, escapeEnd, escapeText } from "./escape.ts";
import { findParameter, listCarried, readField } from "./parameter.ts";
import { getDefaults, latestVersion } from "./versions.ts";

/** What came of writing a draft as a link. */
export interface EncodedLink {
	/**
	 * Without the `#`: `v=1&period=10m&store=s3&url=s3://bucket/dir&aws_region=eu-west-1`. The version comes first, or last
	 * where else a mark would stand at the end that a reader takes for the sentence's around the link.
	 */
	readonly fragment: string;
	/**
	 * Names of the fields whose text is not in the link as it was typed, of those that the configuration uses: secrets,
	 * and what holds credentials: `s3.aws_secret_access_key`.
	 */
	readonly omitted: readonly string[];
}

/**
 * Writes a draft as the fragment of a link. Defaults are left out.
 *
 * What travels is what the configuration uses, right or wrong: every field but those of other stores and of other
 * credentials, and the options in their order. So `decodeLink(encodeLink(draft).fragment).draft` is the draft without
 * its secrets (`removeSecrets`), in which every other store and all that other credentials use is as it is at the start.
 * It holds for a fragment that `decodeLink` reads to its end, of at most 100,000 characters and 1,000 parameters, and for
 * texts that a file can hold: half of a character becomes U+FFFD.
 */
export function encodeLink(draft: CheckpointDraft): EncodedLink {
	const { draft: open, removed } = removeSecrets(draft);
	const { store } = open;
	const defaults = getDefaults(latestVersion);
	const carried = listCarried(open);
	const parameters = [...carried].flatMap(([name, field]) => {
		const text = readField(open, field);
		return text === readField(defaults, field) ? [] : [`${name}=${escapeText(text)}`];
	});
	const options = isObjectStore(store) ? writeOptions(store, open[store].options) : [];
	const used = new Set(carried.values());
	const version = `v=${latestVersion}`;
	const fragment = escapeEnd([version, ...parameters, ...options].join("&"));
	return {
		fragment: endsAsSentence(fragment) ? [...parameters, ...options, version].join("&") : fragment,
		omitted: removed.filter((field) => used.has(field) || field.startsWith(`${store}.options.`)),
	};
}

/** An option is a parameter by its own name, unless that would be read as a field, or as the same option once more. */
function writeOptions(store: ObjectStore, rows: readonly OptionRow[]): string[] {
	const seen = new Set<string>();
	return rows.map(({ key, value }) => {
		const place = findParameter(key, store);
		const name = escapeText(key).replaceAll("=", "%3D");
		if (place?.kind !== "option" || seen.has(place.name)) return `option=${name}=${escapeText(value)}`;
		seen.add(place.name);
		return `${name}=${escapeText(value)}`;
	});
}
