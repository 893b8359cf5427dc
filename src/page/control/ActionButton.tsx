import { type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./button.module.css";

interface ActionButtonProps {
	/** What it does: `Copy`. */
	readonly label: string;
	/** What it says for a moment once that is done: `Copied`. */
	readonly done: string;
	/** What else its name holds, for those who don't see where it stands: `worker.toml`. */
	readonly about?: string;
	readonly className?: string | undefined;
	/** Resolves to whether it was done. */
	readonly onAction: () => Promise<boolean>;
}

/** How long a button says that it is done, in milliseconds. */
const rest = 2500;

/** Longer than this, in milliseconds, and the button says that it is at work. */
const patience = 300;

/**
 * A button that says itself that it did what it does. It is as wide from the start as its widest words, so that nothing
 * moves; the page's live region says it to those who don't see it.
 */
export function ActionButton({ label, done, about, className, onAction }: ActionButtonProps) {
	const [state, setState] = useState<"idle" | "working" | "done">("idle");
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);
	const act = async () => {
		if (state === "working") return;
		clearTimeout(timer.current);
		setState("idle");
		timer.current = setTimeout(() => setState("working"), patience);
		const isDone = await onAction().catch(() => false);
		clearTimeout(timer.current);
		setState(isDone ? "done" : "idle");
		if (isDone) timer.current = setTimeout(() => setState("idle"), rest);
	};
	return (
		<button type="button" className={className ?? styles.button} aria-busy={state === "working"} onClick={act}>
			<span className={styles.stack}>
				<Words shown={state === "idle"}>
					{label}
					{about !== undefined && <span className="visually-hidden"> {about}</span>}
				</Words>
				<Words shown={state === "working"} aside>
					Working…
				</Words>
				<Words shown={state === "done"} aside>
					{done} ✓
				</Words>
			</span>
		</button>
	);
}

interface WordsProps {
	readonly shown: boolean;
	/** Whether they are no part of the button's name, which stays as it is. */
	readonly aside?: boolean;
	readonly children: ReactNode;
}

function Words({ shown, aside, children }: WordsProps) {
	return (
		<span data-shown={shown} aria-hidden={aside}>
			{children}
		</span>
	);
}
