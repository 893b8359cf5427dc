import { checkDraft } from "../draft/check.ts";
import type { CheckpointDraft } from "../draft/draft.ts";
import { replaceSecrets } from "../draft/secret.ts";
import { type Finished, finishFiles } from "./finish.ts";
import type { Output } from "./output.ts";

/**
 * A draft's link and files as Markdown (CommonMark 0.31 with fenced blocks), for an issue or a wiki.
 *
 * The files are laid out from a copy of the draft in which each secret is a placeholder such as `YOUR_SECRET_ACCESS_KEY`
 * and each URL is free of credentials, so that no layout can let one through.
 *
 * Where the configuration isn't complete, the text says so first.
 *
 * @param address Of the page with the link; the caller sees to it that it holds no secret.
 * @returns One text, with LF line ends and one at the end; or what of a file in it is not as it was set.
 */
export function renderMarkdown(draft: CheckpointDraft, address: string, output: Output): Finished {
	const link = `[Polars checkpoint configuration](<${address.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
	const finished = finishFiles(output, replaceSecrets(draft));
	if (!finished.ok) return finished;
	const files = finished.files.map(({ name, text }) => {
		const fence = "`".repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map(({ length }) => length + 1)));
		return `\`${name}\`\n\n${fence}${name.split(".").at(-1)}\n${text}${fence}`;
	});
	const warning = countErrors(draft, output) > 0 ? ["**Not complete: don’t deploy this yet.**"] : [];
	return { ok: true, files: [{ name: "checkpoint.md", text: `${[link, ...warning, ...files].join("\n\n")}\n` }] };
}

function countErrors(draft: CheckpointDraft, output: Output): number {
	const problems = [...checkDraft(draft).problems, ...output.check(draft)];
	return problems.filter(({ severity }) => severity === "error").length;
}
