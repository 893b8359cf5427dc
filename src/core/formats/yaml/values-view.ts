import { isMap, isScalar, isSeq, type Node } from "yaml";
import { secretName } from "../../draft/pod-needs.ts";
import type { NodeView } from "../../node-file/node-view.ts";
import { isSameSetting, type NodeSetting, type PlacedSetting } from "../../node-file/placed-setting.ts";
import type { TextRange } from "../../problem.ts";
import { type Store, stores } from "../../stores/stores.ts";
import { findLineEnding, type TextEdit } from "../../text/edit.ts";
import type { FileFix, UnplacedProblem } from "../../text/file-problem.ts";
import { lackField } from "../../text/wording.ts";
import { addTree } from "./add-tree.ts";
import { type ChartKeys, chartKeys, laterKeys, type RenamedValue, renamedValues } from "./chart-keys.ts";
import { readChartVariables, variableLists } from "./chart-variables.ts";
import {
	findEntry,
	hasBlocks,
	listEntries,
	type MapEntry,
	rangeOf,
	readText,
	resolve,
	type YamlFile,
} from "./document.ts";
import { addPairs, endOfPair, findStep, lineStartOf, removePair, renameKey, setScalar, type Written } from "./edit.ts";
import {
	explainTwo,
	findNearestName,
	isEnabled,
	isFilledIn,
	isSurelyEnabled,
	type LocationSection,
	type LocationStyle,
	listEnabled,
	nameStore,
	readLocation,
	type Source,
	stepLocation,
	writeStore,
} from "./location.ts";
import { coversPath, lintMount } from "./mount.ts";
import { periodPath, readPeriod } from "./period.ts";
import { judge, lintQuantities } from "./quantity.ts";
import { writeValuesPods } from "./values-pods.ts";
import { below, isPlaced, stepDocument, templateObstacle, viewNothing } from "./write-view.ts";

/** Where the chart describes its values. */
const chartDocs = "https://github.com/polars-inc/helm-charts/blob/main/charts/polars/README.md";

/** @see polars-inc/helm-charts, templates of chart 2.2.0 to 2.3.1. */
const chartStyle: LocationStyle = {
	hasEnabled: true,
	placeOf: (store) => stores[store].chart.place,
	nameOf: nameStore,
	more: new Map(),
	docs: chartDocs,
	secretName,
};

const resultStyle: LocationStyle = {
	...chartStyle,
	isOpenOrder: true,
	more: new Map([["presignDuration", "presign_duration"]]),
};

interface ChartPlace {
	readonly base: readonly string[];
	readonly key: string;
	readonly style: LocationStyle;
	/** Where the chart mounts a claim of its own. */
	readonly claimPath?: string;
}

const chartPlaces: readonly ChartPlace[] = [
	{
		base: ["worker", "checkpoint_location"],
		key: "checkpointData",
		style: chartStyle,
		claimPath: "/app/checkpoint_data/checkpoint_data",
	},
	{
		base: ["worker", "shuffle_location"],
		key: "shuffleData",
		style: chartStyle,
		claimPath: "/app/shuffle_data/shuffle_data",
	},
	{ base: ["scheduler", "anonymous_result_location"], key: "anonymousResults", style: resultStyle },
];

const claimKey = "sharedPersistentVolumeClaim";

/**
 * Sees values of the Helm chart as a node's file, by what the chart makes of them.
 *
 * @param root Where the chart's values are: at the top, or under the name of a chart that this one is a part of.
 */
export function viewValues(file: YamlFile, index: number, root: readonly string[]): NodeView {
	const document = file.documents[index];
	if (!document?.root) return viewNothing(document);
	const reading = readValues({ file, document }, root);
	return {
		writePods: (draft, isAsked) =>
			writeValuesPods(file, index, root, draft, { isAsked, isMoved: !isPlaced(reading.settings, draft) }),
		settings: reading.settings,
		remarks: reading.remarks,
		others: reading.others,
		pods: reading.pods,
		...(reading.variables.length > 0
			? {
					obstacle: `it sets variables in ${variableLists.map((path) => path.join(".")).join(" or ")} that count over them`,
				}
			: hasBlocks(file) && { obstacle: templateObstacle }),
		write: (wanted) => stepDocument(file, index, (next) => stepValues(next, root, wanted)),
	};
}

