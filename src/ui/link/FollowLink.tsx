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
	const heard = useRef<string>(undefined);
	useEffect(() => {
		if (draft === first.current) return;
		const timer = setTimeout(async () => {
			// Without this part the page works; only its address stands still.
			const link = await import("./address.ts").catch(() => undefined);
			link?.showAddress(getValues());
		}, rest);
		return () => clearTimeout(timer);
	}, [draft, getValues]);
	useEffect(() => {
		const open = async () => {
			const link = await import("./address.ts").catch(() => undefined);
			if (!link) return openDraft({ draft: getValues(), notices: [unread] });
			const { draft: opened, notices } = link.openAddress();
			openDraft({ draft: link.openOver(getValues(), opened), notices });
		};
		addEventListener("hashchange", open);
		if (from !== undefined && from !== heard.current && from !== location.hash) open();
		heard.current = from;
		return () => removeEventListener("hashchange", open);
	}, [from, getValues, openDraft]);
	return null;
}
