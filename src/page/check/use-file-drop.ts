import { useEffect, useState } from "react";

/**
 * Takes files that are dropped anywhere on the page, where the browser would else leave the page to show them.
 *
 * @returns Whether files are being dragged over the page.
 */
export function useFileDrop(active: boolean, onDrop: (files: readonly File[]) => void): boolean {
	const [dragging, setDragging] = useState(false);
	useEffect(() => {
		if (!active) return;
		const over = (event: DragEvent) => {
			if (!event.dataTransfer?.types.includes("Files")) return;
			event.preventDefault();
			setDragging(true);
		};
		const leave = ({ relatedTarget }: DragEvent) => {
			if (relatedTarget === null) setDragging(false);
		};
		const drop = (event: DragEvent) => {
			setDragging(false);
			const dropped = [...(event.dataTransfer?.files ?? [])];
			if (dropped.length === 0) return;
			event.preventDefault();
			onDrop(dropped);
		};
		document.addEventListener("dragover", over);
		document.addEventListener("dragleave", leave);
		document.addEventListener("drop", drop);
		return () => {
			document.removeEventListener("dragover", over);
			document.removeEventListener("dragleave", leave);
			document.removeEventListener("drop", drop);
		};
	}, [active, onDrop]);
	return dragging;
}
