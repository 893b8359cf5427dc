import { type ComponentType, useEffect, useState } from "react";
import styles from "./lazy-part.module.css";

/**
 * A component whose code is fetched when it is first shown. While it loads, and when it can't be loaded, it says so;
 * then it offers to try again. React's own `lazy` remembers a failure for good.
 *
 * @param what What a person calls the part: “the list of options”.
 */
export function lazyPart<Props extends object>(
	what: string,
	load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
	let loaded: ComponentType<Props> | undefined;
	return function LazyPart(props: Props) {
		const [Part, setPart] = useState(() => loaded);
		const [attempt, setAttempt] = useState(0);
		const [failed, setFailed] = useState(false);
		useEffect(() => {
			if (loaded) return;
			let shown = true;
			fetchStyles(attempt)
				.then(load)
				.then(
					(part) => {
						loaded = part;
						if (shown) setPart(() => part);
					},
					() => shown && setFailed(true),
				);
			return () => {
				shown = false;
			};
		}, [attempt]);
		if (Part) return <Part {...props} />;
		if (!failed) return <p className={styles.wait}>Loading {what}…</p>;
		const retry = () => {
			setFailed(false);
			setAttempt(attempt + 1);
		};
		return <LoadFailure what={what} onRetry={retry} />;
	};
}

/**
 * Asks again for the styles that an earlier attempt did not get: Vite, which adds them to the page, asks but once.
 *
 * @throws If they don't come this time either.
 */
async function fetchStyles(attempt: number): Promise<void> {
	if (attempt === 0) return;
	const links = [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
	const missing = links.filter(({ sheet }) => !hasRules(sheet));
	await Promise.all(
		missing.map(async (link) => {
			const again = link.cloneNode() as HTMLLinkElement;
			const fetched = new Promise((resolve, reject) => Object.assign(again, { onload: resolve, onerror: reject }));
			link.replaceWith(again);
			await fetched;
		}),
	);
}

/** A style sheet that did not come is none to some browsers, an empty one to others, and one without access to Chromium. */
function hasRules(sheet: CSSStyleSheet | null): boolean {
	try {
		return sheet !== null && sheet.cssRules.length > 0;
	} catch {
		return false;
	}
}

/** Says that a part of the page could not be fetched, and offers to try again. */
export function LoadFailure({ what, onRetry }: { readonly what: string; readonly onRetry: () => void }) {
	return (
		<p className={styles.failure} role="alert">
			Could not load {what}. What you typed is still here.{" "}
			<button type="button" className={styles.retry} onClick={onRetry}>
				Try again
			</button>{" "}
			If that fails too, reload the page: it may have been updated. A reload forgets secrets and pasted files.
		</p>
	);
}
