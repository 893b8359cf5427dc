/** How far whoever fills in the form has come. */
export interface Editing {
	/** The field whose text is being typed, by its name; nothing once the typing rests or the field is left. */
	readonly typing: string | undefined;
	/** The field that was typed in or left last, since somebody tried to take a file. */
	readonly last: string | undefined;
	/** Fields that were typed in or left, or named after an attempt to take a file: those may be said to be empty. */
	readonly touched: ReadonlySet<string>;
	/** Whether somebody tried to take a file that is not complete, and something is still to be fixed. */
	readonly attempted: boolean;
}

/** What somebody who fills in the form did. */
export type EditingStep =
	| { readonly kind: "type" | "leave"; readonly name: string }
	| { readonly kind: "rest" | "complete" | "restart" }
	| { readonly kind: "attempt"; readonly names: Iterable<string> }
	| { readonly kind: "remove"; readonly list: string; readonly index: number };

/** The form before anybody has been there. */
export const untouched: Editing = { typing: undefined, last: undefined, touched: new Set(), attempted: false };

/** How far somebody is after one more step. */
export function followEditing(editing: Editing, step: EditingStep): Editing {
	const { typing, touched } = editing;
	switch (step.kind) {
		case "type":
			return typing === step.name
				? editing
				: { ...editing, typing: step.name, last: step.name, touched: new Set(touched).add(step.name) };
		case "leave": {
			const stays = typing !== undefined && typing !== step.name;
			if (!stays && typing === undefined && touched.has(step.name)) return editing;
			const { last } = stays ? editing : { last: step.name };
			return { ...editing, typing: stays ? typing : undefined, last, touched: new Set(touched).add(step.name) };
		}
		case "rest":
			return typing === undefined ? editing : { ...editing, typing: undefined };
		case "complete":
			return editing.attempted ? { ...editing, attempted: false } : editing;
		case "restart":
			return untouched;
		case "attempt":
			return { typing: undefined, last: undefined, touched: new Set([...touched, ...step.names]), attempted: true };
		case "remove":
			return { ...editing, touched: withoutRow(touched, step.list, step.index) };
	}
}

/** The names of a list's rows once one of them is taken out: those behind it move up. */
function withoutRow(names: ReadonlySet<string>, list: string, index: number): Set<string> {
	const moved = [...names].flatMap((name) => {
		if (!name.startsWith(`${list}.`)) return [name];
		const [row, ...rest] = name.slice(list.length + 1).split(".");
		const place = Number(row);
		if (place === index) return [];
		return place < index ? [name] : [[list, place - 1, ...rest].join(".")];
	});
	return new Set(moved);
}
