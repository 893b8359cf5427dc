import * as z from "zod/mini";
import { checkOptionValue } from "../object-store/option-value.ts";
import { type CheckpointDraft, listFieldKeys, type OptionRow } from "./draft.ts";
import { pushFinding, requiredText } from "./field.ts";
import { storeFields } from "./fields.ts";
import { locationUrl } from "./location.ts";
import { findRow, optionRows } from "./option-rows.ts";
import { judgePath } from "./path.ts";

const fields = storeFields.gcs;

const location = { url: locationUrl("gcs") };
const path = "google_service_account_path";
const key = "google_service_account_key";

const optionsBeside = (credentials: CheckpointDraft["gcs"]["credentials"]) =>
	optionRows("gcs", listFieldKeys("gcs", credentials));

/** @see object_store 0.13.2, `GoogleCloudStorageBuilder::build`: refuses to start with both. */
function refuseSecondAccount(payload: z.core.ParsePayload<GcsSection>): void {
	const { options } = payload.value;
	const has = (name: typeof path | typeof key) => name in payload.value || findRow("gcs", options, name) !== -1;
	if (!has(path) || !has(key)) return;
	const second = Math.max(findRow("gcs", options, path), findRow("gcs", options, key));
	pushFinding(payload, ["options", second, "key"], {
		severity: "error",
		message: "A service account's path and its key exclude each other: keep one of them.",
	});
}

interface GcsSection {
	readonly options: readonly OptionRow[];
	readonly [path]?: string;
	readonly [key]?: string;
}

/** `worker.checkpoint_location.gcs`, by the kind of credentials. */
export const gcs = {
	key_file: z
		.object({
			credentials: z.literal("key_file"),
			...location,
			[path]: requiredText(fields[path], judgePath),
			options: optionsBeside("key_file"),
		})
		.check(refuseSecondAccount),
	inline_key: z
		.object({
			credentials: z.literal("inline_key"),
			...location,
			[key]: requiredText(fields[key], (text) => checkOptionValue("json", text)),
			options: optionsBeside("inline_key"),
		})
		.check(refuseSecondAccount),
	environment: z
		.object({ credentials: z.literal("environment"), ...location, options: optionsBeside("environment") })
		.check(refuseSecondAccount),
};