interface ValuesReading {
	readonly settings: readonly PlacedSetting[];
	readonly remarks: readonly UnplacedProblem[];
	readonly others: readonly string[];
	readonly pods: NonNullable<NodeView["pods"]>;
	readonly period: MapEntry | undefined;
	readonly locations: readonly LocationSection[];
	readonly variables: readonly PlacedSetting[];
}

function readValues(source: Source, root: readonly string[]): ValuesReading {
	const { document } = source;
	const remarks: UnplacedProblem[] = [];
	const find = (...path: string[]) => findEntry(document.root, [...root, ...path], document);
	const settings: PlacedSetting[] = [];
	const held: PlacedSetting[] = [];
	const locations = chartPlaces.map(({ base, key, style, claimPath }) => {
		const location = readLocation(source, find(key), base, style);
		remarks.push(...location.remarks);
		const active = location.sections.find(({ isActive }) => isActive);
		if (active) held.push(...active.settings);
		const claim = find(key, claimKey);
		if (claim && claimPath !== undefined) {
			remarks.push(...lintClaim(source, claim, [...base, claimKey], listEnabled(source, location.sections)));
			if (!active && isEnabled(claim, document)) {
				const place = rangeOf(claim.key);
				const path = [...base, "shared_filesystem", "path"];
				held.push({ path, value: claimPath, names: path.map(() => place), place });
			}
		}
		return location;
	});
	const period = find("checkpoint", "period");
	const data = find("checkpointData");
	const isMaking = held.some(({ path }) => path[1] === "checkpoint_location");
	const anchor = data ? rangeOf(data.key) : { start: 0, end: 0 };
	const imply = (path: readonly string[], value: string | true, place: TextRange = anchor) =>
		settings.push({ path, value, names: path.map(() => place), place, implied: true });
	if (isMaking) {
		imply(["scheduler", "enabled"], true);
		imply(["scheduler", "checkpoint", "enabled"], true);
	} else if (period) imply(["scheduler", "enabled"], true);
	const own = period && readPeriod(source, period, find("checkpoint"));
	if (own) settings.push(own);
	else if (isMaking) imply(periodPath, "20m");
	if (period && !isMaking) imply(["scheduler", "checkpoint", "enabled"], true);
	if (held.length > 0) imply(["worker", "enabled"], true);
	if (
		held.some(({ path }) => path[0] === "scheduler") &&
		!settings.some(({ path }) => path.join() === "scheduler,enabled")
	) {
		imply(["scheduler", "enabled"], true);
	}
	settings.push(...held);
	const variables = readChartVariables(source, find);
	for (const variable of variables) {
		const name = variable.path.join("\0");
		const index = settings.findIndex(({ path }) => path.join("\0") === name);
		if (index !== -1) settings.splice(index, 1);
		const node = variable.path[0] ?? "";
		if (!settings.some(({ path }) => path.join() === `${node},enabled`)) imply([node, "enabled"], true, variable.place);
		settings.push(variable);
		remarks.push({
			...(isMaking || period
				? ({
						code: "repeated-key",
						severity: "warning",
						message: "This variable counts, whatever checkpoint and checkpointData say.",
					} as const)
				: ({
						code: "renamed-key",
						severity: "advice",
						message: "Since chart 2.2.0, checkpoint and checkpointData say this.",
					} as const)),
			path: variable.path,
			range: variable.names[0]
				? { ...variable.names[0], end: variable.names.at(-1)?.end ?? variable.names[0].end }
				: variable.place,
			docs: chartDocs,
		});
	}
	const top = root.length > 0 ? find() : undefined;
	const values = top ? top.pair.value : document.root;
	remarks.push(...lintClosed(source, values, chartKeys, [], top));
	remarks.push(...lintEnabled(source, find, isMaking));
	remarks.push(...lintQuantities(source, values, chartDocs));
	const section = locations[0]?.sections.find(({ store, isActive }) => store === "shared_filesystem" && isActive);
	if (section?.settings[0]) {
		const mounts = find("worker", "deployment", "runtimeContainer", "volumeMounts");
		remarks.push(...lintMount(source, section.settings[0], mounts ? [mounts.pair.value] : [], "advice", chartDocs));
	}
	const others = [...listEntries(values, document)].flatMap(([name]) =>
		name === "checkpoint" || name === "checkpointData" ? [] : [[...root, name].join(".")],
	);
	const pods = readPods(source, find, section?.settings[0]);
	return { settings, remarks, others, pods, period, locations, variables };
}

