import { type RefCallback, useCallback, useState } from "react";
import { watchSize } from "../watch-size.ts";

/** The width of an element in CSS pixels, as it changes; 0 until it is laid out. */
export function useWidth(): readonly [ref: RefCallback<Element>, width: number] {
	const [width, setWidth] = useState(0);
	const ref = useCallback((element: Element | null) => {
		if (!element) return undefined;
		const measure = () => setWidth(Math.floor(element.getBoundingClientRect().width));
		measure();
		return watchSize(element, measure);
	}, []);
	return [ref, width];
}
