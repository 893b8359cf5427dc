import { type ReactNode, useEffect, useRef } from "react";
import styles from "./menu.module.css";

interface MenuProps {
	readonly title: string;
	readonly children: ReactNode;
}

/** Things that are asked for seldom, behind one button. They open over the page, which stays where it is. */
export function Menu({ title, children }: MenuProps) {
	const menu = useRef<HTMLDetailsElement>(null);
	useEffect(() => {
		const close = ({ target }: Event) => {
			if (menu.current?.open && !(target instanceof Node && menu.current.contains(target))) menu.current.open = false;
		};
		const end = new AbortController();
		document.addEventListener("pointerdown", close, { signal: end.signal });
		document.addEventListener("focusin", close, { signal: end.signal });
		return () => end.abort();
	}, []);
	return (
		<details
			ref={menu}
			className={styles.menu}
			onKeyDown={(event) => {
				if (event.key !== "Escape" || !menu.current?.open) return;
				event.preventDefault();
				menu.current.open = false;
				menu.current.querySelector("summary")?.focus();
			}}
		>
			<summary className={styles.opener}>{title}</summary>
			<div className={styles.content}>{children}</div>
		</details>
	);
}
