import type { NodeView } from "../../node-file/node-view.ts";
import type { PlacedSetting } from "../../node-file/placed-setting.ts";
import type { UnplacedProblem } from "../../text/file-problem.ts";
import type { MapEntry } from "./document.ts";
import type { LocationSection } from "./location.ts";

/** What a document for the operator or the chart says of a node's settings, and where a patch of it goes. */
export interface ViewReading {
	readonly settings: readonly PlacedSetting[];
	readonly remarks: readonly UnplacedProblem[];
	readonly others: readonly string[];
	readonly pods: NonNullable<NodeView["pods"]>;
	readonly period: MapEntry | undefined;
	readonly locations: readonly LocationSection[];
}
