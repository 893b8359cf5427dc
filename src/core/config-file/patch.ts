import { parseConfig } from "../draft/check.ts";
import { type CheckpointInput, toDraft } from "../draft/checkpoint.ts";
import { listSettings } from "../draft/setting.ts";
import { patchToml } from "../formats/toml/patch.ts";
import { readToml } from "../formats/toml/read.ts";
import { findItem } from "../formats/toml/tree.ts";
import { quoteString } from "../formats/toml/write.ts";
import { saysAllElse } from "../formats/yaml/read-patch.ts";
import { applyEdits, replaceDifference, type TextEdit } from "../text/edit.ts";
import type { ConfigFormat } from "./format.ts";
import { type ConfigPart, findObstacle, openConfig } from "./open-config.ts";
import { isSameSettings, listNodeSettings, unknownText } from "./view-file.ts";

/**
 * Writes a configuration's checkpoint settings into a file of any format and leaves every other character of it as it is.
 *
 * What happens to a node's TOML is what {@link patchToml} does; in the other formats it is the same for the settings that
 * they say. A PolarsCluster and values of the Helm chart get no secret: where none is referred to yet, they get a
 * reference to the Secret that the outputs write. A file of variables gets every secret.
 *
 * The file is read again before it is handed out: it says the settings, and all else that it said before.
 *
 * @param text The file; of a PolarsCluster and values, one of these and any documents of other kinds.
 * @param config A configuration of one store; what has a default may be left out.
 * @param format What the file is written in; told by its content unless given.
 * @returns The whole text of the file.
 * @throws {SyntaxError} If the file can't be read, or says of checkpoints by a name that is gone, naming the first place.
 * @throws {TypeError} If the configuration isn't valid, or if its settings have no plain place in the file.
 */
export function patchConfig(text: string, config: CheckpointInput, format?: ConfigFormat): string {
	const opened = openConfig(text, undefined, format);
	if (opened.format === "toml") return patchToml(text, config);
	parseConfig(config);
	const broken = findObstacle(opened);
	if (broken) {
		const { line, column } = opened.locate(broken.range.start);
		throw new SyntaxError(`Line ${line}, column ${column}: ${broken.message}`);
	}
	const { parts } = opened;
	const clusters = parts.filter(({ isAlone }) => isAlone);
	if (parts.length === 0) throw refuse("it has no scheduler and no worker");
	if (clusters.length > 1 || (clusters.length === 1 && parts.length > 1))
		throw refuse("it contains more than one cluster");
	const edits = parts.flatMap((part) => patchPart(part, config));
	const patched = edits.length > 0 ? applyEdits(text, edits) : text;
	const [cluster] = clusters;
	if (cluster?.document && cluster.innerText === undefined) {
		const { index, paths } = cluster.document;
		if (!saysAllElse(text, patched, index, paths)) throw refuse("other settings would change too");
	}
	return patched;
}

function refuse(reason: string): TypeError {
	return new TypeError(`The settings can't be added to this file: ${reason}.`);
}

function patchPart(part: ConfigPart, config: CheckpointInput): readonly TextEdit[] {
	const toml = part.file.document.text;
	const own = part.view ? { ...config, secrets: "toml" as const } : config;
	const patched = patchToml(part.isAlone ? nameNodes(toml) : toml, own);
	const wanted = part.isAlone ? hideSecrets(patched, config) : patched;
	const [before, after] = [toml, wanted].map((text) => listNodeSettings(readToml(text)));
	if (before && after && isSameSettings(before, after)) return [];
	if (!part.view && toml === wanted) return [];
	const edits = part.translate([replaceDifference(toml, { start: 0, end: toml.length }, wanted)]);
	if (!edits) throw refuse("it has no clear place for them");
	return edits;
}

/** A cluster has nodes of both kinds, whether or not anything says so yet. */
function nameNodes(toml: string): string {
	const { root } = readToml(toml);
	const missing = ["scheduler", "worker"].filter((node) => !root.children.has(node));
	return missing.map((node) => `${node}.enabled = true\n`).join("") + toml;
}

/** What stands in a Secret is no part of a manifest. */
function hideSecrets(toml: string, config: CheckpointInput): string {
	const { root } = readToml(toml);
	const secrets = listSettings(toDraft(parseConfig(config))).filter(({ secret }) => secret);
	const edits = secrets.flatMap(({ key }) => {
		const item = findItem(root, key);
		return item?.kind === "leaf" ? [{ range: item.value, text: quoteString(unknownText) }] : [];
	});
	return applyEdits(toml, edits);
}
