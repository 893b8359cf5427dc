import type { CheckpointDraft } from "../draft/draft.ts";
import type { Setting } from "../draft/setting.ts";
import type { Line } from "../listing.ts";
import type { FileKind } from "../node-file/json-schema.ts";
import type { OutputFile } from "./output.ts";

/** What a node's file is written in. */
export interface NodeFormat {
	readonly extension: "toml" | "env";
	readonly layout: (settings: readonly Setting[], kind: FileKind) => readonly Line[];
}

/**
 * Shares settings out among the files of the nodes that read them: one for the scheduler and one for the workers, or
 * one for every node. A node without settings gets no file.
 */
export function shareOut(
	settings: readonly Setting[],
	files: CheckpointDraft["files"],
	{ extension, layout }: NodeFormat,
): readonly OutputFile[] {
	const nodes = files === "one" ? (["config"] as const) : (["scheduler", "worker"] as const);
	return nodes.flatMap((node) => {
		const own = settings.filter(({ key }) => node === "config" || key[0] === node);
		return own.length > 0 ? [{ name: `${node}.${extension}`, lines: layout(own, node) }] : [];
	});
}
