import { type CheckpointDraft, listFieldKeys } from "../draft/draft.ts";
import { readOption } from "../draft/read-option.ts";
import type { OpenedFile } from "../formats/toml/open-file.ts";
import { removeItems } from "../formats/toml/remove.ts";
import { firstOf, type Leaf } from "../formats/toml/tree.ts";
import { findOption } from "../object-store/option.ts";
import { checkOptionValue } from "../object-store/option-value.ts";
import type { TextProblem } from "../problem.ts";
import type { ObjectStore } from "../stores/stores.ts";
import type { UnplacedProblem } from "../text/file-problem.ts";

/**
 * What Polars makes of options that a file sets to an empty text, which is not the same as leaving them out, and the
 * fix that leaves them out.
 *
 * @param leaves The settings of a store's table.
 * @returns A problem for each, by its leaf; none for all but the first of credentials that are empty altogether, of which
 * one is said. A leaf isn't there where leaving it out would leave half of the credentials, or where another key would
 * still be missing: that is for the schema to say.
 * @see object_store 0.13.2, `build` in src/aws/builder.rs, src/gcp/builder.rs and src/azure/builder.rs.
 */
export function lintEmpty(
	file: OpenedFile,
	store: ObjectStore,
	draft: CheckpointDraft,
	leaves: Iterable<Leaf>,
	docs: string,
): Map<Leaf, UnplacedProblem | undefined> {
	const settings = [...leaves].flatMap((leaf) => {
		const option = findOption(store, String(leaf.path.at(-1)));
		return option ? [{ leaf, key: option.key }] : [];
	});
	const shared = listFieldKeys(store, "environment");
	const own = listFieldKeys(store, draft[store].credentials).filter((key) => !shared.includes(key));
	const credentials = settings.filter(({ key }) => own.includes(key));
	const needed = credentials.filter(({ key }) => key !== optionalCredential);
	const areLeftEmpty = needed.every(({ leaf }) => isEmptyText(store, leaf));
	const toProblem = (outcome: Outcome, title: string, goes: readonly Leaf[], leaf: Leaf): UnplacedProblem => ({
		...outcome,
		code: "empty-value",
		path: leaf.path,
		range: firstOf(leaf),
		docs,
		fix: { title, edits: removeItems(file.document.text, goes) },
	});
	const problems = new Map<Leaf, UnplacedProblem | undefined>();
	const empty = settings.filter(({ leaf }) => isEmptyText(store, leaf));
	const group = empty.filter(({ key }) => own.includes(key)).map(({ leaf }) => leaf);
	for (const { leaf, key } of empty) {
		if (key === "azure_storage_account_name") continue;
		if (own.includes(key) && areLeftEmpty) {
			const isFirst = leaf === group[0];
			const title = group.length > 1 ? "Remove the empty ones" : "Remove it";
			problems.set(leaf, isFirst ? toProblem(noCredentials, title, group, leaf) : undefined);
		} else if (!own.includes(key) || key === optionalCredential) {
			problems.set(leaf, toProblem(explain(draft, store, key), "Remove it", [leaf], leaf));
		}
	}
	return problems;
}

/** The one credential that goes with others and may be left out. */
const optionalCredential = "aws_session_token";

/** Whether an option is set to a text that holds nothing; of what is no secret, white space is nothing. */
export function isEmptyText(store: ObjectStore, { path, value }: Leaf): boolean {
	if (value.kind !== "string") return false;
	const isSecret = findOption(store, String(path.at(-1)))?.secret ?? false;
	return (isSecret ? value.value : value.value.trim()) === "";
}

type Outcome = Pick<TextProblem, "severity" | "message">;

const noCredentials: Outcome = {
	severity: "error",
	message: "Remove the empty credentials: Polars uses them, and not the workers' own.",
};

function explain(draft: CheckpointDraft, store: ObjectStore, key: string): Outcome {
	const hasEndpoint = ["aws_endpoint_url", "aws_endpoint_url_s3"].some((other) => readOption(draft, "s3", other)?.text);
	switch (key) {
		case "aws_region":
			return hasEndpoint
				? { severity: "warning", message: "Remove the empty region: Polars signs requests for it." }
				: { severity: "error", message: "Remove the empty region: with it, the host is s3..amazonaws.com." };
		case "aws_endpoint_url":
		case "aws_endpoint_url_s3":
			return {
				severity: "error",
				message: "Remove the empty address: Polars stops at it with RelativeUrlWithoutBase.",
			};
		case "aws_session_token":
			return { severity: "warning", message: "Remove the empty token: Polars sends it as an empty header." };
		default: {
			const type = findOption(store, key)?.type ?? "string";
			const refused = checkOptionValue(type, "");
			return refused
				? { severity: "error", message: `${refused.message} Or remove it.` }
				: { severity: "warning", message: "Remove this empty value: Polars uses it as it is." };
		}
	}
}
