import type { CheckpointDraft } from "../draft/draft.ts";
import { listSettings, type Setting } from "../draft/setting.ts";
import { layoutSchemaLine, layoutToml } from "../formats/toml/write.ts";
import { envFormat } from "./env-file.ts";
import { shareOut } from "./node-files.ts";
import type { Layout } from "./output.ts";

/**
 * The TOML that nodes read and, where secrets are kept apart, the variables that hold them. It stands apart from the
 * rest of its output, which the page need not have loaded to show it.
 */
export const layoutTomlFiles: Layout = (draft) => {
	const settings = listSettings(draft);
	return [
		...shareOut(
			settings.filter((setting) => !isApart(setting, draft)),
			draft.files,
			{
				extension: "toml",
				layout: (own, kind) => [...layoutSchemaLine(draft.schema, kind), ...layoutToml(own, draft.key_style)],
			},
		),
		...shareOut(
			settings.filter((setting) => isApart(setting, draft)),
			draft.files,
			envFormat,
		),
	];
};

/** Whether a setting stands in a file of variables beside the TOML. */
export function isApart({ secret }: Setting, { secrets }: CheckpointDraft): boolean {
	return secret === true && secrets === "environment";
}