/** What the form asks of the workers' pods. */
function readPods(
	{ document }: Source,
	find: (...path: string[]) => MapEntry | undefined,
	place: PlacedSetting | undefined,
): NonNullable<NodeView["pods"]> {
	const account = readText(find("worker", "serviceAccount", "name"), document);
	const pods = account === undefined ? {} : { service_account: account };
	const claim = find("checkpointData", claimKey);
	if (claim && !place && isEnabled(claim, document)) {
		const read = (key: string) => readText(find("checkpointData", claimKey, key), document);
		const name = read("existingClaimName") ?? "";
		if (name !== "") return { ...pods, volume: "chart_claim", claim: name };
		return {
			...pods,
			volume: "new_claim",
			storage_class: read("storageClassName") ?? "",
			claim_size: read("size") ?? "125Gi",
		};
	}
	if (!place || typeof place.value !== "string") return pods;
	const path = place.value;
	const list = (entry: MapEntry | undefined) => {
		const node = resolve(entry?.pair.value, document);
		return isSeq(node) ? node.items : [];
	};
	const mount = list(find("worker", "deployment", "runtimeContainer", "volumeMounts")).find((item) => {
		const mounted = readText(findEntry(item, ["mountPath"], document), document);
		return coversPath(mounted, path);
	});
	const name = readText(findEntry(mount, ["name"], document), document);
	const volume = list(find("worker", "deployment", "volumes")).find(
		(item) => name !== undefined && readText(findEntry(item, ["name"], document), document) === name,
	);
	const read = (...keys: string[]) => readText(findEntry(volume, keys, document), document);
	const server = read("nfs", "server");
	if (server !== undefined)
		return { ...pods, volume: "nfs", nfs_server: server, nfs_export: read("nfs", "path") ?? "" };
	const held = read("persistentVolumeClaim", "claimName");
	return held === undefined ? pods : { ...pods, volume: "claim", claim: held };
}

/** A claim that the chart makes or finds. */
function lintClaim(
	source: Source,
	claim: MapEntry,
	path: readonly string[],
	winner: readonly MapEntry[],
): UnplacedProblem[] {
	const { document, file } = source;
	const { text } = file;
	const remarks: UnplacedProblem[] = [];
	const entries = listEntries(claim.pair.value, document);
	const read = (name: string) => {
		const entry = entries.get(name);
		const node = entry && resolve(entry.pair.value, document);
		return isScalar(node) && entry && !isFilledIn(file, rangeOf(node)) ? { entry, value: node.value } : undefined;
	};
	const isOn = isEnabled(claim, document);
	const name = read("existingClaimName");
	const create = entries.get("create");
	const made = read("create");
	const isMade = create === undefined || (made !== undefined && Boolean(made.value));
	if (winner.length > 0 && isSurelyEnabled(source, claim)) {
		const isOurs = path[1] === "checkpoint_location";
		const more = isOurs ? "The claim is mounted all the same." : undefined;
		remarks.push({ ...explainTwo(source, chartStyle, claim, winner, more), path });
	}
	if (isOn && isMade && name && typeof name.value === "string" && name.value !== "") {
		const { entry } = name;
		const find = claim.pair.value;
		const off: FileFix[] = [];
		const set = create
			? create.isShared
				? undefined
				: setScalar(text, create.pair, false)
			: claim.isShared || !isMap(find)
				? undefined
				: addPairs(text, find, claim.pair, { create: false }, findStep(text));
		if (set) off.push({ title: "create: false", edits: set });
		const gone = entry.isShared || !isMap(find) ? undefined : removePair(text, find, entry.pair);
		if (gone) off.push({ title: "Remove existingClaimName", edits: gone });
		remarks.push({
			code: "claim-conflict",
			severity: "error",
			message: "The chart refuses existingClaimName together with create, which is true unless it is set.",
			path: [...path, "existingClaimName"],
			range: rangeOf(entry.key),
			docs: chartDocs,
			...(off[0] && { fix: off[0] }),
			...(off[1] && { alternatives: [off[1]] }),
		});
	}
	if (
		isOn &&
		made &&
		!made.value &&
		(name === undefined || name.value === "" || name.value === null) &&
		!isReference(entries, "existingClaimName", source)
	) {
		remarks.push({
			code: "missing-value",
			severity: "error",
			message: "With create: false, set existingClaimName to the name of the claim.",
			path: [...path, "create"],
			range: rangeOf(made.entry.key),
			docs: chartDocs,
		});
	}
	const size = entries.get("size");
	if (size) remarks.push(...judge(source, size.pair, [...path, "size"], chartDocs, document));
	return remarks;
}

