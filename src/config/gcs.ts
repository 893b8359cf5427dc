import * as z from "zod/mini";
import { checkOptionValue } from "../object-store/option-value.ts";
import { requiredText } from "./field.ts";
import { storeFields } from "./fields.ts";
import { locationUrl } from "./location.ts";
import { optionRows } from "./option-rows.ts";
import { judgePath } from "./path.ts";

const fields = storeFields.gcs;

const location = { url: locationUrl("gcs") };

/** `worker.checkpoint_location.gcs`, by the kind of credentials. */
export const gcs = {
	key_file: z.object({
		credentials: z.literal("key_file"),
		...location,
		google_service_account_path: requiredText(fields.google_service_account_path, judgePath),
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
