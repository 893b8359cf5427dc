import { useEffect, useRef } from "react";
import { useOpenDraft } from "../draft/DraftProvider.tsx";
import { useDraftForm } from "../draft/form.ts";
import { useReadDraft } from "../draft/unheard.ts";
import { unread } from "../start/start.ts";

/** How long typing must rest before the address follows, in milliseconds: browsers allow about three changes a second. */
const rest = 350;

/**
 * Keeps the address and the draft together: the address follows the form, and the form a new address.
 *
 * @param from The fragment that the draft was read from. The address may have changed before this listened.
 */
export function FollowLink({ from }: { readonly from: string | undefined }) {
	const { subscribe } = useDraftForm();
	const readDraft = useReadDraft();
	const openDraft = useOpenDraft();
	/** The fragment that was last read or written here. Another one is on its way to be read. */
	const known = useRef(from);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const follow = async () => {
			// Without this part the page works; only its address stands still.
			const link = await import("./link-address.ts").catch(() => undefined);
			if (!link || location.hash !== known.current) return;
			link.showAddress(readDraft());
			known.current = location.hash;
		};
		const unsubscribe = subscribe({
			formState: { values: true },
			callback: () => {
				clearTimeout(timer);
				timer = setTimeout(follow, rest);
			},
		});
		return () => {
			unsubscribe();
			clearTimeout(timer);
		};
	}, [subscribe, readDraft]);
	useEffect(() => {
		const open = async () => {
			const { hash } = location;
			const link = await import("./link-address.ts").catch(() => undefined);
			if (!link) {
				known.current = hash;
				return openDraft({ draft: readDraft(), notices: [unread] });
			}
			const opened = link.openAddressOver(readDraft());
			known.current = location.hash;
			openDraft(opened);
		};
		addEventListener("hashchange", open);
		if (known.current !== location.hash) open();
		return () => removeEventListener("hashchange", open);
	}, [readDraft, openDraft]);
	return null;
}
