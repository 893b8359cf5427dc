import { largestSize } from "../../core/check/size-limit.ts";
import type { ConfigFormat } from "../../core/config-file/format.ts";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { askWorker } from "./ask-worker.ts";
import type { Existing, ExistingFile } from "./ExistingProvider.tsx";
import { example } from "./example.ts";
import { Refusal } from "./refusal.ts";

/** A file that somebody picked, dropped or pasted. */
export interface PickedFile {
	readonly name: string;
	readonly text: string;
}

/** How many files are open at most: the scheduler's and a worker's. */
const mostFiles = 2;

const tooMany = "Two files can be open at a time: the scheduler’s and a worker’s. Close one first.";

/**
 * Reads a file to its last byte: a byte order mark is kept too.
 *
 * @throws {Refusal} If it is too large or no text.
 */
export async function readPicked(file: File): Promise<PickedFile> {
	checkSize(file.name, file.size);
	const bytes = await file.arrayBuffer();
	try {
		return { name: file.name, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
	} catch {
		throw new Refusal(`${file.name} is not UTF-8 text. Save it as UTF-8.`);
	}
}

/** What a text is called that was pasted, by what it is written in. */
const names: Readonly<Record<ConfigFormat, string>> = {
	toml: "config.toml",
	env: "polars.env",
	polars_cluster: "cluster.yaml",
	helm_values: "values.yaml",
	shell: "deploy.sh",
};

/**
 * Gives a pasted text the name of a file. Where what tells formats apart did not load, it is that of a node's file.
 *
 * @throws {Refusal} If it is too large.
 */
export async function namePasted(text: string): Promise<PickedFile> {
	checkSize(names.toml, text.length);
	const format = await askWorker<"detect">({ kind: "detect", text }).catch(() => "toml" as const);
	return { name: names[format], text };
}

let count = 0;

/**
 * Opens files, beside those that are open. A file of the same name is taken for an earlier state of the picked one, which
 * takes its place; two that are picked at once are two.
 *
 * @param existing What is open; nothing if nothing is.
 * @param form What the form holds now, to be brought back if this is undone.
 * @param texts What is open with the form's settings in it, as far as that is known: they are a part of it from here on.
 * @throws {Refusal} If there is no room for all of them, or one is too large.
 */
export function openFiles(
	existing: Existing | undefined,
	picked: readonly PickedFile[],
	form: CheckpointDraft,
	texts: readonly string[] = [],
): Existing {
	const present = existing?.files ?? [];
	const files: ExistingFile[] = present.map((file, index) => ({ ...file, text: texts[index] ?? file.text }));
	const taken = new Set<number>();
	for (const { name, text } of picked) {
		checkSize(name, text.length);
		const same = files.findIndex(
			(file, index) => !taken.has(index) && (file.name === name || (file.opened === example && file.text === example)),
		);
		const index = same === -1 ? files.length : same;
		if (index >= mostFiles) throw new Refusal(tooMany);
		taken.add(index);
		count++;
		files[index] = { id: count, name: nameApart(name, files.slice(0, index)), opened: text, text };
	}
	if (!existing) return { files, applied: false, past: [] };
	const moment = { files: existing.files, reading: existing.reading, applied: existing.applied, form };
	return { ...existing, files, reading: undefined, applied: false, past: [...existing.past, moment] };
}

/** A name that no other of some files has, so that a problem can say which file it is in. */
function nameApart(name: string, others: readonly ExistingFile[]): string {
	return others.some((other) => other.name === name) ? `${name} (2)` : name;
}

function checkSize(name: string, size: number): void {
	if (size <= largestSize) return;
	throw new Refusal(`${name} is too large: ${formatSize(size)}. The limit is ${formatSize(largestSize)}.`);
}

function formatSize(size: number): string {
	return `${(size / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
}