/** Whether a key's value is one that another program fills in. */
function isReference(entries: ReadonlyMap<string, MapEntry>, name: string, { file, document }: Source): boolean {
	const node = resolve(entries.get(name)?.pair.value, document);
	return isScalar(node) && isFilledIn(file, rangeOf(node));
}

/** Flags that aren't flags, and places that nothing turns on. */
function lintEnabled(
	source: Source,
	find: (...path: string[]) => MapEntry | undefined,
	isMaking: boolean,
): UnplacedProblem[] {
	const { file, document } = source;
	const remarks: UnplacedProblem[] = [];
	for (const { key, base } of chartPlaces) {
		for (const [name, own] of listEntries(find(key)?.pair.value, document)) {
			const entries = listEntries(own.pair.value, document);
			for (const flag of ["enabled", "create"]) {
				const entry = entries.get(flag);
				const node = entry && resolve(entry.pair.value, document);
				if (!entry || !isScalar(node) || typeof node.value !== "string" || isFilledIn(file, rangeOf(node))) continue;
				const isFalse = /^(?:false|no|off|0|n)$/i.test(node.value.trim());
				const value = !isFalse;
				const edits = entry.isShared ? undefined : setScalar(file.text, entry.pair, value);
				remarks.push({
					code: "wrong-type",
					severity: isFalse ? "warning" : "advice",
					message: isFalse
						? "The chart reads any text as true, this one too. Write false, without quotes."
						: "This is text, which the chart always reads as true. Write true or false, without quotes.",
					path: [...base, name, flag],
					range: rangeOf(entry.pair.value as Node),
					docs: chartDocs,
					...(edits && { fix: { title: String(value), edits } }),
				});
			}
			const isPlace = entries.has("endpoint") || entries.has("path") || entries.has("options");
			const node = resolve(own.pair.value, document);
			if (key !== "checkpointData" || isMaking || entries.has("enabled") || !isPlace || !isMap(node)) continue;
			const [first] = node.items;
			const edits =
				own.isShared || node !== own.pair.value || !first
					? undefined
					: addPairs(file.text, node, own.pair, { enabled: true }, findStep(file.text));
			remarks.push({
				code: "enabled-missing",
				severity: "warning",
				message: "The chart uses this only with enabled: true, which is false unless it is set.",
				path: [...base, name],
				range: rangeOf(own.key),
				docs: chartDocs,
				...(edits && { fix: { title: "enabled: true", edits } }),
			});
		}
	}
	return remarks;
}

/** What the chart's schema has no key for. Objects that are not closed are left alone. */
function lintClosed(
	source: Source,
	node: unknown,
	keys: ChartKeys,
	path: readonly string[],
	parent: MapEntry | undefined,
): UnplacedProblem[] {
	const { document } = source;
	if (keys === true) return [];
	const siblings = listEntries(node, document);
	return [...siblings].flatMap(([name, entry]): UnplacedProblem[] => {
		const own = [...path, name];
		const renamed = renamedValues.get(own.join("."));
		if (renamed) return [explainRenamed(source, entry, own, renamed, parent, siblings)];
		const later = laterKeys.get(own.join("."));
		const note: UnplacedProblem[] =
			later === undefined
				? []
				: [
						{
							code: "recent-release",
							severity: "advice",
							message: `The chart has ${own.join(".")} from ${later} on: earlier ones refuse it.`,
							path: own,
							range: rangeOf(entry.key),
							docs: chartDocs,
						},
					];
		const known = Object.hasOwn(keys, name) ? keys[name] : undefined;
		if (known !== undefined) return [...note, ...lintClosed(source, entry.pair.value, known, own, entry)];
		const further = [...renamedValues].filter(([old]) => old.startsWith(`${own.join(".")}.`));
		if (further.length > 0) {
			const inner = listEntries(entry.pair.value, document);
			return [...inner].flatMap(([key, below]) => {
				const known = renamedValues.get([...own, key].join("."));
				return known ? [explainRenamed(source, below, [...own, key], known, entry, inner)] : [];
			});
		}
		return [explainUnknown(source, entry, own, keys, siblings)];
	});
}

