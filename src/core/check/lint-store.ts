import type * as z from "zod/mini";
import { checkDraft } from "../draft/check.ts";
import { findKindOf, isExclusive } from "../draft/credentials.ts";
import { type CheckpointDraft, defaultDraft, listFieldKeys } from "../draft/draft.ts";
import { fields } from "../draft/fields.ts";
import { explainRepeatedKey } from "../draft/option-rows.ts";
import { readOption } from "../draft/read-option.ts";
import { isSecretField } from "../draft/secret.ts";
import type { OpenedFile } from "../formats/toml/open-file.ts";
import { removeItems } from "../formats/toml/remove.ts";
import { readSection, type Section } from "../formats/toml/section.ts";
import type { Entry } from "../formats/toml/statement.ts";
import { firstOf, type Item, type Leaf, type Table } from "../formats/toml/tree.ts";
import { unwrap } from "../node-file/node-key.ts";
import { parseLocation } from "../object-store/location.ts";
import { findOption } from "../object-store/option.ts";
import { checkOptionValue } from "../object-store/option-value.ts";
import { type BareProblem, type Fix, namePath, type Problem, type TextProblem } from "../problem.ts";
import type { StoreOption } from "../stores/store.ts";
import { isObjectStore, type Store, stores } from "../stores/stores.ts";
import type { UnplacedProblem } from "../text/file-problem.ts";
import { askForKind, explainUnused } from "../text/wording.ts";
import { isEmptyText, lintEmpty } from "./lint-empty.ts";
import { lintUnknownOption } from "./lint-unknown-option.ts";
import { aboutText, lintKnown, wrongType } from "./lint-value.ts";
import { writeStoreFix } from "./store-fixes.ts";

/**
 * Judges the table of a store by the rules that the form has for it: its URL and options one by one, and together.
 *
 * @param shape Schemas of the keys that the table may have.
 */
export function lintStoreTable(
	file: OpenedFile,
	store: Store,
	table: Table,
	shape: Readonly<Record<string, z.core.$ZodType>>,
): UnplacedProblem[] {
	const problems: UnplacedProblem[] = [];
	const unknown: UnplacedProblem[] = [];
	const set = new Set([...table.children.keys()].map((key) => findKey(store, key)));
	const first = new Map<StoreOption, string>();
	const judged = new Map<string, Item>();
	for (const [key, item] of table.children) {
		const option = isObjectStore(store) ? findOption(store, key) : undefined;
		const schema = Object.hasOwn(shape, option?.key ?? key) ? shape[option?.key ?? key] : undefined;
		const isUnknown = isObjectStore(store) && !option && key !== "url";
		if (isUnknown && schema && item.kind === "leaf") problems.push(...lintKnown(file, item, unwrap(schema)));
		else if (isUnknown) unknown.push(...lintUnknownOption({ file, store, table, set }, item));
		else if (option && first.has(option)) problems.push(aboutRepeated(file, store, item, first.get(option) ?? ""));
		else {
			if (option) first.set(option, key);
			judged.set(key, item);
			const known = schema && unwrap(schema);
			if (item.kind !== "leaf") problems.push(aboutTable(store, item));
			else if (known && item.value.kind !== "string") problems.push(wrongType(item, known));
		}
	}
	const section = readSection(store, { ...table, children: judged });
	const draft = { ...defaultDraft, store, [store]: section.draft } as CheckpointDraft;
	const isWrongAlready = new Set(problems.map(({ path }) => namePath(path)));
	const leaves = new Map(
		[...judged.values()].flatMap((item) => (item.kind === "leaf" ? [[item.entry, item] as const] : [])),
	);
	const meant = new Set(unknown.map(({ fix }) => fix?.title));
	const empty = isObjectStore(store)
		? lintEmpty(file, store, draft, leaves.values(), docsOf(store, ""))
		: new Map<Leaf, UnplacedProblem | undefined>();
	const unused = lintUnused(file, store, section, judged.values());
	const isUnused = new Set(unused.map(({ path }) => namePath(path)));
	problems.push(...[...empty.values()].filter((problem) => problem !== undefined), ...unused);
	for (const problem of checkDraft(draft).problems) {
		if (!isRelevant(problem, table) || meant.has(String(problem.path.at(-1)))) continue;
		const leaf = findLeaf(section, leaves, problem);
		if (leaf && empty.has(leaf)) continue;
		if (!leaf && file.isPartial && isAbsence(problem)) continue;
		const placed = aboutProblem(file, store, table, section, draft, leaf, problem);
		const place = namePath(placed.path);
		const isSaid = isUnused.has(place) && problem.severity !== "error";
		if (!isWrongAlready.has(place) && !isSaid) problems.push(placed);
	}
	const isWrong = new Set(problems.filter(({ severity }) => severity === "error").map(({ path }) => namePath(path)));
	for (const [field, entry] of section.entries) {
		const leaf = leaves.get(entry);
		if (!leaf || empty.has(leaf) || isSecretField(draft, field) || isWrong.has(namePath(leaf.path))) continue;
		const space = judgeSpace(store, leaf);
		if (space) problems.push(aboutText(file, leaf, space, undefined, docsOf(store, field)));
	}
	return [...problems, ...unknown];
}

/** The option that a key sets, by our own key. */
function findKey(store: Store, key: string): string | undefined {
	return isObjectStore(store) ? findOption(store, key)?.key : undefined;
}

function docsOf(store: Store, field: string): string {
	return fields.get(field)?.docs ?? stores[store].docs;
}

