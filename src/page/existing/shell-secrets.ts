import { findOuter, listHeredocs } from "../../core/formats/shell/lift.ts";
import type { TextRange } from "../../core/problem.ts";
import { listLineSecrets } from "./line-secrets.ts";

/**
 * Finds the secrets of a shell script: in its commands, and in its here-documents, each by its own format.
 *
 * @param listInner Finds those of a here-document.
 */
export function listShellSecrets(text: string, listInner: (text: string) => TextRange[]): TextRange[] {
	const heredocs = listHeredocs(text);
	const commands: string[] = [];
	let at = 0;
	for (const { range } of heredocs) {
		// Quotes and brackets of a here-document are no part of the commands around it.
		commands.push(text.slice(at, range.start), text.slice(range.start, range.end).replace(/[^\n]/g, " "));
		at = range.end;
	}
	commands.push(text.slice(at));
	const found = listLineSecrets(commands.join(""), true);
	const ends = new Set(found.map(({ end }) => end));
	for (const heredoc of heredocs) {
		const { range, command } = heredoc;
		// What goes into a Secret, or into a variable that holds one.
		const isSecret = /\bcreate\s+secret\b|--from-/.test(command) || (ends.has(range.start - 1) && /=/.test(command));
		if (isSecret) found.push(range);
		for (const { start, end } of listInner(heredoc.text)) {
			const from = findOuter(heredoc, start);
			found.push({ start: from, end: end === start ? from : Math.max(from, findOuter(heredoc, end, true)) });
		}
	}
	return found;
}
