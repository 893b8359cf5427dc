import type { Finding } from "../problem.ts";

const expected = "Expected an absolute path";

/**
 * Judges a path on a worker: it must be absolute, and hold what a Linux path can hold.
 *
 * @returns What is wrong, with a fix where one is plain; nothing for a usable path.
 */
export function judgePath(text: string): Finding | undefined {
	const error = (message: string, rest?: Omit<Finding, "severity" | "message">): Finding => ({
		severity: "error",
		message,
		...rest,
	});
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text);
	if (scheme?.[1]?.toLowerCase() === "file") {
		const path = text.slice(scheme[0].length).replace(/^localhost(?=\/)/, "");
		const range = { start: 0, end: text.length - path.length };
		return error(
			`${expected}, found a file:// address.`,
			path.startsWith("/") ? { range, fix: { title: path, text: path } } : { range },
		);
	}
	const store = scheme && storeOfScheme[scheme[1]?.toLowerCase() ?? ""];
	if (scheme && store) {
		return error(`${expected}, found a URL of ${store.title}.`, {
			range: { start: 0, end: scheme[0].length },
			fix: { title: `Switch to ${store.title}`, text, target: store.field },
		});
	}
	if (scheme) return error(`${expected}, found a URL.`, { range: { start: 0, end: scheme[0].length } });
	if (text.startsWith("~")) {
		return error("Polars doesn't expand ~: write the whole path.", { range: { start: 0, end: 1 } });
	}
	if (/^[a-z]:[\\/]/i.test(text)) {
		return error(`${expected} of the workers' Linux, found a Windows drive.`, { range: { start: 0, end: 3 } });
	}
	const nul = text.indexOf("\0");
	if (nul !== -1) {
		const clean = text.replaceAll("\0", "");
		const range = { start: nul, end: nul + 1 };
		const message = "A path can't hold a NUL character.";
		return error(message, clean === "" ? { range } : { range, fix: { title: "Remove it", text: clean } });
	}
	if (text.startsWith("/")) return undefined;
	const absolute = `/${text.replace(/^(?:\.{1,2}\/)+/, "")}`;
	return error(`${expected}: it starts with a slash.`, {
		range: { start: 0, end: Math.min(text.length, 1) },
		fix: { title: absolute, text: absolute },
	});
}

const storeOfScheme: Readonly<Record<string, { readonly title: string; readonly field: string }>> = {
	s3: { title: "S3", field: "s3.url" },
	s3a: { title: "S3", field: "s3.url" },
	gs: { title: "Google Cloud Storage", field: "gcs.url" },
	az: { title: "Azure Blob Storage", field: "abs.url" },
	abfs: { title: "Azure Blob Storage", field: "abs.url" },
	abfss: { title: "Azure Blob Storage", field: "abs.url" },
};

/**
 * Directories that a Linux system empties by itself or that live in memory, from the Filesystem Hierarchy Standard 3.0
 * and systemd's tmpfiles.d defaults.
 */
const notDurable = ["/tmp", "/var/tmp", "/dev/shm", "/run", "/var/run", "/proc", "/sys"];
/** Directories that belong to one machine, on every common distribution. */
const notShared = ["/home", "/root", "/etc", "/usr", "/boot", "/dev", "/var/lib", "/var/cache"];

/** Advice on an absolute path that works on one machine and loses checkpoints on many. */
export function advisePath(text: string): Finding | undefined {
	const normal = `${text.replace(/\/+/g, "/").replace(/\/$/, "")}/`;
	const within = (directory: string) => normal.startsWith(`${directory}/`);
	const volatile = notDurable.find(within);
	if (volatile) {
		return {
			severity: "warning",
			message: `${volatile} is emptied at a restart and isn't shared: a checkpoint there doesn't outlive its worker.`,
			range: { start: 0, end: text.length },
		};
	}
	const local = notShared.find(within);
	if (local || normal === "/") {
		return {
			severity: "advice",
			message: `${local ?? "/"} is usually a worker's own disk. Make sure that all workers see the same files here.`,
			range: { start: 0, end: text.length },
		};
	}
	if (text.includes("$")) {
		return { severity: "advice", message: "Polars takes $ as a plain character: variables are not replaced." };
	}
	if (normal.includes("/../") || normal.includes("/./")) {
		return { severity: "advice", message: "The path holds . or .. parts: write it out, so that all workers agree." };
	}
	return undefined;
}
