import { useState } from "react";
import { finishFiles } from "../../outputs/finish.ts";
import type { TextFile } from "../../outputs/output.ts";
import { loadOutput } from "../../outputs/registry.ts";
import { useAnnounce } from "../announce.tsx";
import { useInspectionStore } from "../state/draft.tsx";
import { handOut } from "./hand-out.ts";

interface HandOut {
	/**
	 * Hands out the files of these names as they are now, and resolves to what was announced of it: nothing where one of
	 * them is not complete.
	 */
	readonly handOut: (
		names: readonly string[],
		give: (files: readonly TextFile[]) => Promise<string> | string,
	) => Promise<string>;
	/** What to show: empty but where nothing was handed out. */
	readonly refusal: string;
}

/** Hands out the page's files, and says where one was kept back. */
export function useHandOut(): HandOut {
	const { settle } = useInspectionStore();
	const announce = useAnnounce();
	const [refusal, setRefusal] = useState("");
	return {
		refusal,
		handOut: async (names, give) => {
			const { draft, files, judged } = settle();
			const chosen = files.filter(({ name }) => names.includes(name));
			if (!judged || chosen.length < names.length || chosen.some(({ errors }) => errors.length > 0)) return "";
			const readBack = async () => finishFiles(await loadOutput(draft.output), draft, chosen);
			const { refused, said } = await handOut(readBack, give);
			setRefusal(refused ? said : "");
			announce(said);
			return said;
		},
	};
}
