import { type CheckpointDraft, defaultDraft } from "../draft/draft.ts";
import { type ReadDraft, readTomlDraft } from "../formats/toml/read-draft.ts";
import { readYaml } from "../formats/yaml/document.ts";
import { readSecrets } from "../formats/yaml/secret.ts";
import type { NodeView } from "../node-file/node-view.ts";
import { isObjectStore } from "../stores/stores.ts";
import { placeProblem } from "../text/file-problem.ts";
import type { ConfigFormat } from "./format.ts";
import { bringUpToDate, type ConfigPart, findObstacle, openConfig } from "./open-config.ts";
import { makeViewFile } from "./view-file.ts";

/** The output that writes each format that is no node's TOML. */
const outputs: Readonly<Partial<Record<ConfigFormat, CheckpointDraft["output"]>>> = {
	env: "environment",
	polars_cluster: "operator",
	helm_values: "helm",
};

/**
 * Reads what a file in any format says about checkpoints.
 *
 * Of several clusters the first is read, and the others are named among what is kept: `document 3`.
 *
 * Of values that stand in a Secret, those are read whose Secret is a document of the same file; the others are left empty.
 *
 * @param text One file: of the scheduler, of a worker, of every node, or of a cluster.
 * @param base What the file has no word on; what came of the other file, where there are two.
 * @param format What it is written in; told by its content unless given.
 * @returns The draft, right or wrong as the file is, with its secrets in their fields; or the first problem, if the file
 * can't be read.
 */
export function readDraft(text: string, base: CheckpointDraft = defaultDraft, format?: ConfigFormat): ReadDraft {
	const opened = openConfig(text, undefined, format);
	if (opened.format === "toml") return readTomlDraft(text, base);
	const unread = text.trim() === "" ? undefined : opened.remarks.find(({ code }) => code === "unrelated-file");
	const broken = findObstacle(opened) ?? unread;
	if (broken) return { ok: false, problem: placeProblem(opened, broken) };
	const config = bringUpToDate(opened);
	let draft = base;
	const kept: string[] = [];
	const parts = config.parts.filter(({ isAlone }, index) => !isAlone || index === 0);
	for (const part of parts) {
		const read = readPart(part, config.text, draft);
		if (!read.ok) {
			const { line: _, column: __, ...problem } = read.problem;
			const range = part.findPlace(problem.range) ?? { start: 0, end: 0 };
			return { ok: false, problem: placeProblem(config, { ...problem, range }) };
		}
		draft = read.draft;
		kept.push(...read.kept);
	}
	// Of several clusters, the first is read.
	const others = config.parts.filter((part) => part.isAlone && !parts.includes(part));
	kept.push(...others.flatMap(({ document }) => (document ? `document ${document.index + 1}` : [])));
	return { ok: true, draft, kept };
}

function readPart(part: ConfigPart, text: string, base: CheckpointDraft): ReadDraft {
	const { view, format } = part;
	if (!view) return readTomlDraft(part.file.document.text, base);
	const own =
		format === "polars_cluster" || format === "helm_values" ? fillSecrets(view, part.innerText ?? text) : view;
	const { file } = makeViewFile(
		text,
		own,
		() => ({ line: 1, column: 1 }),
		() => own,
		"",
	);
	const read = readTomlDraft(file.document.text, base);
	if (!read.ok) return read;
	const { draft } = read;
	if (view.isPartial && isBeside(draft, base, view)) {
		return { ok: true, draft: addSecrets(draft, base), kept: [...read.kept, ...view.others] };
	}
	const output = outputs[format];
	return {
		ok: true,
		draft: {
			...draft,
			key_style: base.key_style,
			secrets: base.secrets,
			...(part.isAlone && { files: base.files }),
			...(output && { output }),
			...(view.pods && { kubernetes: { ...draft.kubernetes, ...view.pods } }),
		},
		kept: [...read.kept, ...view.others],
	};
}

/** Whether a file of variables says a part of a location alone, the rest of which was read already. */
function isBeside({ store }: CheckpointDraft, base: CheckpointDraft, { settings }: NodeView): boolean {
	const own = settings.filter(({ path }) => path[1] === "checkpoint_location");
	const isPlace = own.some(({ path }) => path.at(-1) === "url" || path.at(-1) === "path");
	return own.length > 0 && !isPlace && isObjectStore(store) && base.store === store && base[store].url !== "";
}

/** A draft with what a file of variables adds to it, which is where its secrets are then. */
function addSecrets(read: CheckpointDraft, base: CheckpointDraft): CheckpointDraft {
	const { store } = read;
	if (!isObjectStore(store)) return base;
	const { credentials, options, ...texts } = read[store];
	const set = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
	const section = {
		...base[store],
		...set,
		credentials: credentials === "environment" ? base[store].credentials : credentials,
		options: [...base[store].options, ...options],
	};
	return { ...base, [store]: section, secrets: "environment" };
}

function fillSecrets(view: NodeView, text: string): NodeView {
	const readSecret = readSecrets(readYaml(text));
	const settings = view.settings.map((setting) => {
		const { reference } = setting;
		const value = reference && readSecret(reference.secret, reference.key);
		return value === undefined ? setting : { ...setting, value };
	});
	return { ...view, settings };
}
