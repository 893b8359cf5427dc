import type { CheckpointDraft } from "../../draft/draft.ts";
import { readAccount } from "../../draft/pods.ts";
import type { NodeView, PodEdits } from "../../node-file/node-view.ts";
import { findEntry, hasBlocks, type YamlFile } from "./document.ts";
import type { SpecPath } from "./kind.ts";
import { meetNeeds } from "./needs.ts";
import { readSpec } from "./read-spec.ts";
import type { Source } from "./source.ts";
import { stepSpec } from "./step-spec.ts";
import { stepDocument, templateObstacle, viewNothing } from "./write-view.ts";

/**
 * Sees one document of a file as a node's file, by what the operator makes of it.
 *
 * @param index Which of the file's documents.
 * @param specPath Where its spec is.
 */
export function viewCluster(file: YamlFile, index: number, specPath: SpecPath): NodeView {
	const document = file.documents[index];
	if (!document?.root) return viewNothing(document);
	const source: Source = { file, document };
	const reading = readSpec(source, specPath);
	return {
		settings: reading.settings,
		remarks: reading.remarks,
		others: reading.others,
		pods: reading.pods,
		...(hasBlocks(file) && { obstacle: templateObstacle }),
		writePods: (draft) => writeAccount(source, index, specPath, draft),
		write: (wanted) => stepDocument(file, index, (next) => stepSpec(next, specPath, wanted)),
	};
}

/** Names the account that the workers' pods run as, where a draft has one that finds credentials. */
function writeAccount({ file, document }: Source, index: number, specPath: SpecPath, draft: CheckpointDraft): PodEdits {
	const account = readAccount(draft);
	const isWhole = specPath.length > 0 || findEntry(document.root, ["workerPool"], document) !== undefined;
	const path = ["workerPool", "serviceAccount", "name"];
	return meetNeeds(file, index, specPath, account === "" || !isWhole ? [] : [{ path, value: account }]);
}
