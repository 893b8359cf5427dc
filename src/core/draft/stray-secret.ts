import { isAmazonKeyId } from "../object-store/credential-shape.ts";
import { findOption } from "../object-store/option.ts";
import type { Fix, TextProblem } from "../problem.ts";
import { isObjectStore } from "../stores/stores.ts";
import { type CheckpointDraft, listSectionKeys } from "./draft.ts";
import { fields } from "./fields.ts";
import { findStraySecret, isSecretField } from "./secret.ts";
import { listSettings } from "./setting.ts";

/**
 * Secrets that stand where none belongs: an error where there is nothing else in the text, and a warning where there is,
 * since a name may look like one. No message and no title says what was found.
 */
export function adviseStraySecrets(draft: CheckpointDraft): (readonly [field: string, problem: TextProblem])[] {
	const { store } = draft;
	const texts = [
		...listSettings(draft).flatMap(({ field, value }) =>
			field === undefined || typeof value !== "string" ? [] : [[field, value] as const],
		),
		...(isObjectStore(store)
			? draft[store].options.map(({ key }, index) => [`${store}.options.${index}.key`, key] as const)
			: []),
		["schema", draft.schema] as const,
	];
	return texts.flatMap(([field, text]): [string, TextProblem][] => {
		if (isSecretField(draft, field)) return [];
		const found = findStraySecret(field, text);
		return found ? [[field, found === "all" ? explainAll(draft, field, text.trim()) : looksLikeSecret]] : [];
	});
}

const looksLikeSecret: TextProblem = {
	code: "possible-secret",
	severity: "warning",
	message: "Part of this looks like a secret key, so links leave it out. If it is one, remove it here too.",
};

function explainAll(draft: CheckpointDraft, field: string, text: string): TextProblem {
	const fix = field.endsWith(".key") ? undefined : (swap(draft, field, text) ?? move(draft, field, text));
	const what = draft.store === "s3" && field !== "s3.aws_session_token" ? "the secret access key" : "a secret";
	return {
		code: "stray-secret",
		severity: "error",
		message: fix
			? `This looks like ${what}, and this field isn't kept secret. Move it to the right field.`
			: `This looks like ${what}, and this field isn't kept secret. Remove it.`,
		...(fix && { fix }),
	};
}

/** Swaps the halves of a key pair, where each has the shape of the other. */
function swap(draft: CheckpointDraft, field: string, text: string): Fix | undefined {
	const { aws_secret_access_key: secret, credentials } = draft.s3;
	if (field !== "s3.aws_access_key_id" || credentials !== "access_key" || !isAmazonKeyId(secret.trim()))
		return undefined;
	return {
		title: "Swap the two",
		text: secret.trim(),
		also: [{ target: "s3.aws_secret_access_key", text }],
	};
}

/** Moves the text to the secret that the chosen credentials still lack, if the text has the shape of that one. */
function move(draft: CheckpointDraft, field: string, text: string): Fix | undefined {
	if (!isObjectStore(draft.store)) return undefined;
	const section: Readonly<Record<string, unknown>> = { ...draft[draft.store] };
	const target = listSectionKeys(draft)
		.map((key) => `${draft.store}.${key}`)
		.find((name) => fields.get(name)?.secret && fields.get(name)?.missing !== undefined);
	const key = target?.split(".")[1] ?? "";
	const fits = shapes[key]?.test(text) ?? false;
	if (target === undefined || section[key] !== "" || !fits) return undefined;
	const option = /\.options\.(\d+)\.value$/.exec(field);
	const own = option
		? findOption(draft.store, draft[draft.store].options[Number(option[1])]?.key ?? "")?.key
		: undefined;
	return {
		title: `Move it to ${fields.get(target)?.title}`,
		text,
		target,
		also: [{ target: own === undefined ? field : `${draft.store}.options.${own}`, text: "" }],
	};
}

/** What a secret must look like to be the one that a field is for. */
const shapes: Readonly<Record<string, RegExp>> = {
	aws_secret_access_key: /^(?!eyJ)[\w+/.~-]{28,64}=?$/,
	azure_storage_account_key: /^[A-Za-z\d+/]{86}==$/,
	azure_storage_client_secret: /^(?!eyJ)[\w.~-]{32,44}$/,
};
