import type { CheckpointDraft } from "../draft/draft.ts";
import { listSettings } from "../draft/setting.ts";
import { compareFiles } from "./compare.ts";
import { checkVariables } from "./env-check.ts";
import { describeMachineIdentity } from "./identity-steps.ts";
import { describeCreation, describeLook } from "./location-steps.ts";
import { describeStart, describeVariables } from "./node-steps.ts";
import { describeNodeTest, listTestedFiles } from "./node-test.ts";
import type { Output, Step } from "./output.ts";
import { compareVariables } from "./read-env.ts";
import { compareToml } from "./read-toml.ts";
import { isApart, layoutTomlFiles } from "./toml-files.ts";

/**
 * The TOML that a node reads: one file for the scheduler and one for the workers, or one for every node. Secrets stand
 * in it or in a file of variables beside it.
 */
export const bareMetal: Output = {
	layout: layoutTomlFiles,
	check: (draft) =>
		draft.secrets === "environment"
			? checkVariables(listSecrets(draft), { title: "Keep secrets in the TOML", text: "toml", target: "secrets" })
			: [],
	readBack: (files, draft) =>
		compareFiles(files, listSettings(draft), (file, own) => {
			const isEnv = file.name.endsWith(".env");
			const settings = own.filter((setting) => isApart(setting, draft) === isEnv);
			return isEnv ? compareVariables(file, settings) : compareToml(file, settings);
		}),
	listSteps: (draft) => [
		describeCreation(draft),
		...describeMachineIdentity(draft),
		describeMerge(draft),
		...(draft.secrets === "environment" && listSecrets(draft).length > 0
			? [describeVariables([draft.files === "one" ? ["config.env", "every node"] : ["worker.env", "every worker"]])]
			: []),
		describeNodeTest(draft, listTestedFiles(draft)),
		describeStart("Each reads its own configuration file."),
		describeLook(draft),
	],
};

function listSecrets(draft: CheckpointDraft) {
	return listSettings(draft).filter(({ secret }) => secret);
}

/** @see docs: the On-Prem pages "Getting started", "Static leader configuration" and "Reference" of the bare-metal part. */
function describeMerge(draft: CheckpointDraft): Step {
	const places =
		draft.files === "one"
			? "config.toml to the configuration file that all nodes share"
			: "scheduler.toml to the scheduler's configuration file and worker.toml to every worker's";
	const holdsSecrets = draft.secrets === "toml" && listSecrets(draft).length > 0;
	return {
		title: "Add the settings",
		text: `Add ${places}, beside cluster_id, license and the rest. If a table is there already, add the new keys to it: TOML allows each table once.${
			holdsSecrets ? " There are secrets among them: let only the user that runs Polars read the file." : ""
		}`,
	};
}
