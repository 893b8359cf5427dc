import { findPlaceholder } from "../../object-store/placeholder.ts";
import type { TextRange } from "../../problem.ts";
import type { YamlDocument, YamlFile } from "./document.ts";

/** A file and the document of it that is looked at. */
export interface Source {
	readonly file: YamlFile;
	readonly document: YamlDocument;
}

/** Whether some characters hold what another program fills in. */
export function isFilledIn({ text, templates }: YamlFile, { start, end }: TextRange): boolean {
	if (templates.some((template) => template.start < end && template.end > start)) return true;
	const found = findPlaceholder(
		text
			.slice(start, end)
			.replaceAll("$$", "")
			.replace(/^[ \t]*\$[\w/]+:/gm, ""),
	);
	return found !== undefined && /^[$%{]/.test(found.text);
}
