import { type LinePlace, locate } from "../../text/place.ts";
import { readToml, type TomlDocument } from "./read.ts";

/** A file that is being checked. */
export interface OpenedFile {
	readonly name?: string;
	readonly document: TomlDocument;
	readonly locate: (offset: number) => LinePlace;
	/** Whether what it lacks may just as well be said elsewhere, so that nothing is to be said of that. */
	readonly isPartial?: true;
}

/** Reads a file, which may be wrong in any way. */
export function openFile(text: string, name?: string): OpenedFile {
	return { document: readToml(text), locate: locate(text), ...(name !== undefined && { name }) };
}
