import type { CheckpointDraft } from "../../draft/draft.ts";
import type { NodeView } from "../../node-file/node-view.ts";
import type { NodeSetting } from "../../node-file/placed-setting.ts";
import { isObjectStore } from "../../stores/stores.ts";
import { applyEdits, replaceDifference, type TextEdit } from "../../text/edit.ts";
import { readYaml, type YamlDocument, type YamlFile } from "./document.ts";
import type { Written } from "./edit.ts";
import type { Source } from "./source.ts";

/** Why nothing is written between lines such as `{{ if … }}` and `{{ end }}`. */
export const templateObstacle = "lines of a template decide what of it counts";

/** More steps than these are never needed: each sets, adds or takes out one thing. */
const mostSteps = 60;

/**
 * The edits that steps make of a text, each taken on what the one before made.
 *
 * @param step The next step; none where nothing is left to do, undefined where it can't be done.
 */
export function takeSteps(
	text: string,
	step: (text: string) => readonly TextEdit[] | undefined,
): readonly TextEdit[] | undefined {
	let first: readonly TextEdit[] | undefined;
	let mended = text;
	for (let count = 0; count < mostSteps; count++) {
		const edits = step(mended);
		if (!edits) return undefined;
		if (edits.length === 0) {
			if (count === 0) return [];
			return count === 1 && first ? first : [replaceDifference(text, { start: 0, end: text.length }, mended)];
		}
		first ??= edits;
		const next = applyEdits(mended, edits);
		if (next === mended) return undefined;
		mended = next;
	}
	return undefined;
}

/** The edits that steps make of one document of a file, each read anew. */
export function stepDocument(
	file: YamlFile,
	index: number,
	step: (source: Source) => readonly TextEdit[] | undefined,
): readonly TextEdit[] | undefined {
	return takeSteps(file.text, (text) => {
		const next = text === file.text ? file : readYaml(text);
		const document = next.documents[index];
		return document?.root ? step({ file: next, document }) : undefined;
	});
}

/** How a document is seen that is no map, or no YAML. */
export function viewNothing(document: YamlDocument | undefined): NodeView {
	return { settings: [], remarks: document?.remarks ?? [], others: [], write: () => undefined };
}

/** The settings below a path. */
export function below(settings: readonly NodeSetting[], base: readonly string[]): readonly NodeSetting[] {
	return settings.filter(({ path }) => base.every((part, index) => path[index] === part));
}

/** Whether settings say of the place for checkpoints that a draft has. */
export function isPlaced(settings: readonly NodeSetting[], draft: CheckpointDraft): boolean {
	const { store } = draft;
	const place = isObjectStore(store) ? ["url", draft[store].url] : ["path", draft[store].path];
	const found = settings.find(
		({ path }) => path.join("\0") === ["worker", "checkpoint_location", store, place[0]].join("\0"),
	);
	return found !== undefined && found.value === place[1]?.trim();
}

/** A value at a path of keys, as nested maps. */
export function nest(path: readonly string[], value: Written): Written {
	return path.reduceRight<Written>((inner, key) => ({ [key]: inner }), value);
}
