import * as z from "zod/mini";
import { defaultDraft } from "./draft.ts";
import { choice } from "./field.ts";
import { kubernetesFields } from "./fields.ts";

/** A text that is taken as it is: what is wrong with it is for the output to say that reads it. */
function textOr(start: string) {
	return z._default(z.string("Write text in quotes.").check(z.trim()), start);
}

const start = defaultDraft.kubernetes;

/** The `kubernetes` of a configuration: what workers that run as pods need beside the settings themselves. */
export const kubernetesTexts = z._default(
	z.object({
		service_account: textOr(start.service_account),
		volume: choice(kubernetesFields.volume),
		claim: textOr(start.claim),
		nfs_server: textOr(start.nfs_server),
		nfs_export: textOr(start.nfs_export),
		storage_class: textOr(start.storage_class),
		claim_size: textOr(start.claim_size),
	}),
	start,
);
