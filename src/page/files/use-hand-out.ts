import { useEffect, useState } from "react";
import { type Finished, finishFiles } from "../../core/outputs/finish.ts";
import { loadOutput } from "../../core/outputs/registry.ts";
import { useAnnounce } from "../announce.tsx";
import { useTakeFiles } from "../draft/use-take-files.ts";
import { type Give, handOut } from "./hand-out.ts";
import { useGoToSummary } from "./Summary.tsx";
import { finishTestFiles } from "./test-files.ts";

interface HandOut {
	/**
	 * Hands out the files as they are now, all or the one of a name, and resolves to whether it did. Where one of them is
	 * not complete, the summary of what is to fix gets the focus instead.
	 */
	readonly handOut: (give: Give, name?: string) => Promise<boolean>;
	/** What to show: empty but where nothing was handed out. */
	readonly refusal: string;
}

/**
 * Hands out the page's files, and says where one was kept back.
 *
 * @param about What that is said of: with another it is no longer true.
 */
export function useHandOut(about: unknown): HandOut {
	const takeFiles = useTakeFiles();
	const announce = useAnnounce();
	const goToSummary = useGoToSummary();
	const [refusal, setRefusal] = useState("");
	// biome-ignore lint/correctness/useExhaustiveDependencies: that it is another is all that counts.
	useEffect(() => setRefusal(""), [about]);
	return {
		refusal,
		handOut: async (give, name) => {
			const { draft, files } = await takeFiles();
			const chosen = files.filter((file) => name === undefined || file.name === name);
			if (chosen.length === 0 || chosen.some(({ errors }) => errors.length > 0)) {
				goToSummary(chosen.flatMap(({ errors }) => errors));
				return false;
			}
			const readBack = async () => {
				const own = finishFiles(await loadOutput(draft.output), draft, chosen);
				// What makes an archive brings along what tries the location.
				return own.ok && own.files.length > 1 ? joinFinished(own, await finishTestFiles(draft)) : own;
			};
			const { done, said } = await handOut(readBack, give);
			setRefusal(done ? "" : said);
			announce(said);
			return done;
		},
	};
}

function joinFinished(own: Finished, more: Finished): Finished {
	return own.ok && more.ok ? { ok: true, files: [...own.files, ...more.files] } : own.ok ? more : own;
}
