import * as z from "zod/mini";
import { checkHttpUrl } from "../object-store/endpoint.ts";
import { optionalText, requiredText } from "./field.ts";
import { storeFields } from "./fields.ts";
import { locationUrl } from "./location.ts";
import { optionRows } from "./option-rows.ts";

const fields = storeFields.s3;

const location = { url: locationUrl("s3") };
const connection = {
	aws_region: optionalText(fields.aws_region),
	aws_endpoint_url: optionalText(fields.aws_endpoint_url, checkHttpUrl),
};

/** `worker.checkpoint_location.s3`, by the kind of credentials. */
export const s3 = {
	access_key: z.object({
		credentials: z.literal("access_key"),
		...location,
		aws_access_key_id: requiredText(fields.aws_access_key_id),
		aws_secret_access_key: requiredText(fields.aws_secret_access_key),
		aws_session_token: optionalText(fields.aws_session_token),
		...connection,
		options: optionRows("s3", "access_key"),
	}),
	environment: z.object({
		credentials: z.literal("environment"),
		...location,
		...connection,
		options: optionRows("s3", "environment"),
	}),
};
