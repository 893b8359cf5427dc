import { type PointerEvent, useRef } from "react";

interface Drag {
	readonly onStart: () => void;
	/** At each move, with the pointer's place in the element in CSS pixels from the left. */
	readonly onFollow: (x: number) => void;
	readonly onEnd: () => void;
}

/** How far a finger moves before it is known where it is going, in CSS pixels. */
const slack = 8;

/**
 * Lets an element be dragged sideways, or pressed, with a mouse, a pen or a finger; returns the handlers for it. Its
 * `touch-action` must be `pan-y`: a finger that moves up or down only wants to scroll the page, and nothing follows it.
 */
export function useDrag({ onStart, onFollow, onEnd }: Drag) {
	const start = useRef({ x: 0, y: 0, follows: false });
	const follow = ({ currentTarget, clientX }: PointerEvent) =>
		onFollow(clientX - currentTarget.getBoundingClientRect().left);
	const isDragging = ({ currentTarget, pointerId }: PointerEvent) => currentTarget.hasPointerCapture(pointerId);
	return {
		onPointerDown: (event: PointerEvent) => {
			if (event.button !== 0 || !event.isPrimary) return;
			// Else the press would select the page's text while the pointer moves.
			event.preventDefault();
			event.currentTarget.setPointerCapture(event.pointerId);
			const follows = event.pointerType !== "touch";
			start.current = { x: event.clientX, y: event.clientY, follows };
			onStart();
			if (follows) follow(event);
		},
		onPointerMove: (event: PointerEvent) => {
			if (!isDragging(event)) return;
			const { x, y } = start.current;
			const across = Math.abs(event.clientX - x);
			if (across > slack && across > Math.abs(event.clientY - y)) start.current.follows = true;
			if (start.current.follows) follow(event);
		},
		onPointerUp: (event: PointerEvent) => {
			const { x, y, follows } = start.current;
			const isTap = Math.hypot(event.clientX - x, event.clientY - y) <= slack;
			if (isDragging(event) && (follows || isTap)) follow(event);
		},
		onLostPointerCapture: onEnd,
	};
}
