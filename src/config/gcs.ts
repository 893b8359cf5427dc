import * as z from "zod/mini";
import { checkOptionValue } from "../object-store/option-value.ts";
import type { Finding } from "../problem.ts";
import { requiredText } from "./field.ts";
import { storeFields } from "./fields.ts";
import { locationUrl } from "./location.ts";
import { optionRows } from "./option-rows.ts";

const fields = storeFields.gcs;

const location = { url: locationUrl("gcs") };

/** Judges the path of a key file; a key that was pasted in its place can move to where it belongs. */
function judgeKeyPath(text: string): Finding | undefined {
	const finding = checkOptionValue("path", text);
	if (!finding || !/^\s*\{/.test(text)) return finding;
	const message = "Expected the path of a key file, found the key itself.";
	const wrong = checkOptionValue("json", text);
	const key = wrong ? wrong.fix?.text : text;
	if (key === undefined) return { severity: "error", message };
	const also = [
		{ target: "gcs.credentials", text: "inline_key" },
		{ target: "gcs.google_service_account_path", text: "" },
	];
	const target = "gcs.google_service_account_key";
	return { severity: "error", message, fix: { title: "Use an inline key", text: key, target, also } };
}

/** `worker.checkpoint_location.gcs`, by the kind of credentials. */
export const gcs = {
	key_file: z.object({
		credentials: z.literal("key_file"),
		...location,
		google_service_account_path: requiredText(fields.google_service_account_path, judgeKeyPath),
		options: optionRows("gcs", "key_file"),
	}),
	inline_key: z.object({
		credentials: z.literal("inline_key"),
		...location,
		google_service_account_key: requiredText(fields.google_service_account_key, (text) =>
			checkOptionValue("json", text),
		),
		options: optionRows("gcs", "inline_key"),
	}),
	environment: z.object({
		credentials: z.literal("environment"),
		...location,
		options: optionRows("gcs", "environment"),
	}),
};
