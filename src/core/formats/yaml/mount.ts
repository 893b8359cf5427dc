import { isScalar, isSeq } from "yaml";
import type { PlacedSetting } from "../../node-file/placed-setting.ts";
import type { Severity } from "../../problem.ts";
import type { UnplacedProblem } from "../../text/file-problem.ts";
import { listEntries, resolve } from "./document.ts";
import { isFilledIn, type Source } from "./source.ts";

/** Whether a path is on what is mounted at a path: the same one, or one above it. */
export function coversPath(mount: string | undefined, path: string): boolean {
	return mount !== undefined && `${path}/`.startsWith(`${mount.replace(/\/+$/, "")}/`);
}

/**
 * Says where a shared filesystem isn't mounted by the same file: neither operator nor chart mounts one.
 *
 * @param lists Lists of VolumeMounts of a worker.
 */
export function lintMount(
	{ document, file }: Source,
	{ path, place, value }: PlacedSetting,
	lists: readonly unknown[],
	severity: Severity,
	docs: string,
): UnplacedProblem[] {
	if (typeof value !== "string" || isFilledIn(file, place)) return [];
	const mounts = lists.flatMap((list) => {
		const found = resolve(list, document);
		if (!isSeq(found)) return [undefined];
		return found.items.map((item) => {
			const mount = resolve(listEntries(item, document).get("mountPath")?.pair.value, document);
			return isScalar(mount) ? String(mount.value) : undefined;
		});
	});
	// What can't be read may be the mount.
	if (mounts.includes(undefined)) return [];
	if (mounts.some((mount) => coversPath(mount, value))) return [];
	return [
		{
			code: "volume-missing",
			severity,
			message: "This file mounts no volume here. Without one, each worker keeps checkpoints on its own disk.",
			path,
			range: place,
			docs,
		},
	];
}
