import type { TextEdit } from "../../text/edit.ts";
import type { Item } from "./tree.ts";
import { joinKey } from "./write.ts";

/** Edits that give an item another name, wherever it is named. Whether the name is free is for the caller to know. */
export function renameItem(text: string, { names }: Item, name: string): TextEdit[] {
	return names.map((part) => {
		const quote = text[part.start];
		const written = joinKey([name]);
		const own = (quote === '"' || quote === "'") && /^[\w-]*$/.test(name) ? `${quote}${name}${quote}` : written;
		return { range: { start: part.start, end: part.end }, text: own };
	});
}
