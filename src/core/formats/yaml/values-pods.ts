import { isScalar, isSeq } from "yaml";
import type { CheckpointDraft } from "../../draft/draft.ts";
import { chartClaims, fillTree, listPodLabels, volumeName, volumeSources } from "../../draft/pod-needs.ts";
import { isAtChartPath, readAccount } from "../../draft/pods.ts";
import type { PodEdits } from "../../node-file/node-view.ts";
import { isObjectStore } from "../../stores/stores.ts";
import { findEntry, listEntries, type MapEntry, rangeOf, readText, resolve, type YamlFile } from "./document.ts";
import type { Written } from "./edit.ts";
import { coversPath } from "./mount.ts";
import { meetNeeds, type Need, readValue } from "./needs.ts";
import { isFilledIn, type Source } from "./source.ts";

const volumesPath = ["worker", "deployment", "volumes"];
const mountsPath = ["worker", "deployment", "runtimeContainer", "volumeMounts"];
const accountPath = ["worker", "serviceAccount", "name"];
const labelsPath = ["worker", "deployment", "podLabels"];
const dataPath = ["checkpointData"];
const claimPath = [...dataPath, "sharedPersistentVolumeClaim"];

/**
 * The edits that give the workers' pods what a draft needs of the chart beside its settings: a volume that is mounted at
 * a shared filesystem's path, or the chart's own claim; or the account that finds credentials.
 *
 * A volume that the file mounts there already stays as it is, and one of the same source or name is mounted again. Where
 * the settings stay where they are and the draft asks for nothing in particular, nothing is added.
 *
 * @param index Which of the file's documents.
 * @param root Where the chart's values are in it.
 * @param isMoved Whether the file says of another place than the draft's.
 * @param isAsked Whether somebody said what the pods need; else it is a default.
 * @returns The edits, or what in the file is against them, as the end of a sentence.
 */
export function writeValuesPods(
	file: YamlFile,
	index: number,
	root: readonly string[],
	draft: CheckpointDraft,
	{ isMoved, isAsked }: { readonly isMoved: boolean; readonly isAsked: boolean },
): PodEdits {
	const document = file.documents[index];
	if (!document?.root) return { ok: true, edits: [] };
	const needs = listNeeds({ file, document }, root, draft, isMoved, isAsked);
	if (typeof needs === "string") return { ok: false, reason: needs };
	return meetNeeds(file, index, root, needs);
}

function listNeeds(
	source: Source,
	root: readonly string[],
	draft: CheckpointDraft,
	isMoved: boolean,
	isAsked: boolean,
): readonly Need[] | string {
	if (isAtChartPath(draft)) return listClaimNeeds(source, root, draft);
	return isObjectStore(draft.store)
		? listAccountNeeds(source, root, draft, isMoved)
		: listMountNeeds(source, root, draft, isMoved, isAsked);
}

/** The chart's own claim, with nothing before it that the chart would take first. */
function listClaimNeeds({ document }: Source, root: readonly string[], draft: CheckpointDraft): readonly Need[] {
	const { volume } = draft.kubernetes;
	if (volume !== "chart_claim" && volume !== "new_claim") return [];
	const wanted = fillTree(chartClaims[volume], (key) => draft.kubernetes[key].trim()) as Record<
		string,
		string | boolean
	>;
	const find = (...path: string[]) => findEntry(document.root, [...root, ...path], document);
	const others = [...listEntries(find(...dataPath)?.pair.value, document)].flatMap(([name, own]): Need[] => {
		const enabled = listEntries(own.pair.value, document).get("enabled");
		const isOn = enabled && readValue(enabled, { document });
		return name === claimPath.at(-1) || !isOn ? [] : [{ path: [...dataPath, name, "enabled"], value: false }];
	});
	const name = find(...claimPath, "existingClaimName");
	// The chart refuses to make a claim that has a name already.
	const nameless: Need[] =
		volume === "new_claim" && name && readValue(name, { document })
			? [{ path: [...claimPath, "existingClaimName"], value: "" }]
			: [];
	const own = Object.entries(wanted).map(([key, value]): Need => ({ path: [...claimPath, key], value }));
	return [...own, ...nameless, ...others];
}

