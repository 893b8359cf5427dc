import { docs, onPremPage } from "../docs.ts";
import { sharedShuffle } from "../draft/draft-rules.ts";
import { advisePeriod } from "../draft/period.ts";
import { insertSettings } from "../formats/toml/insert.ts";
import type { OpenedFile } from "../formats/toml/open-file.ts";
import { readText } from "../formats/toml/section.ts";
import { findItem, findTable, firstOf, type Item, type Leaf, type Table } from "../formats/toml/tree.ts";
import { quoteLike } from "../formats/toml/write.ts";
import type { BareProblem } from "../problem.ts";
import { storeNames } from "../stores/stores.ts";
import type { FileFix, UnplacedProblem } from "../text/file-problem.ts";
import { aboutText } from "./lint-value.ts";

/** A problem and the file that it is about. */
export type FiledProblem = readonly [OpenedFile, UnplacedProblem];

/** A node's table in one of the files. */
interface Node {
	readonly file: OpenedFile;
	readonly table: Table;
}

/**
 * Judges what spans keys and files: what is there without what it needs, and what undoes what it stands beside.
 * What a file doesn't say may be in an environment variable, so that only what the same files contradict is judged.
 */
export function lintRules(files: readonly OpenedFile[]): FiledProblem[] {
	const schedulers = listNodes(files, "scheduler");
	const workers = listNodes(files, "worker");
	return [
		...[...schedulers, ...workers].flatMap(lintEnabled),
		...schedulers.flatMap(lintCheckpoint),
		...lintPartners(schedulers, workers),
		...workers.flatMap((worker) => lintShuffle(worker, schedulers.some(isMaking))),
		...workers.flatMap(lintAddresses),
		...lintIdentities(files),
	];
}

/** Tables of one kind of node, less those that only say that the node isn't one. */
function listNodes(files: readonly OpenedFile[], name: string): Node[] {
	return files.flatMap((file) => {
		const table = findTable(file.document.root, [name]);
		return table && readFlag(table, ["enabled"]) !== false ? [{ file, table }] : [];
	});
}

function readFlag(table: Table, path: readonly string[]): boolean | undefined {
	const item = findItem(table, path);
	return item?.kind === "leaf" && item.value.kind === "boolean" ? item.value.value : undefined;
}

function problemOn(
	{ file }: Node,
	item: Pick<Item, "path" | "names">,
	{ code, severity, message }: BareProblem,
	page: string,
	fix?: FileFix,
): FiledProblem {
	return [file, { code, severity, message, path: item.path, range: firstOf(item), docs: page, ...(fix && { fix }) }];
}

function lintEnabled(node: Node): FiledProblem[] {
	const { file, table } = node;
	if (table.children.has("enabled") || file.isPartial) return [];
	const name = String(table.path[0]);
	const edits = insertSettings(file.document, [name], [[["enabled"], "true"]], "header");
	const message = `Without enabled = true, this node runs no ${name}.`;
	return [
		problemOn(node, table, { code: "enabled-missing", severity: "warning", message }, docs.reference, {
			title: "enabled = true",
			edits,
		}),
	];
}

function isMaking({ table }: Node): boolean {
	return readFlag(table, ["checkpoint", "enabled"]) === true;
}

function lintCheckpoint(node: Node): FiledProblem[] {
	const { file, table } = node;
	const checkpoint = findTable(table, ["checkpoint"]);
	if (!checkpoint) return [];
	const problems: FiledProblem[] = [];
	const add = (key: string, value: string): FileFix => ({
		title: `${key} = ${value}`,
		edits: insertSettings(file.document, ["scheduler", "checkpoint"], [[[key], value]], "header"),
	});
	if (!checkpoint.children.has("enabled") && !file.isPartial) {
		const message = "Checkpoints need enabled = true: the documentation doesn't say what happens without it.";
		problems.push(
			problemOn(
				node,
				checkpoint,
				{ code: "enabled-missing", severity: "warning", message },
				docs.checkpointing,
				add("enabled", "true"),
			),
		);
	}
	const period = checkpoint.children.get("period");
	if (!period && !file.isPartial) {
		const message = "Set a period: the documentation names no default.";
		problems.push(
			problemOn(
				node,
				checkpoint,
				{ code: "period-missing", severity: "advice", message },
				docs.checkpointing,
				add("period", '"10 mins"'),
			),
		);
	}
	const advice = period?.kind === "leaf" && period.value.kind === "string" && advisePeriod(period.value.value);
	if (advice) {
		problems.push([file, aboutText(file, period, advice, undefined, docs.checkpointing)]);
	}
	return problems;
}

