import { findStore } from "../object-store/address.ts";

/** A key that took the place of one of an earlier release. */
export interface Successor {
	/** From the root: `worker.heartbeat_period`. */
	readonly key: string;
	/** The text that takes the value's place; absent where the value stays as it is. */
	readonly value?: string;
}

/** A value that can be rewritten: a text, a whole number, or anything else. */
type Value = string | bigint | undefined;

interface RenamedKey {
	/** What took its place, from the root; nothing if the key is gone. */
	readonly successors: readonly string[];
	/** How value and key change, where that takes more than the new name; nothing where it isn't plain. */
	readonly rewrite?: (value: Value) => readonly Successor[] | undefined;
}

const results = "scheduler.anonymous_result_location";

const renamedKeys: ReadonlyMap<string, RenamedKey> = new Map<string, RenamedKey>([
	["cublet_id", { successors: ["instance_id"] }],
	["scheduler.allow_shared_disk", { successors: ["scheduler.allow_local_sinks"] }],
	["scheduler.anonymous_result_dst", { successors: [results], rewrite: rewriteDestination }],
	["scheduler.anonymous_results", { successors: [results] }],
	["worker.heartbeat_interval_secs", { successors: ["worker.heartbeat_period"], rewrite: rewriteSeconds }],
	["worker.shuffle_data_path", { successors: ["worker.shuffle_location.local.path"] }],
	["worker.worker_ip", { successors: ["worker.task_service.public_addr", "worker.shuffle_service.public_addr"] }],
	["worker.flight_port", { successors: ["worker.shuffle_service.bind_addr.port"] }],
	["worker.service_port", { successors: ["worker.task_service.bind_addr.port"] }],
	["static_leader.leader_key", { successors: ["static_leader.leader_instance_id"] }],
	[
		"static_leader.public_leader_addr",
		{ successors: ["static_leader.scheduler_service.public_addr", "static_leader.observatory_service.public_addr"] },
	],
	["license.license_server.address", { successors: ["license.license_server.uri"] }],
	["license.online", { successors: ["license.on_prem"] }],
	["license.offline", { successors: ["license.on_prem_enterprise"] }],
	["service.public_address", { successors: [] }],
	["service.auth", { successors: [] }],
	["service.connection", { successors: [] }],
]);

/** Every key of an earlier release, from the root, with what took its place: nothing for one that is gone. */
export function listRenamedKeys(): readonly (readonly [key: string, successors: readonly string[]])[] {
	return [...renamedKeys].map(([key, { successors }]) => [key, successors]);
}

/** What took the place of a key of an earlier release; undefined for a key that never was. */
export function findSuccessors(key: string): readonly string[] | undefined {
	return renamedKeys.get(key)?.successors;
}

/**
 * The settings that say today what a key of an earlier release said.
 *
 * @param value The key's text or whole number; undefined for any other value.
 * @returns Nothing where there is no plain way to say it, or nothing to say.
 */
export function rewriteRenamed(key: string, value: Value): readonly Successor[] | undefined {
	const renamed = renamedKeys.get(key);
	if (renamed?.rewrite) return renamed.rewrite(value);
	return renamed?.successors.map((successor) => ({ key: successor }));
}

function rewriteSeconds(value: Value): readonly Successor[] | undefined {
	return typeof value === "bigint" && value >= 0n
		? [{ key: "worker.heartbeat_period", value: `${value}s` }]
		: undefined;
}

/** A URL once said by its scheme what is a table's name today; later releases had the table already. */
function rewriteDestination(value: Value): readonly Successor[] | undefined {
	if (typeof value !== "string") return value === undefined ? [{ key: results }] : undefined;
	const store = findStore(/^([^:]*):\/\//.exec(value)?.[1] ?? "");
	if (store) return [{ key: `${results}.${store}.url` }];
	return value.startsWith("/") ? [{ key: `${results}.local.path` }] : undefined;
}