function explainUnknown(
	{ file: { text } }: Source,
	entry: MapEntry,
	path: readonly string[],
	keys: { readonly [key: string]: ChartKeys },
	siblings: ReadonlyMap<string, MapEntry>,
): UnplacedProblem {
	const name = path.at(-1) ?? "";
	const owner = path.slice(0, -1).join(".");
	const range = rangeOf(entry.key);
	const usual = (Object.keys(stores) as Store[]).find((store) =>
		(stores[store].otherNames as readonly string[]).includes(name.toLowerCase()),
	);
	const alias = usual && Object.hasOwn(keys, nameStore(usual)) ? nameStore(usual) : undefined;
	const meant = alias ?? findNearestName(name, Object.keys(keys));
	const isFree = meant !== undefined && !siblings.has(meant) && !entry.isShared;
	const isCheckpoint = owner === "checkpoint" && name === "enabled";
	const message = isCheckpoint
		? "The chart has no checkpoint.enabled: enable a place in checkpointData to turn checkpoints on."
		: owner === "worker.serviceAccount" || owner === "scheduler.serviceAccount"
			? `The chart's ${owner} has no ${name}. Create the account outside the chart, and name it here.`
			: `The chart's schema refuses this: ${lackField(owner === "" ? "the chart" : owner, name, meant)}`;
	return {
		code: "unknown-key",
		severity: "error",
		message,
		path,
		range,
		docs: chartDocs,
		...(isFree && { fix: { title: meant, edits: [renameKey(text, range, meant)] } }),
	};
}

function explainRenamed(
	{ file: { text }, document }: Source,
	entry: MapEntry,
	path: readonly string[],
	{ now, since, isAhead, also = [] }: RenamedValue,
	parent: MapEntry | undefined,
	siblings: ReadonlyMap<string, MapEntry>,
): UnplacedProblem {
	const old = path.join(".");
	const range = rangeOf(entry.key);
	const about = { code: "renamed-key", path, range, docs: chartDocs } as const;
	const message = isAhead
		? `Chart ${since} refuses ${old}.${now ? ` Write ${now.join(".")} there.` : ""}`
		: now
			? `Since chart ${since}, ${old} is named ${now.join(".")}.`
			: `Chart ${since} removed ${old}, which has no replacement.`;
	if (isAhead || !now || entry.isShared) return { severity: isAhead ? "advice" : "error", message, ...about };
	const name = now.at(-1) ?? "";
	const isBeside = now.slice(0, -1).join(".") === path.slice(0, -1).join(".");
	if (isBeside) {
		const fix = siblings.has(name) ? undefined : { title: name, edits: [renameKey(text, range, name)] };
		return { severity: "error", message, ...about, ...(fix && { fix }) };
	}
	const fix = moveScalar(text, entry, path, now, also, parent, document.root);
	return { severity: "error", message, ...about, ...(fix && { fix }) };
}

/** Moves values that stand side by side, and were renamed alike, to where they are now. */
function moveScalar(
	text: string,
	entry: MapEntry,
	path: readonly string[],
	now: readonly string[],
	also: RenamedValue["also"],
	parent: MapEntry | undefined,
	root: unknown,
): FileFix | undefined {
	const { pair, map } = entry;
	if (map.flow || pair.value === null || !isScalarOrMap(pair.value)) return undefined;
	const siblings = map.items.flatMap((item) => {
		const name = isScalar(item.key) ? String(item.key.value) : "";
		const renamed = renamedValues.get([...path.slice(0, -1), name].join("."));
		return renamed?.now && renamed.now.slice(0, -1).join(".") === now.slice(0, -1).join(".") ? [{ item, renamed }] : [];
	});
	// The first of them carries the fix of all.
	if (siblings[0]?.item !== pair) return undefined;
	const all = siblings.length === map.items.length;
	const first = map.items.indexOf(pair);
	// What stands between them would get below the new keys, too.
	if (siblings.some(({ item }, index) => map.items[first + index] !== item)) return undefined;
	if (siblings.some(({ item }) => isScalar(item.value) && /^[|>]/.test(text.slice(rangeOf(item.value).start))))
		return undefined;
	const base = path.slice(0, -1);
	const rest = now.slice(base.length, -1);
	const isBelow = base.every((part, index) => now[index] === part);
	if (!isBelow || rest.length === 0) return undefined;
	// A table that is there already would be there twice.
	const taken = map.items.some(({ key }) => isScalar(key) && key.value === rest[0]);
	if (taken || (all && base.length > 0 && !parent) || (all && base.length === 0 && !isMap(root))) return undefined;
	return { title: `Write ${now.slice(0, -1).join(".")}`, edits: nestPairs(text, map, siblings, rest, also ?? []) };
}

