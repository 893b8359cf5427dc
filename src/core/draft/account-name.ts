import type * as z from "zod/mini";
import { parseLocation } from "../object-store/location.ts";
import type { CheckpointDraft } from "./draft.ts";
import { pushProblem } from "./field.ts";
import { needsAccountName } from "./setting.ts";

/**
 * A URL that can't be read may have been meant to hold the name.
 *
 * @see object_store 0.13.2, `MicrosoftAzureBuilder::build`: refuses to start without an account's name.
 */
export function requireAccountName(payload: z.core.ParsePayload<CheckpointDraft["abs"]>): void {
	const { url, azure_storage_account_name: name } = payload.value;
	const parsed = parseLocation("abs", url);
	if (name !== "" || !needsAccountName(payload.value)) return;
	if (parsed.ok ? parsed.account !== undefined : parsed.problem.severity === "error") return;
	pushProblem(payload, ["azure_storage_account_name"], {
		code: "missing-value",
		severity: "error",
		message: "Enter the storage account's name: the URL doesn't contain it.",
	});
}