/** What the form says of checkpoints alone isn't said of other data: where it is best kept, and how it travels. */
function isRelevant({ path: [, key], severity }: Problem, table: Table): boolean {
	if (table.path.includes("checkpoint_location")) return true;
	return severity === "error" || (severity === "warning" && key !== "url" && key !== "path");
}

function aboutRepeated(file: OpenedFile, store: Store, item: Item, other: string): UnplacedProblem {
	return {
		...explainRepeatedKey(String(item.path.at(-1)), other),
		path: item.path,
		range: firstOf(item),
		docs: docsOf(store, ""),
		fix: { title: `Keep ${other}`, edits: removeItems(file.document.text, [item]) },
	};
}

function aboutTable(store: Store, item: Item): UnplacedProblem {
	return {
		code: "wrong-type",
		severity: "error",
		message: askForKind("text in quotes", "a table"),
		path: item.path,
		range: firstOf(item),
		docs: docsOf(store, ""),
	};
}

/** The setting that a problem of the form is about, if the file has it. */
function findLeaf({ entries }: Section, leaves: ReadonlyMap<Entry, Leaf>, { path }: Problem): Leaf | undefined {
	const entry = entries.get(path.join(".").replace(/\.key$/, ".value"));
	return entry && leaves.get(entry);
}

/** A problem with the form's field as one with what sets it in the file, or with the table that lacks it. */
function aboutProblem(
	file: OpenedFile,
	store: Store,
	table: Table,
	{ entries }: Section,
	draft: CheckpointDraft,
	leaf: Leaf | undefined,
	problem: Problem,
): UnplacedProblem {
	const field = problem.path.join(".");
	const page = docsOf(store, field);
	const write = (fix: Fix) => writeStoreFix(file, store, table, entries, field, fix);
	if (leaf && !field.endsWith(".key")) return aboutText(file, leaf, problem, undefined, page, write);
	const { code, severity, message, fix } = problem;
	if (leaf) {
		const range = leaf.entry.key.at(-1) ?? leaf.entry.key[0];
		return { code, severity, message, path: leaf.path, range, docs: page };
	}
	const key = String(problem.path.at(-1));
	const partner = findPartner(store, draft, entries, key);
	const fileFix = fix && write(fix);
	return {
		...(isAbsence(problem) ? explainMissing(key) : { code, severity, message }),
		path: [...table.path, key],
		range: partner?.key.at(-1) ?? firstOf(table),
		docs: page,
		...(fileFix && { fix: fileFix }),
	};
}

/** Whether a problem is that a field is empty. */
function isAbsence({ severity, fix }: Problem): boolean {
	return severity === "error" && !fix;
}

/** A file needn't say all: whatever it lacks can be set by a variable. */
function explainMissing(key: string): BareProblem {
	return {
		code: "missing-value",
		severity: "warning",
		message: `${key} is not set here. Set it, unless another source does, such as an environment variable.`,
	};
}

/** Credentials of another kind than the one that counts. */
function lintUnused(file: OpenedFile, store: Store, { draft }: Section, items: Iterable<Item>): UnplacedProblem[] {
	if (!isObjectStore(store) || !("credentials" in draft)) return [];
	const known = [...items].flatMap((item) => {
		const key = findOption(store, String(item.path.at(-1)))?.key ?? "";
		const kind = findKindOf(store, key);
		return kind === undefined ? [] : [{ item, key, kind }];
	});
	const first = known.find(({ kind }) => kind === draft.credentials);
	if (!first || (first.item.kind === "leaf" && isEmptyText(store, first.item))) return [];
	const decisive = first.key;
	const unused = known.filter(({ kind }) => kind !== draft.credentials);
	return unused.map(({ item, key }): UnplacedProblem => {
		const about = {
			code: "two-credentials",
			path: item.path,
			range: firstOf(item),
			docs: docsOf(store, `${store}.${key}`),
			fix: { title: `Keep ${decisive}`, edits: removeItems(file.document.text, [item]) },
		} as const;
		return isExclusive(store)
			? { severity: "error", message: `${decisive} and ${key} can't both be set. Keep one of them.`, ...about }
			: { severity: "warning", message: explainUnused(decisive), ...about };
	});
}

/** What shows that a key is missing: the endpoint that wants a region, the half of the credentials that is there. */
function findPartner(
	store: Store,
	draft: CheckpointDraft,
	entries: Section["entries"],
	missing: string,
): Entry | undefined {
	if (!isObjectStore(store)) return undefined;
	const others = listFieldKeys(store, "environment");
	const own = listFieldKeys(store, draft[store].credentials).filter((key) => !others.includes(key));
	const keys = missing === "aws_region" ? ["aws_endpoint_url_s3", "aws_endpoint_url"] : own;
	const fields = keys.flatMap((key) => readOption(draft, store, key)?.field ?? []);
	return fields.map((field) => entries.get(field)).find((entry) => entry !== undefined);
}

/** The form drops white space around a text; Polars doesn't. */
function judgeSpace(store: Store, { path, value }: Leaf): TextProblem | undefined {
	if (value.kind !== "string" || value.value === value.value.trim()) return undefined;
	const text = value.value;
	const key = String(path.at(-1));
	return {
		code: "surrounding-space",
		severity: isRefused(store, key, text) ? "error" : "warning",
		message: "Remove the white space around this: Polars reads it as part of the value.",
		fix: { title: "Remove the space", text: text.trim() },
	};
}

function isRefused(store: Store, key: string, text: string): boolean {
	if (!isObjectStore(store)) return !text.startsWith("/");
	if (key === "url") return !parseLocation(store, text).ok;
	const option = findOption(store, key);
	return option !== undefined && checkOptionValue(option.type, text) !== undefined;
}
