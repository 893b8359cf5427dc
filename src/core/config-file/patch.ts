import { parseConfig, toTypeError } from "../draft/check.ts";
import { type CheckpointInput, toDraft } from "../draft/checkpoint.ts";
import type { CheckpointDraft } from "../draft/draft.ts";
import { checkKubernetes } from "../draft/kubernetes-check.ts";
import { settlePath } from "../draft/pods.ts";
import { patchToml } from "../formats/toml/patch.ts";
import { readToml } from "../formats/toml/read.ts";
import { saysAllElse } from "../formats/yaml/read-patch.ts";
import { applyEdits, replaceDifference, type TextEdit } from "../text/edit.ts";
import type { ConfigFormat } from "./format.ts";
import { hideSecrets, keepReferences } from "./hidden-values.ts";
import { bringUpToDate, type ConfigPart, findObstacle, type OpenedConfig, openConfig } from "./open-config.ts";
import { isSameSettings, listNodeSettings, unknownText } from "./view-file.ts";

/**
 * Writes a configuration's checkpoint settings into a file of any format and leaves every other character of it as it is.
 *
 * What happens to a node's TOML is what {@link patchToml} does; in the other formats it is the same for the settings that
 * they say. A PolarsCluster and values of the Helm chart get no secret: one that they hold or refer to already stays, and a
 * new one becomes a reference to the Secret that the outputs write. What they say by reference, and the configuration has
 * an empty text for, stays too, even where a text is needed. A file of variables gets every secret.
 *
 * Values of the Helm chart also get what the output for Helm writes for the workers' pods: a volume that is mounted at a
 * shared filesystem's path, or the chart's own claim, or the account that finds credentials. What the file has for that
 * stays; where it is against it, the file is left. A PolarsCluster gets the account.
 *
 * What a PolarsCluster says of checkpoints by the names that its spec had before gets those of today.
 *
 * The file is read again before it is handed out: it says the settings, and all else that it said before.
 *
 * @param text The file; of a PolarsCluster and values, one of these and any documents of other kinds.
 * @param given A configuration of one store; what has a default may be left out.
 * @param format What the file is written in; told by its content unless given.
 * @returns The whole text of the file.
 * @throws {SyntaxError} If the file can't be read, or says of checkpoints by a name of before that can't be brought up to
 * date, naming the first place.
 * @throws {TypeError} If the configuration isn't valid, or if its settings have no plain place in the file.
 */
export function patchConfig(text: string, given: CheckpointInput, format?: ConfigFormat): string {
	const opened = openConfig(text, undefined, format);
	if (opened.format === "toml") return patchToml(text, given);
	const config = keepReferences(given, opened);
	parseConfig(config);
	const broken = findObstacle(opened);
	if (broken) {
		const { line, column } = opened.locate(broken.range.start);
		throw new SyntaxError(`Line ${line}, column ${column}: ${broken.message}`);
	}
	const current = bringUpToDate(opened);
	const { parts } = current;
	const clusters = parts.filter(({ isAlone }) => isAlone);
	if (parts.length === 0) throw refuse("it has no scheduler and no worker");
	const obstacle = parts.find(({ view }) => view?.obstacle !== undefined)?.view?.obstacle;
	if (obstacle !== undefined) throw refuse(obstacle);
	if (clusters.length > 1 || (clusters.length === 1 && parts.length > 1))
		throw refuse("it contains more than one cluster");
	const prepared = preparePods(current, config);
	const edits = prepared.parts.flatMap((part) => patchPart(part, config));
	const patched = applyEdits(prepared.text, edits);
	// What one part refers to, another may have no word on.
	if (patched.includes(unknownText) && !text.includes(unknownText)) throw refuse("a secret isn't known");
	const [cluster] = clusters;
	if (cluster?.document && cluster.innerText === undefined) {
		const { index, paths } = cluster.document;
		if (!saysAllElse(prepared.text, patched, index, paths)) throw refuse("other settings would change too");
	}
	return patched;
}

function refuse(reason: string): TypeError {
	return new TypeError(`The settings can't be added to this file: ${reason}.`);
}

function patchPart(part: ConfigPart, config: CheckpointInput): readonly TextEdit[] {
	const toml = part.file.document.text;
	const settled = part.format === "helm_values" ? settleConfig(config) : config;
	const own = part.view ? { ...settled, secrets: "toml" as const } : settled;
	const patched = patchToml(part.isAlone ? nameNodes(toml) : toml, own);
	const wanted = part.isAlone && part.view ? hideSecrets(patched, part.view, config.store) : patched;
	const [before, after] = [toml, wanted].map((text) => listNodeSettings(readToml(text)));
	if (before && after && isSameSettings(before, after)) return [];
	if (!part.view && toml === wanted) return [];
	const edits = part.translate([replaceDifference(toml, { start: 0, end: toml.length }, wanted)]);
	if (!edits) throw refuse("it has no clear place for them");
	return edits;
}

/** A configuration as values of the chart hold it: with the path that the chart mounts its own claim at. */
function settleConfig(config: CheckpointInput): CheckpointInput {
	if (config.store !== "shared_filesystem") return config;
	const { shared_filesystem } = settlePath({ ...toDraft(parseConfig(config)), output: "helm" });
	return { ...config, shared_filesystem };
}

/** A file that gives the workers' pods what a configuration needs, for its settings to be put into. */
function preparePods(opened: OpenedConfig, config: CheckpointInput): OpenedConfig {
	const draft: CheckpointDraft = { ...toDraft(parseConfig(config)), output: "helm" };
	const edits = opened.parts.flatMap(({ writePods }) => {
		const made = writePods?.(draft, config.kubernetes !== undefined) ?? { ok: true, edits: [] };
		if (!made.ok) throw refuse(made.reason);
		return made.edits;
	});
	if (edits.length === 0) return opened;
	const errors = checkKubernetes(draft).filter(({ severity }) => severity === "error");
	if (errors.length > 0) throw toTypeError(errors);
	return openConfig(applyEdits(opened.text, edits), undefined, opened.format);
}

/** A cluster has nodes of both kinds, whether or not anything says so yet. */
function nameNodes(toml: string): string {
	const { root } = readToml(toml);
	const missing = ["scheduler", "worker"].filter((node) => !root.children.has(node));
	return missing.map((node) => `${node}.enabled = true\n`).join("") + toml;
}
