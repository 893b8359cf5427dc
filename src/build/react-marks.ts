import type { Plugin } from "vite";

/**
 * As it loads, React DOM makes a few errors that it throws as marks to itself and never shows. Where developer tools
 * listen, V8 takes down the stack of each, and reads all of React twice more for it: most of a page's start on a slow
 * machine. What stands in their place is an error in all but the stack.
 *
 * @see react-dom 19.3.1, cjs/react-dom-client.production.js: `HydrationMismatchException`, `SuspenseException` and others.
 */
export function reactMarks(): Plugin {
	return {
		name: "react-marks",
		transform: {
			filter: { id: /\/react-dom-client\.production\.js$/ },
			handler(code) {
				const marks = /(?<=\w+Exception = )Error\((formatProdErrorMessage\(\d+\))\)/g;
				return { code: code.replace(marks, "{ __proto__: Error.prototype, message: $1 }"), map: null };
			},
		},
	};
}