/** Puts neighbours in their lines below new keys: the lines stand further in, with their comments. */
function nestPairs(
	text: string,
	map: MapEntry["map"],
	siblings: readonly { readonly item: MapEntry["pair"]; readonly renamed: RenamedValue }[],
	rest: readonly string[],
	also: NonNullable<RenamedValue["also"]>,
): readonly TextEdit[] {
	const step = findStep(text);
	const ending = findLineEnding(text);
	const startOf = (pair: MapEntry["pair"]) => rangeOf(pair.key as Node).start;
	const column =
		startOf(map.items[0] ?? (siblings[0]?.item as MapEntry["pair"])) -
		lineStartOf(text, startOf(map.items[0] ?? (siblings[0]?.item as MapEntry["pair"])));
	const deeper = " ".repeat(step * rest.length);
	const heads = rest.map((name, depth) => `${" ".repeat(depth === 0 ? 0 : column + step * depth)}${name}:`);
	const own = " ".repeat(column) + deeper;
	const flags = also.map(([path, value]) => `${own}${path.at(-1)}: ${value}`);
	return siblings.flatMap(({ item, renamed }, index): TextEdit[] => {
		const { start, end } = rangeOf(item.key as Node);
		const name = renamed.now?.at(-1) ?? "";
		const head = index === 0 ? `${[...heads, ...flags].join(ending)}${ending}${own}` : deeper;
		const edits: TextEdit[] = [{ range: { start, end }, text: head + name }];
		const last = endOfPair(text, item);
		for (let at = text.indexOf("\n", end); at !== -1 && at < last; at = text.indexOf("\n", at + 1)) {
			if (/^[ \t]*\r?\n/.test(text.slice(at + 1, at + 400))) continue;
			edits.push({ range: { start: at + 1, end: at + 1 }, text: deeper });
		}
		return edits;
	});
}

function isScalarOrMap(node: unknown): boolean {
	return isScalar(node) || isMap(node);
}

/** One step nearer to what the values shall say. */
function stepValues(
	source: Source,
	root: readonly string[],
	wanted: readonly NodeSetting[],
): readonly TextEdit[] | undefined {
	const { file, document } = source;
	const { text } = file;
	const reading = readValues(source, root);
	const step = findStep(text);
	const additions: Record<string, Written> = {};
	const period = wanted.find(({ path }) => path.join() === periodPath.join());
	const held = reading.settings.find(({ path }) => path.join() === periodPath.join());
	if (period && !(held && isSameSetting(held, period))) {
		if (typeof period.value !== "string") return undefined;
		if (reading.period) {
			return reading.period.isShared ? undefined : setScalar(text, reading.period.pair, period.value);
		}
		additions.checkpoint = { period: period.value };
	}
	for (const [index, { base, key, style, claimPath }] of chartPlaces.entries()) {
		const location = reading.locations[index];
		const own = below(wanted, base);
		if (!location) return undefined;
		const claim = findEntry(document.root, [...root, key, claimKey], document);
		const isClaimed =
			claim !== undefined && !location.sections.some(({ isActive }) => isActive) && isEnabled(claim, document);
		const isClaim = isClaimed && own.length === 1 && own[0]?.value === claimPath;
		if (isClaim) continue;
		if (isClaimed) return turnOff(source, claim, step);
		const edits = stepLocation(source, location, own, style);
		if (!edits || edits.length > 0) return edits;
		const store = own[0]?.path[base.length] as Store | undefined;
		if (!store || location.sections.some((section) => section.store === store)) {
			continue;
		}
		const written = writeStore(store, own, style);
		if (written === undefined) return undefined;
		additions[key] = { [style.nameOf(store)]: written };
	}
	return addTree(source, root, additions, step);
}

/** Turns a claim off. */
function turnOff({ file: { text }, document }: Source, claim: MapEntry, step: number): readonly TextEdit[] | undefined {
	if (claim.isShared) return undefined;
	const enabled = listEntries(claim.pair.value, document).get("enabled");
	if (enabled?.isShared) return undefined;
	return enabled
		? setScalar(text, enabled.pair, false)
		: addPairs(text, claim.pair.value, claim.pair, { enabled: false }, step);
}
