import { adviseHttpUrl, usesPlainHttp } from "../object-store/endpoint.ts";
import { adviseLocation, parseLocation } from "../object-store/location.ts";
import { describeSince, findOption } from "../object-store/option.ts";
import { noteOption } from "../object-store/option-note.ts";
import { adviseOptionValue } from "../object-store/option-value.ts";
import { advisePlaceholder, findPlaceholder, isPlaceholder } from "../object-store/placeholder.ts";
import type { Problem, TextProblem } from "../problem.ts";
import { isObjectStore, type ObjectStore } from "../stores/stores.ts";
import { explainUnused } from "../text/wording.ts";
import { adviseCredentials } from "./credential-rules.ts";
import type { CheckpointDraft } from "./draft.ts";
import { adviseEndpoint } from "./endpoint-rules.ts";
import { explainUnknownKey } from "./option-rows.ts";
import { advisePeriod } from "./period.ts";
import { type Placed, toProblems } from "./placed.ts";
import { adviseRegion } from "./region-rules.ts";
import { isSecretField } from "./secret.ts";
import { listSettings } from "./setting.ts";
import { advisePath } from "./shared-path.ts";
import { adviseStraySecrets } from "./stray-secret.ts";

/**
 * What is to be said of a draft beside what its schema says of each field: what is lawful and does not do what was meant
 * (`warning`), or could be better (`advice`), and errors that only several fields together show. Of a placeholder, and of a
 * secret in the wrong place, nothing else is said.
 *
 * @see docs: the checkpointing page; Polars issue 28150 for the period; object_store 0.13.2 for the options.
 */
export function adviseDraft(draft: CheckpointDraft): Problem[] {
	const { store } = draft;
	const placeholders = advisePlaceholders(draft);
	const standsForOther = new Set(placeholders.map(([field]) => field));
	const placed: readonly Placed[] = [
		["period", advisePeriod(draft.period.trim())],
		["shuffle", draft.shuffle === "shared" ? sharedShuffle : undefined],
		...(isObjectStore(store)
			? [
					...adviseStore(draft, store),
					...adviseOptions(draft, store),
					...adviseEndpoint(draft),
					...(store === "s3" ? adviseRegion(draft) : []),
					...adviseCredentials(draft),
					...adviseSecrets(draft),
				]
			: ([[`${store}.path`, advisePath(draft[store].path.trim())]] as const)),
	];
	const stray = adviseStraySecrets(draft);
	const isNoName = new Set(stray.map(([field]) => field));
	const said = placed.filter(([field]) => !standsForOther.has(field) && !isNoName.has(field));
	const isWrong = new Set(said.flatMap(([field, problem]) => (problem?.severity === "error" ? [field] : [])));
	const rest = said.filter(([field, problem]) => problem?.severity === "error" || !isWrong.has(field));
	return toProblems([...stray, ...placeholders, ...rest]);
}

/** A secret may hold what looks like a placeholder, and no message repeats any of it. */
function advisePlaceholders(draft: CheckpointDraft): Placed[] {
	return listSettings(draft).flatMap(({ field, value }): Placed[] => {
		if (field === undefined || typeof value !== "string") return [];
		const isSecret = isSecretField(draft, field);
		if (isSecret ? !isPlaceholder(value) : !findPlaceholder(value)) return [];
		const message = "Replace this with your own value: nothing else replaces it.";
		return [[field, isSecret ? { code: "placeholder", severity: "warning", message } : advisePlaceholder(value)]];
	});
}

/** Why a checkpoint is no use where shuffles go to shared storage. */
export const sharedShuffle: TextProblem = {
	code: "shuffle-on-shared-storage",
	severity: "warning",
	message:
		"Checkpoints have no effect here: shuffles on shared storage already keep the state that a checkpoint would store.",
};

function adviseStore(draft: CheckpointDraft, store: ObjectStore): Placed[] {
	const url = draft[store].url.trim();
	const location = parseLocation(store, url);
	const placed: Placed[] = adviseLocation(store, url).map((problem) => [`${store}.url`, problem]);
	if (store === "s3") {
		const endpoint = draft.s3.aws_endpoint_url.trim();
		placed.push(["s3.aws_endpoint_url", adviseHttpUrl(endpoint)]);
		if (usesPlainHttp(endpoint) && draft.s3.credentials === "access_key") {
			placed.push(["s3.aws_endpoint_url", plainHttp]);
		}
	}
	if (store === "gcs") {
		const path = draft.gcs.google_service_account_path.trim();
		if (draft.gcs.credentials === "key_file") {
			placed.push(["gcs.google_service_account_path", adviseOptionValue("path", path)]);
		}
	}
	const name = draft.abs.azure_storage_account_name.trim();
	if (store === "abs" && location.ok && location.account !== undefined && name !== "" && name !== location.account) {
		placed.push([
			"abs.azure_storage_account_name",
			{
				code: "name-mismatch",
				severity: "warning",
				message: `The URL names another account, ${location.account}, which Polars uses instead.`,
				fix: { title: `Use ${location.account}`, text: location.account },
			},
		]);
	}
	return placed;
}

const plainHttp: TextProblem = {
	code: "plain-http",
	severity: "advice",
	message: "Plain http does not encrypt checkpoints, and others can read each request's signature.",
};

function adviseOptions(draft: CheckpointDraft, store: ObjectStore): Placed[] {
	const rows = draft[store].options;
	const read = (key: string) => {
		const row = rows.find((row) => findOption(store, row.key)?.key === key);
		const section: Readonly<Record<string, unknown>> = draft[store];
		return row?.value.trim() ?? String(section[key] ?? "").trim();
	};
	return rows.flatMap((row, index): Placed[] => {
		const option = findOption(store, row.key);
		const field = `${store}.options.${index}`;
		if (!option) {
			const unknown = explainUnknownKey(store, row.key);
			// Errors are the schema's to say.
			return unknown.severity === "error" ? [] : [[`${field}.key`, unknown]];
		}
		const placed: Placed[] = [];
		const since = describeSince(option);
		if (since) placed.push([`${field}.key`, { code: "recent-release", severity: "advice", message: since }]);
		placed.push([`${field}.value`, noteOption(option, row.value.trim(), read)]);
		placed.push([`${field}.value`, adviseOptionValue(option.type, row.value.trim())]);
		if (option.type === "url" && usesPlainHttp(row.value.trim()) && option.key.includes("endpoint")) {
			placed.push([`${field}.value`, plainHttp]);
		}
		if (option.key === "aws_endpoint_url_s3" && draft.s3.aws_endpoint_url.trim() !== "") {
			placed.push([
				"s3.aws_endpoint_url",
				{
					code: "unused-option",
					severity: "warning",
					message: explainUnused("aws_endpoint_url_s3, among the options below,"),
				},
			]);
		}
		return placed;
	});
}

function adviseSecrets(draft: CheckpointDraft): Placed[] {
	return listSettings(draft).map(({ field, value, secret }): Placed => {
		if (!secret || field === undefined || typeof value !== "string" || value.trim() === value) return ["", undefined];
		const text = value.trim();
		if (text === "")
			return [field, { code: "empty-value", severity: "warning", message: "This secret is only white space." }];
		return [
			field,
			{
				code: "surrounding-space",
				severity: "warning",
				message: "There is white space around this secret, usually pasted by mistake.",
				fix: { title: "Remove the space", text },
			},
		];
	});
}
