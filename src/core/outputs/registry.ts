import type { CheckpointDraft } from "../draft/draft.ts";
import type { Layout, Output } from "./output.ts";
import { layoutTomlFiles } from "./toml-files.ts";

type OutputId = CheckpointDraft["output"];

/** One of each. */
export type Outputs = Readonly<Record<OutputId, Output>>;

interface Row {
	readonly load: () => Promise<Output>;
	/** The layout of what is shown first, so that it need not be loaded. */
	readonly layout?: Layout;
}

/** Every output, by its name in the draft. Each is loaded when it is asked for, since some bring a library. */
const rows: Readonly<Record<OutputId, Row>> = {
	bare_metal: { load: async () => (await import("./bare-metal.ts")).bareMetal, layout: layoutTomlFiles },
	environment: { load: async () => (await import("./environment.ts")).environment },
	helm: { load: async () => (await import("./helm.ts")).helm },
	operator: { load: async () => (await import("./operator.ts")).operator },
};

const loaded = new Map<OutputId, Output>();

/**
 * Fetches an output; one that was fetched before is there at once.
 *
 * @throws If its code can't be fetched; it may be tried again.
 */
export async function loadOutput(id: OutputId): Promise<Output> {
	const output = loaded.get(id) ?? (await rows[id].load());
	loaded.set(id, output);
	return output;
}

/** An output that has been loaded; nothing if it has yet to be. */
export function findOutput(id: OutputId): Output | undefined {
	return loaded.get(id);
}

/** The layout of an output, if it can be had without loading. */
export function findLayout(id: OutputId): Layout | undefined {
	return loaded.get(id)?.layout ?? rows[id].layout;
}
