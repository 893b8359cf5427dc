import { type CheckpointDraft, listFieldKeys } from "../config/draft.ts";
import { readOption } from "../config/read-option.ts";
import { findOption, type ObjectStore } from "../object-store/option.ts";
import { checkOptionValue } from "../object-store/option-value.ts";
import type { Finding } from "../problem.ts";
import type { File, Remark } from "./file-problem.ts";
import { removeItems } from "./remove.ts";
import { firstOf, type Leaf } from "./tree.ts";

/**
 * What Polars makes of options that a file sets to an empty text, which is not the same as leaving them out, and the
 * repair that leaves them out.
 *
 * @param leaves The settings of a store's table.
 * @returns A remark for each, by its leaf. There is none where leaving it out would leave half of the credentials, or
 * where another key would still be missing: that is for the schema to say.
 * @see object_store 0.13.2, `build` in src/aws/builder.rs, src/gcp/builder.rs and src/azure/builder.rs.
 */
export function lintEmpty(
	file: File,
	store: ObjectStore,
	draft: CheckpointDraft,
	leaves: Iterable<Leaf>,
	docs: string,
): Map<Leaf, Remark> {
	const settings = [...leaves].flatMap((leaf) => {
		const option = findOption(store, String(leaf.path.at(-1)));
		return option ? [{ leaf, option }] : [];
	});
	const shared = listFieldKeys(store, "environment");
	const own = listFieldKeys(store, draft[store].credentials).filter((key) => !shared.includes(key));
	const credentials = settings.filter(({ option }) => own.includes(option.key));
	const needed = credentials.filter(({ option }) => option.key !== "aws_session_token");
	const isLeftEmpty = needed.every(({ leaf }) => isEmpty(leaf));
	const remarks = new Map<Leaf, Remark>();
	for (const { leaf, option } of settings) {
		if (!isEmpty(leaf) || option.key === "azure_storage_account_name") continue;
		const isCredential = own.includes(option.key);
		if (isCredential && !isLeftEmpty && option.key !== "aws_session_token") continue;
		const goes = isCredential && isLeftEmpty ? credentials.map((setting) => setting.leaf).filter(isEmpty) : [leaf];
		const { severity, message } = isCredential && isLeftEmpty ? unused : explain(draft, store, option.key);
		remarks.set(leaf, {
			severity,
			message,
			path: leaf.path,
			range: firstOf(leaf),
			docs,
			fix: {
				title: goes.length > 1 ? "Remove what is empty" : "Remove it",
				edits: removeItems(file.document.text, goes),
			},
		});
	}
	return remarks;
}

/** Whether a setting is a text that holds nothing, or nothing but white space. */
export function isEmpty({ value }: Leaf): boolean {
	return value.kind === "string" && value.value.trim() === "";
}

type Outcome = Pick<Finding, "severity" | "message">;

const unused: Outcome = {
	severity: "error",
	message: "An empty text isn't left out: Polars uses it, and not what the worker's environment has.",
};

function explain(draft: CheckpointDraft, store: ObjectStore, key: string): Outcome {
	const hasEndpoint = ["aws_endpoint_url", "aws_endpoint_url_s3"].some((other) => readOption(draft, "s3", other)?.text);
	switch (key) {
		case "aws_region":
			return hasEndpoint
				? { severity: "warning", message: "An empty region isn't left out: requests are signed for it." }
				: { severity: "error", message: "An empty region isn't left out: the host becomes s3..amazonaws.com." };
		case "aws_endpoint_url":
		case "aws_endpoint_url_s3":
			return {
				severity: "error",
				message: "An empty address isn't left out: Polars stops at it, RelativeUrlWithoutBase.",
			};
		case "aws_session_token":
			return { severity: "warning", message: "An empty token isn't left out: it is sent as an empty header." };
		default: {
			const type = findOption(store, key)?.type ?? "string";
			const refused = checkOptionValue(type, "");
			return refused
				? { severity: "error", message: `An empty text isn't left out. ${refused.message}` }
				: { severity: "warning", message: "An empty text isn't left out: Polars takes it as it stands." };
		}
	}
}
