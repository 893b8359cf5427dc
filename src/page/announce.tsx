import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import styles from "./announce.module.css";

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** The page's one polite live region, for what happens away from the focus. */
export function AnnounceProvider({ children }: { readonly children: ReactNode }) {
	const [message, setMessage] = useState("");
	const announce = useCallback((next: string) => {
		// The same words twice in a row are heard only if the region was empty in between.
		setMessage("");
		setTimeout(() => setMessage(next), 50);
	}, []);
	return (
		<AnnounceContext value={announce}>
			{children}
			<div className={styles.region} aria-live="polite">
				{message}
			</div>
		</AnnounceContext>
	);
}

/** Says a sentence to assistive tools once what they are saying is over. */
export function useAnnounce(): (message: string) => void {
	return useContext(AnnounceContext);
}
