import { useEffect, useRef, useState } from "react";

/**
 * Takes files that are dropped anywhere on the page, where the browser would else leave the page to show them.
 *
 * @returns Whether files are being dragged over the page.
 */
export function useFileDrop(onDrop: (files: readonly File[]) => void): boolean {
	const [isDragging, setDragging] = useState(false);
	const latest = useRef(onDrop);
	useEffect(() => {
		latest.current = onDrop;
	});
	useEffect(() => {
		const end = new AbortController();
		const listen = (type: "dragover" | "dragleave" | "drop", listener: (event: DragEvent) => void) =>
			document.addEventListener(type, listener, { signal: end.signal });
		listen("dragover", (event) => {
			if (!event.dataTransfer?.types.includes("Files")) return;
			event.preventDefault();
			setDragging(true);
		});
		listen("dragleave", ({ relatedTarget }) => {
			if (relatedTarget === null) setDragging(false);
		});
		listen("drop", (event) => {
			setDragging(false);
			const dropped = [...(event.dataTransfer?.files ?? [])];
			if (dropped.length === 0) return;
			event.preventDefault();
			latest.current(dropped);
		});
		return () => end.abort();
	}, []);
	return isDragging;
}
