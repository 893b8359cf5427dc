import * as z from "zod/mini";
import { parseLocation } from "../object-store/location.ts";
import { checkAccountName } from "../object-store/store-url.ts";
import type { OptionRow } from "./draft.ts";
import { optionalText, pushFinding, requiredText } from "./field.ts";
import { storeFields } from "./fields.ts";
import { locationUrl } from "./location.ts";
import { optionRows } from "./option-rows.ts";
import { needsAccountName } from "./setting.ts";

const fields = storeFields.abs;

const location = {
	url: locationUrl("abs"),
	azure_storage_account_name: optionalText(fields.azure_storage_account_name, checkAccountName),
};

interface AccountNames {
	readonly url: string;
	readonly azure_storage_account_name: string;
	readonly options: readonly OptionRow[];
}

/**
 * A URL that can't be read may have been meant to hold the name.
 *
 * @see object_store 0.13.2, `MicrosoftAzureBuilder::build`: refuses to start without an account's name.
 */
function requireAccountName(payload: z.core.ParsePayload<AccountNames>): void {
	const { url, azure_storage_account_name: name } = payload.value;
	const parsed = parseLocation("abs", url);
	if (name !== "" || !parsed.ok || parsed.account !== undefined || !needsAccountName(payload.value)) return;
	pushFinding(payload, ["azure_storage_account_name"], {
		severity: "error",
		message: "Enter the storage account's name: the URL doesn't hold it.",
	});
}

/** `worker.checkpoint_location.abs`, by the kind of credentials. */
export const abs = {
	shared_key: z
		.object({
			credentials: z.literal("shared_key"),
			...location,
			azure_storage_account_key: requiredText(fields.azure_storage_account_key),
			options: optionRows("abs", "shared_key"),
		})
		.check(requireAccountName),
	shared_access_signature: z
		.object({
			credentials: z.literal("shared_access_signature"),
			...location,
			azure_storage_sas_key: requiredText(fields.azure_storage_sas_key),
			options: optionRows("abs", "shared_access_signature"),
		})
		.check(requireAccountName),
	service_principal: z
		.object({
			credentials: z.literal("service_principal"),
			...location,
			azure_storage_tenant_id: requiredText(fields.azure_storage_tenant_id),
			azure_storage_client_id: requiredText(fields.azure_storage_client_id),
			azure_storage_client_secret: requiredText(fields.azure_storage_client_secret),
			options: optionRows("abs", "service_principal"),
		})
		.check(requireAccountName),
	environment: z
		.object({ credentials: z.literal("environment"), ...location, options: optionRows("abs", "environment") })
		.check(requireAccountName),
};
