import * as z from "zod/mini";
import { checkHttpUrl } from "../object-store/endpoint.ts";
import { findPlaceholder, mark } from "../object-store/url.ts";
import type { Finding } from "../problem.ts";
import { type CheckpointDraft, listFieldKeys, type OptionRow } from "./draft.ts";
import { optionalText, pushFinding, requiredText } from "./field.ts";
import { storeFields } from "./fields.ts";
import { locationUrl } from "./location.ts";
import { findRow, optionRows } from "./option-rows.ts";

const fields = storeFields.s3;

const location = { url: locationUrl("s3") };
const connection = {
	aws_region: optionalText(fields.aws_region, judgeRegion),
	aws_endpoint_url: optionalText(fields.aws_endpoint_url, checkHttpUrl),
};

const optionsBeside = (credentials: CheckpointDraft["s3"]["credentials"]) =>
	optionRows("s3", listFieldKeys("s3", credentials));

/** @see object_store 0.13.2, `AmazonS3Builder::build`: refuses to start with half of a key pair. */
function requireWholeKey(payload: z.core.ParsePayload<{ readonly options: readonly OptionRow[] }>): void {
	const { options } = payload.value;
	const id = findRow("s3", options, "aws_access_key_id");
	const secret = findRow("s3", options, "aws_secret_access_key");
	if (id === -1 && secret !== -1) report(secret, fields.aws_access_key_id.missing);
	if (id !== -1 && secret === -1) report(id, fields.aws_secret_access_key.missing);

	function report(row: number, message: string) {
		pushFinding(payload, ["options", row, "key"], { severity: "error", message });
	}
}

/** A region has no grammar of its own, but an endpoint's preset may have left its placeholder. */
function judgeRegion(text: string): Finding | undefined {
	const placeholder = findPlaceholder(text);
	if (!placeholder) return undefined;
	return {
		severity: "error",
		message: `Put your own region in the place of ${placeholder.text}.`,
		range: mark(placeholder),
	};
}

/** `worker.checkpoint_location.s3`, by the kind of credentials. */
export const s3 = {
	access_key: z.object({
		credentials: z.literal("access_key"),
		...location,
		aws_access_key_id: requiredText(fields.aws_access_key_id),
		aws_secret_access_key: requiredText(fields.aws_secret_access_key),
		aws_session_token: optionalText(fields.aws_session_token),
		...connection,
		options: optionsBeside("access_key"),
	}),
	environment: z
		.object({
			credentials: z.literal("environment"),
			...location,
			...connection,
			options: optionsBeside("environment"),
		})
		.check(requireWholeKey),
};