/** The account that finds credentials, and the labels without which the cloud hands a pod no identity. */
function listAccountNeeds(
	source: Source,
	root: readonly string[],
	draft: CheckpointDraft,
	isMoved: boolean,
): readonly Need[] | string {
	const account = readAccount(draft);
	if (account === "") return [];
	const { document } = source;
	const find = (...path: string[]) => findEntry(document.root, [...root, ...path], document);
	const isNamed = readText(find(...accountPath), document) === account;
	if (isNamed && !isMoved) return [];
	const needs: Need[] = isNamed ? [] : [{ path: accountPath, value: account }];
	for (const [label, value] of listPodLabels(draft)) {
		const there = find(...labelsPath, label);
		const written = there && readValue(there, { document });
		if (there && written !== value) return `${labelsPath.join(".")} has another ${label}`;
		if (!there) needs.push({ path: [...labelsPath, label], value });
	}
	return needs;
}

function listMountNeeds(
	source: Source,
	root: readonly string[],
	draft: CheckpointDraft,
	isMoved: boolean,
	isAsked: boolean,
): readonly Need[] | string {
	const { kubernetes } = draft;
	const { document } = source;
	const path = draft.shared_filesystem.path.trim();
	const find = (...keys: string[]) => findEntry(document.root, [...root, ...keys], document);
	const claim = find(...claimPath);
	if (claim && isMoved === false && find(...dataPath, "sharedFilesystem") === undefined) return [];
	const [volumes, mounts] = [volumesPath, mountsPath].map((keys) => readList(source, find(...keys)));
	// What another program fills in may be the mount.
	if (!volumes || !mounts) return [];
	const kind = kubernetes.volume === "nfs" ? "nfs" : "claim";
	const wanted = fillTree(volumeSources[kind], (key) => kubernetes[key].trim()) as { [key: string]: Written };
	const read = (item: unknown, ...keys: string[]) => readText(findEntry(item, keys, document), document);
	const isWanted = (volume: unknown) =>
		Object.entries(wanted).every(([source, texts]) =>
			Object.entries(texts).every(([key, text]) => read(volume, source, key) === text),
		);
	const isOther = (volume: unknown) =>
		isAsked &&
		!isWanted(volume) &&
		(read(volume, "nfs", "server") !== undefined || read(volume, "persistentVolumeClaim", "claimName") !== undefined);
	const named = (name: string | undefined) =>
		volumes.find((volume) => name !== undefined && read(volume, "name") === name);
	const mount = mounts.find((item) => coversPath(read(item, "mountPath"), path));
	if (mount) {
		const volume = named(read(mount, "name"));
		return volume && isOther(volume)
			? `${mountsPath.join(".")} mounts another volume at ${read(mount, "mountPath")}`
			: [];
	}
	if (!isMoved && !(isAsked && isInParticular(kubernetes))) return [];
	if (path.includes(":")) return "Kubernetes mounts nothing at a path with a colon in it";
	const volume = volumes.find(isWanted) ?? named(volumeName);
	if (volume && isOther(volume)) return `${volumesPath.join(".")} has another volume named ${volumeName}`;
	const name = read(volume, "name") ?? volumeName;
	return [
		...(volume ? [] : [{ path: volumesPath, value: { name, ...wanted }, isItem: true } as const]),
		{ path: mountsPath, value: { name, mountPath: path }, isItem: true },
	];
}

/** Whether a volume is another than the one that is there before anybody says so. */
function isInParticular({ volume, claim }: CheckpointDraft["kubernetes"]): boolean {
	return volume !== "claim" || claim.trim() !== "polars-checkpoints";
}

/** The items of a list; undefined where not all of them can be known. */
function readList({ file, document }: Source, entry: MapEntry | undefined): readonly unknown[] | undefined {
	if (!entry) return [];
	const node = resolve(entry.pair.value, document);
	if (isSeq(node)) return isFilledIn(file, rangeOf(node)) ? undefined : node.items;
	return node === undefined || (isScalar(node) && node.value === null) ? [] : undefined;
}
