import { findPathFault, mountIt } from "../object-store/path-fault.ts";
import { findPlaceholder } from "../object-store/placeholder.ts";
import type { TextProblem } from "../problem.ts";
import { stores } from "../stores/stores.ts";
import { toError } from "../text/fault.ts";

const wanted = "an absolute path";

/** What is said of a path that is relative. */
export const absolutePath = `Write ${wanted}, which starts with a slash.`;

/**
 * Judges a path on a worker: it must be absolute, and hold what a Linux path can hold.
 *
 * @returns What is wrong, with a fix where one is certain: where a relative path starts can't be told. Nothing for a
 * usable path, and for one that holds a placeholder.
 */
export function judgePath(text: string): TextProblem | undefined {
	if (findPlaceholder(text)) return undefined;
	const fault = findPathFault(text, wanted);
	if (!fault) {
		if (text.startsWith("/")) return undefined;
		const range = { start: 0, end: Math.min(text.length, 1) };
		return { code: "not-a-path", severity: "error", message: absolutePath, range };
	}
	const problem = toError(fault, (meant) => meant !== "" && !judgePath(meant));
	const { store, location } = fault.place ?? {};
	if (!store || location === undefined) return problem;
	return { ...problem, fix: { title: `Switch to ${stores[store].title}`, text: location, target: `${store}.url` } };
}

/**
 * Directories that a Linux system empties by itself or that live in memory, from the Filesystem Hierarchy Standard 3.0
 * and systemd's tmpfiles.d defaults.
 */
const notDurable = ["/tmp", "/var/tmp", "/dev/shm", "/run", "/var/run", "/proc", "/sys"];
/** Directories that belong to one machine, on every common distribution. */
const notShared = ["/home", "/root", "/etc", "/usr", "/boot", "/dev", "/var/lib", "/var/cache"];

/** Advice on an absolute path that works on one machine and loses checkpoints on many. */
export function advisePath(text: string): TextProblem | undefined {
	const share = /^\/\/(?!(?:data|home|media|mnt|opt|srv|tmp|var)\/)[^/]+\/+[^/]/.exec(text);
	if (share) {
		return {
			code: "not-a-path",
			severity: "warning",
			message: `Linux can't read //server/share. ${mountIt}`,
			range: { start: 0, end: text.length },
		};
	}
	const normal = `${text.replace(/\/+/g, "/").replace(/\/$/, "")}/`;
	const within = (directory: string) => normal.startsWith(`${directory}/`);
	const volatile = notDurable.find(within);
	if (volatile) {
		return {
			code: "volatile-path",
			severity: "warning",
			message: `${volatile} is emptied at a restart and isn't shared: a checkpoint there is lost with its worker.`,
			range: { start: 0, end: text.length },
		};
	}
	const local = notShared.find(within);
	if (local || normal === "/") {
		return {
			code: "own-disk",
			severity: "advice",
			message: `${local ?? "/"} is usually a worker's own disk. Make sure that all workers see the same files here.`,
			range: { start: 0, end: text.length },
		};
	}
	if (text.includes("$")) {
		return {
			code: "path-spelling",
			severity: "advice",
			message: "Polars doesn't replace variables: $ is a plain character here.",
		};
	}
	if (normal.includes("/../") || normal.includes("/./")) {
		return {
			code: "path-spelling",
			severity: "advice",
			message: "The path contains . or .. parts. Write it without them, so that all workers use the same one.",
		};
	}
	return undefined;
}
