import { useEffect, useRef, useState } from "react";
import { defaultDraft } from "../../core/draft/draft.ts";
import { useOpenDraft } from "../draft/DraftProvider.tsx";
import { useReadDraft } from "../draft/unheard.ts";
import { askWorker } from "./ask-worker.ts";
import { type Existing, useExisting } from "./ExistingProvider.tsx";
import { hasSameSettings } from "./file-settings.ts";

/**
 * Reads files into the form whenever their texts are others: what they say takes the place of what it holds, and what they
 * have no word on stays. Files that can't be read change nothing.
 *
 * @returns Whether that could not be done, and a way to try again.
 */
export function useReading({ files, reading }: Existing): { readonly failed: boolean; readonly retry: () => void } {
	const { setExisting } = useExisting();
	const readDraft = useReadDraft();
	const openDraft = useOpenDraft();
	const [failed, setFailed] = useState(false);
	const [attempt, setAttempt] = useState(0);
	const isFirst = useRef(true);
	const isRead = reading !== undefined;
	// biome-ignore lint/correctness/useExhaustiveDependencies: each attempt reads anew.
	useEffect(() => {
		if (isRead) return;
		let wanted = true;
		const texts = files.map(({ name, text, format }) => ({ name, text, ...(format && { format }) }));
		const read = async () => {
			setFailed(false);
			const draft = readDraft();
			const found = await askWorker<"read">({ kind: "read", files: texts, draft });
			if (!wanted) return;
			// Whoever typed meanwhile has typed into what the files may have no word on.
			if (JSON.stringify(readDraft()) !== JSON.stringify(draft)) return read();
			if (found.draft) openDraft({ draft: found.draft, notices: [] });
			const isOwn = isFirst.current && !hasSameSettings(draft, defaultDraft);
			const gaveWay = isOwn && found.draft && !hasSameSettings(draft, found.draft);
			isFirst.current = false;
			setExisting(
				(present) =>
					present && { ...present, reading: found, applied: found.isBlank, ...(gaveWay && { before: draft }) },
			);
		};
		read().catch(() => wanted && setFailed(true));
		return () => {
			wanted = false;
		};
	}, [files, isRead, attempt, readDraft, openDraft, setExisting]);
	return { failed, retry: () => setAttempt(attempt + 1) };
}
