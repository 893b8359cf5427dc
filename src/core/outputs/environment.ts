import { listSettings } from "../draft/setting.ts";
import { compareFiles } from "./compare.ts";
import { checkVariables } from "./env-check.ts";
import { envFormat } from "./env-file.ts";
import { describeMachineIdentity } from "./identity-steps.ts";
import { describeCreation, describeLook } from "./location-steps.ts";
import { shareOut } from "./node-files.ts";
import { describeStart, describeVariables } from "./node-steps.ts";
import { describeNodeTest, listTestedFiles } from "./node-test.ts";
import type { Output } from "./output.ts";
import { compareVariables } from "./read-env.ts";

/** Environment variables alone, for nodes that get no file of their own. */
export const environment: Output = {
	layout: (draft) => shareOut(listSettings(draft), draft.files, envFormat),
	check: (draft) =>
		checkVariables(listSettings(draft), { title: "Write TOML files", text: "bare_metal", target: "output" }),
	readBack: (files, draft) => compareFiles(files, listSettings(draft), (file, own) => compareVariables(file, own)),
	listSteps: (draft) => [
		describeCreation(draft),
		...describeMachineIdentity(draft),
		describeVariables(
			draft.files === "one"
				? [["config.env", "every node"]]
				: [
						["scheduler.env", "the scheduler"],
						["worker.env", "every worker"],
					],
		),
		describeNodeTest(draft, listTestedFiles(draft)),
		describeStart("A variable overrides the same key in the configuration file, which contains the rest."),
		describeLook(draft),
	],
};
