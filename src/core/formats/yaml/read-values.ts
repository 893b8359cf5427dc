import { isSeq } from "yaml";
import type { NodeView } from "../../node-file/node-view.ts";
import type { PlacedSetting } from "../../node-file/placed-setting.ts";
import type { TextRange } from "../../problem.ts";
import type { UnplacedProblem } from "../../text/file-problem.ts";
import { chartKeys } from "./chart-keys.ts";
import { chartDocs, chartPlaces, claimKey } from "./chart-style.ts";
import { readChartVariables } from "./chart-variables.ts";
import { findEntry, listEntries, type MapEntry, rangeOf, readText, resolve } from "./document.ts";
import { isEnabled, listEnabled } from "./enabled-place.ts";
import { lintClosed } from "./lint-chart-keys.ts";
import { lintClaim } from "./lint-claim.ts";
import { lintEnabled } from "./lint-enabled.ts";
import { readLocation } from "./location.ts";
import { coversPath, lintMount } from "./mount.ts";
import { periodPath, readPeriod } from "./period.ts";
import { lintQuantities } from "./quantity.ts";
import type { Source } from "./source.ts";
import type { ViewReading } from "./view-reading.ts";

interface ValuesReading extends ViewReading {
	readonly variables: readonly PlacedSetting[];
}

/** Reads what values of the chart say of a node's settings, with all that is wrong with them. */
export function readValues(source: Source, root: readonly string[]): ValuesReading {
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
