import { useState } from "react";
import { finishFiles } from "../../core/outputs/finish.ts";
import { loadOutput } from "../../core/outputs/registry.ts";
import { useAnnounce } from "../announce.tsx";
import { useTakeFiles } from "../draft/use-take-files.ts";
import { type Give, handOut } from "./hand-out.ts";

interface HandOut {
	/**
	 * Hands out the files as they are now, all or the one of a name, and resolves to what was announced of it: nothing
	 * where one of them is not complete.
	 */
	readonly handOut: (give: Give, name?: string) => Promise<string>;
	/** What to show: empty but where nothing was handed out. */
	readonly refusal: string;
}

/** Hands out the page's files, and says where one was kept back. */
export function useHandOut(): HandOut {
	const takeFiles = useTakeFiles();
	const announce = useAnnounce();
	const [refusal, setRefusal] = useState("");
	return {
		refusal,
		handOut: async (give, name) => {
			const { draft, files } = await takeFiles();
			const chosen = files.filter((file) => name === undefined || file.name === name);
			if (chosen.length === 0 || chosen.some(({ errors }) => errors.length > 0)) return "";
			const readBack = async () => finishFiles(await loadOutput(draft.output), draft, chosen);
			const { refused, said } = await handOut(readBack, give);
			setRefusal(refused ? said : "");
			announce(said);
			return said;
		},
	};
}