/** Checkpoints are made by the scheduler and stored by the workers: one without the other is no use. */
function lintPartners(schedulers: readonly Node[], workers: readonly Node[]): FiledProblem[] {
	const making = schedulers.some(isMaking);
	return workers.flatMap((worker): FiledProblem[] => {
		const location = worker.table.children.get("checkpoint_location");
		if (!location || (location.kind === "table" && location.children.size === 0)) {
			if (!making) return [];
			const message = "The scheduler makes checkpoints, but this worker has no checkpoint_location for them.";
			const place = { path: [...worker.table.path, "checkpoint_location"], names: worker.table.names };
			return [
				problemOn(
					worker,
					location ?? place,
					{ code: "no-checkpoint-location", severity: "error", message },
					docs.checkpointing,
				),
			];
		}
		if (making) return [];
		return schedulers.flatMap((scheduler): FiledProblem[] => {
			const enabled = findItem(scheduler.table, ["checkpoint", "enabled"]);
			if (enabled?.kind === "leaf" && readFlag(scheduler.table, ["checkpoint", "enabled"]) === false) {
				const message = "Checkpoints are off, so nothing goes to worker.checkpoint_location.";
				const range = enabled.value;
				const fix = { title: "enabled = true", edits: [{ range, text: "true" }] };
				return [
					[
						scheduler.file,
						{
							code: "checkpoint-disabled",
							severity: "advice",
							message,
							path: enabled.path,
							range,
							docs: docs.checkpointing,
							fix,
						},
					],
				];
			}
			if (findItem(scheduler.table, ["checkpoint"])) return [];
			const { document } = scheduler.file;
			const settings = [
				[["enabled"], "true"],
				[["period"], '"10 mins"'],
			] as const;
			const edits = insertSettings(document, ["scheduler", "checkpoint"], settings, "header");
			const message = "Nothing goes here: the scheduler has no scheduler.checkpoint, so it makes no checkpoints.";
			const fix = scheduler.file === worker.file ? { title: "Make checkpoints", edits } : undefined;
			return [
				problemOn(
					worker,
					location,
					{ code: "checkpoint-disabled", severity: "warning", message },
					docs.checkpointing,
					fix,
				),
			];
		});
	});
}

/** Where a location is: the URL of a store, or a path, less what makes no difference. */
function readPlace(location: Table): Leaf | undefined {
	for (const store of location.children.values()) {
		const place = store.kind === "table" ? (store.children.get("url") ?? store.children.get("path")) : undefined;
		if (place?.kind === "leaf" && place.value.kind === "string") return place;
	}
	return undefined;
}

function normalize({ value }: Leaf): string {
	return (readText(value) ?? "").replace(/(?<!:)\/{2,}/g, "/").replace(/\/+$/, "");
}

function lintShuffle(node: Node, making: boolean): FiledProblem[] {
	const shuffle = findTable(node.table, ["shuffle_location"]);
	const location = findTable(node.table, ["checkpoint_location"]);
	if (!shuffle || (!making && !location)) return [];
	const problems: FiledProblem[] = [];
	const shared = storeNames.flatMap((name) => shuffle.children.get(name) ?? [])[0];
	if (shared) problems.push(problemOn(node, shared, sharedShuffle, docs.checkpointing));
	const here = location && readPlace(location);
	const there = readPlace(shuffle);
	if (here && there && normalize(here) === normalize(there)) {
		const message = "Shuffles go to this folder too. Use another folder for checkpoints.";
		const text = `${normalize(here)}/checkpoints`;
		const problem = {
			code: "shared-folder",
			severity: "warning",
			message,
			fix: { title: "Add /checkpoints", text },
		} as const;
		problems.push([node.file, aboutText(node.file, here, problem, undefined, docs.checkpointing)]);
	}
	return problems;
}

/** Whether an address stands for every address of the machine, as the default does. */
function isEveryAddress(address: Item): boolean {
	if (address.kind === "leaf") return /^(?:0\.0\.0\.0|\[?::\]?)(?::\d+)?$/.test(readText(address.value) ?? "");
	if (address.kind !== "table" || address.children.has("hostname")) return false;
	const ip = address.children.get("ip");
	return !ip || isEveryAddress(ip);
}

function lintAddresses(node: Node): FiledProblem[] {
	if (readFlag(node.table, ["enabled"]) !== true) return [];
	const shuffle = findTable(node.table, ["shuffle_location"]);
	const services = shuffle && !shuffle.children.has("local") ? ["task_service"] : ["task_service", "shuffle_service"];
	return services.flatMap((name) => {
		const service = findTable(node.table, [name]);
		const bound = service?.children.get("bind_addr");
		if (!bound || !isEveryAddress(bound) || service?.children.has("public_addr")) return [];
		const message = "This service listens on every address. Set public_addr, so that other nodes can find it.";
		return [
			problemOn(node, bound, { code: "public-address", severity: "error", message }, onPremPage("network-addresses")),
		];
	});
}

/** What names the cluster is the same in every file, and what names the node in none. */
function lintIdentities(files: readonly OpenedFile[]): FiledProblem[] {
	const problems: FiledProblem[] = [];
	const find = (file: OpenedFile, key: string) => {
		const item = findItem(file.document.root, [key]);
		return item?.kind === "leaf" && item.value.kind === "string" ? { item, text: item.value.value } : undefined;
	};
	files.forEach((file, index) => {
		const other = files.slice(0, index).find((before) => find(before, "cluster_id"));
		const own = find(file, "cluster_id");
		const others = other && find(other, "cluster_id");
		if (own && others && own.text !== others.text) {
			const range = own.item.value;
			const text = quoteLike(others.text, file.document.text.slice(range.start, range.end));
			problems.push([
				file,
				{
					code: "node-identity",
					severity: "warning",
					message: `${other?.name ?? "The other file"} has another cluster_id. All nodes of a cluster need the same one.`,
					path: own.item.path,
					range,
					docs: docs.reference,
					fix: { title: text, edits: [{ range, text }] },
				},
			]);
		}
		const node = find(file, "instance_id");
		const twin = node && files.slice(0, index).find((before) => find(before, "instance_id")?.text === node.text);
		if (node && twin) {
			const range = node.item.value;
			const message = `${twin.name ?? "The other file"} has this instance_id too. Each node needs its own.`;
			problems.push([
				file,
				{ code: "node-identity", severity: "warning", message, path: node.item.path, range, docs: docs.reference },
			]);
		}
	});
	return problems;
}
