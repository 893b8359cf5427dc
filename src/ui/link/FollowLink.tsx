import { useEffect, useRef } from "react";
import { useDraftForm, useInspection, useOpenDraft } from "../state/draft.tsx";
import { unread } from "../state/start.ts";

/** How long typing must rest before the address follows, in milliseconds: browsers allow about three changes a second. */
const rest = 350;

/**
 * Keeps the address and the draft together: the address follows the form, and the form a new address.
 *
 * @param from The fragment that the draft was read from. The address may have changed before this listened.
 */
export function FollowLink({ from }: { readonly from: string | undefined }) {
	const draft = useInspection((inspection) => inspection.draft);
	const { getValues } = useDraftForm();
	const openDraft = useOpenDraft();
	const first = useRef(draft);
	/** The fragment that was last read or written here. Another one is on its way to be read. */
	const known = useRef(from);
	useEffect(() => {
		if (draft === first.current) return;
		const timer = setTimeout(async () => {
			// Without this part the page works; only its address stands still.
			const link = await import("./address.ts").catch(() => undefined);
			if (!link || location.hash !== known.current) return;
			link.showAddress(getValues());
			known.current = location.hash;
		}, rest);
		return () => clearTimeout(timer);
	}, [draft, getValues]);
	useEffect(() => {
		const open = async () => {
			const { hash } = location;
			const [link, core] = await Promise.all([import("./address.ts"), import("../../link/open-over.ts")]).catch(
				() => [],
			);
			if (!link || !core) {
				known.current = hash;
				return openDraft({ draft: getValues(), notices: [unread] });
			}
			const read = link.openAddress();
			known.current = location.hash;
			const { draft: opened, notices } = core.openOver(getValues(), read.draft);
			openDraft({ draft: opened, notices: [...notices, ...read.notices] });
		};
		addEventListener("hashchange", open);
		if (known.current !== location.hash) open();
		return () => removeEventListener("hashchange", open);
	}, [getValues, openDraft]);
	return null;
}
