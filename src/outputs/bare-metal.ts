import type { CheckpointDraft } from "../config/draft.ts";
import { listSettings } from "../config/setting.ts";
import { layoutToml } from "../toml/write.ts";
import type { Output, OutputFile } from "./output.ts";

/** The TOML that a node reads: one file for the scheduler and one for the workers, or one for every node. */
export const bareMetal: Output = { id: "bare-metal", title: "TOML", layout: layoutBareMetal };

function layoutBareMetal(draft: CheckpointDraft): readonly OutputFile[] {
	const settings = listSettings(draft);
	const layout = (name: string, of: typeof settings): OutputFile => ({ name, lines: layoutToml(of, draft.key_style) });
	if (draft.files === "one") return [layout("config.toml", settings)];
	return (["scheduler", "worker"] as const).map((node) =>
		layout(
			`${node}.toml`,
			settings.filter(({ key }) => key[0] === node),
		),
	);
}
