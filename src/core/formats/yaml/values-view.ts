import type { NodeView } from "../../node-file/node-view.ts";
import { variableLists } from "./chart-variables.ts";
import { hasBlocks, type YamlFile } from "./document.ts";
import { readValues } from "./read-values.ts";
import { stepValues } from "./step-values.ts";
import { writeValuesPods } from "./values-pods.ts";
import { isPlaced, stepDocument, templateObstacle, viewNothing } from "./write-view.ts";

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
