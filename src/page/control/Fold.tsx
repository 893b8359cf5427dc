import { type ReactNode, useEffect, useRef, useState } from "react";
import styles from "./fold.module.css";

interface FoldProps {
	readonly title: string;
	/** Drawn once it is open, and only then. */
	readonly children: ReactNode;
}

/** What not everybody needs, folded away below its title. */
export function Fold({ title, children }: FoldProps) {
	const [open, setOpen] = useState(false);
	const fold = useRef<HTMLDetailsElement>(null);
	// Whoever opened it before this code was there has opened it all the same.
	useEffect(() => setOpen(fold.current?.open ?? false), []);
	return (
		<details ref={fold} className={styles.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary>{title}</summary>
			{open && children}
		</details>
	);
}
