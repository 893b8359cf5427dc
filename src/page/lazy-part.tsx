import { type ComponentType, useEffect, useState } from "react";
import styles from "./lazy-part.module.css";

/** How long a part may take before the page says that it is late, in milliseconds. */
const patience = 5000;

/** Why a part is not there: its request failed, or has no answer yet. */
export type LoadFault = "failed" | "late";

/** What parts that are late have come to, once they have. */
const late = new Set<Promise<unknown>>();

/** How long a browser may take to give up requests, in milliseconds. */
const goodbye = 1000;

/**
 * Asks the network anew for what is late, with the next try: as long as a browser waits for a file, it asks but once. To
 * be called only where a person wishes it: a slow line would never be done.
 */
export async function giveUpLate(): Promise<void> {
	if (late.size === 0) return;
	window.stop();
	await Promise.race([Promise.all(late), new Promise((resolve) => setTimeout(resolve, goodbye))]);
}

/**
 * Waits for a part of the page for as long as a person should have to without a word.
 *
 * @returns What came of it, or why it is not there. A part that comes after all is given to `onLate`.
 */
export async function awaitPart<Part>(
	load: () => Promise<Part>,
	onLate?: (part: Part) => void,
): Promise<{ readonly part: Part } | { readonly fault: LoadFault }> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const loading = load().then(
		(part) => ({ part }),
		() => ({ fault: "failed" as const }),
	);
	const waiting = new Promise<{ readonly fault: LoadFault }>((resolve) => {
		timer = setTimeout(() => {
			resolve({ fault: "late" });
			late.add(loading);
			loading.then((result) => {
				late.delete(loading);
				if ("part" in result) onLate?.(result.part);
			});
		}, patience);
	});
	const result = await Promise.race([loading, waiting]);
	clearTimeout(timer);
	return result;
}

/**
 * A component whose code is fetched when it is first shown. While it loads, when it is late, and when it can't be loaded,
 * it says so; then it offers to try again. React's own `lazy` remembers a failure for good.
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
		const [fault, setFault] = useState<LoadFault>();
		useEffect(() => {
			if (loaded) return;
			let shown = true;
			const take = (part: ComponentType<Props>) => {
				loaded = part;
				if (shown) setPart(() => part);
			};
			awaitPart(() => fetchStyles(attempt).then(load), take).then((result) => {
				if ("part" in result) take(result.part);
				else if (shown) setFault(result.fault);
			});
			return () => {
				shown = false;
			};
		}, [attempt]);
		if (Part) return <Part {...props} />;
		if (!fault) return <p className={styles.wait}>Loading {what}…</p>;
		const retry = () => {
			setFault(undefined);
			setAttempt(attempt + 1);
		};
		return <LoadFailure what={what} fault={fault} onRetry={retry} />;
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

interface LoadFailureProps {
	readonly what: string;
	/** Left out, it could not be fetched. */
	readonly fault?: LoadFault;
	readonly onRetry: () => void;
}

/** Says that a part of the page could not be fetched, or is late, and offers to try again. */
export function LoadFailure({ what, fault = "failed", onRetry }: LoadFailureProps) {
	return (
		<p className={styles.failure} role="alert">
			{fault === "late" ? `Still loading ${what}: it takes longer than usual.` : `Could not load ${what}.`} What you
			typed is still here.{" "}
			<button type="button" className={styles.retry} onClick={() => giveUpLate().then(onRetry)}>
				Try again
			</button>{" "}
			If that fails too, reload the page: it may have been updated. A reload forgets secrets and pasted files.
		</p>
	);
}
