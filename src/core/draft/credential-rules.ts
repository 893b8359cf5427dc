import {
	adviseBearerToken,
	adviseClientSecret,
	adviseKeyId,
	adviseSecretKey,
	countBase64Bytes,
	isAmazonKeyId,
	judgeAccountKey,
	judgeSas,
	readConnectionString,
} from "../object-store/credential-shape.ts";
import { parseLocation } from "../object-store/location.ts";
import { findPlaceholder } from "../object-store/placeholder.ts";
import type { Fix, TextProblem } from "../problem.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { isObjectStore, type ObjectStore } from "../stores/stores.ts";
import { askForKind, explainUnused } from "../text/wording.ts";
import type { CheckpointDraft } from "./draft.ts";
import type { Placed } from "./placed.ts";
import { isOn, type OptionText, readOption } from "./read-option.ts";
import { findStraySecret } from "./secret.ts";

/**
 * What is wrong with credentials: those that need a partner, those that another goes before, and those that don't look
 * like what they are for. It holds wherever they are set.
 *
 * An error is what the store refuses when it is built, or what can never be a credential of its kind; what it takes and
 * does not use is a warning. A text that holds a placeholder stands for another, and its shape says nothing.
 *
 * @param now Milliseconds since 1970.
 * @see object_store 0.13.2, `AmazonS3Builder::build` and `MicrosoftAzureBuilder::build`; tried with Polars 1.44.2.
 */
export function adviseCredentials(draft: CheckpointDraft, now = Date.now()): Placed[] {
	const { store } = draft;
	if (!isObjectStore(store)) return [];
	const read = (key: string) => readOption(draft, store, key);
	const rules: { readonly [Name in ObjectStore]?: () => Placed[] } = {
		s3: () => [...adviseKeyPair(read), ...adviseRole(read), ...adviseEncryption(draft, read), ...adviseExpress(draft)],
		gcs: () => adviseDefaultCredentials(read),
		abs: () => {
			const unused = adviseOrder(read);
			const isUnused = new Set(unused.map(([field]) => field));
			return [...unused, ...adviseAzure(draft, read, now).filter(([field]) => !isUnused.has(field))];
		},
	};
	return rules[store]?.() ?? [];
}

type Read = (key: string) => OptionText | undefined;

function warn(code: ProblemCode, message: string, fix?: Fix): TextProblem {
	return { code, severity: "warning", message, ...(fix && { fix }) };
}

/** What a judge says of an option that is set; nothing where it holds a placeholder. */
function judge(option: OptionText | undefined, judgeText: (text: string) => TextProblem | undefined): Placed[] {
	return option && !findPlaceholder(option.text) ? [[option.field, judgeText(option.text)]] : [];
}

/** @see docs: AWS, "Temporary security credentials in IAM". */
function adviseKeyPair(read: Read): Placed[] {
	const id = read("aws_access_key_id");
	const secret = read("aws_secret_access_key");
	const token = read("aws_session_token");
	const isKnown = id !== undefined && isAmazonKeyId(id.text);
	const isSwapped = id !== undefined && findStraySecret("s3.aws_access_key_id", id.text) === "all";
	return [
		...judge(id, adviseKeyId),
		...(isSwapped ? [] : judge(secret, (text) => adviseSecretKey(text.trim(), id?.text ?? ""))),
		...(isKnown && id.text.startsWith("ASIA") && !token
			? [
					[
						id.field,
						warn(
							"option-without-partner",
							"This is a temporary key, which works only with its session token. Set aws_session_token, or AWS_SESSION_TOKEN on the workers.",
						),
					] as const,
				]
			: []),
		...(isKnown && id.text.startsWith("AKIA") && token
			? [
					[
						token.field,
						{
							code: "credential-shape",
							severity: "advice",
							message: "An access key ID that starts with AKIA is long-term, and usually has no session token.",
						},
					] as const,
				]
			: []),
	];
}

/** Options of which each does nothing without the other. */
const pairs: readonly (readonly [key: string, partner: string])[] = [
	["aws_role_arn", "aws_web_identity_token_file"],
	["aws_container_credentials_full_uri", "aws_container_authorization_token_file"],
];

function adviseRole(read: Read): Placed[] {
	const keyPair = read("aws_access_key_id") ?? read("aws_secret_access_key");
	return pairs.flatMap(([key, partner]): Placed[] => {
		const [own, other] = [read(key), read(partner)];
		if (own && other) return keyPair ? [[own.field, warn("two-credentials", explainUnused("the access key"))]] : [];
		const [half, missing] = own ? [own, partner] : [other, key];
		if (!half) return [];
		return [
			[
				half.field,
				warn(
					"option-without-partner",
					`This has no effect without ${missing}. Set it, or ${missing.toUpperCase()} on the workers.`,
				),
			],
		];
	});
}

const encryption = "aws_server_side_encryption";

/** What is said of a key that another kind of encryption leaves unused. */
function needs(what: string, kinds: string): string {
	return `${what} is used only if ${encryption} is ${kinds}.`;
}

function adviseEncryption(draft: CheckpointDraft, read: Read): Placed[] {
	const kind = read(encryption);
	const customerKey = read("aws_sse_customer_key_base64");
	const keyId = read("aws_sse_kms_key_id");
	const bucketKey = isOn(draft, "s3", "aws_sse_bucket_key_enabled") ? read("aws_sse_bucket_key_enabled") : undefined;
	const add = (value: string): Fix => ({
		title: `Add ${encryption} = "${value}"`,
		text: value,
		target: `s3.options.${encryption}`,
	});
	const isKms = kind?.text === "aws:kms" || kind?.text === "aws:kms:dsse";
	const unused = kind === undefined ? `Without ${encryption}, this is not used.` : undefined;
	const placed: Placed[] = [];
	if (kind?.text === "sse-c" && !customerKey) {
		placed.push([
			kind.field,
			{
				code: "option-without-partner",
				severity: "error",
				message: "sse-c needs your own key. Set aws_sse_customer_key_base64, or Polars refuses to start.",
			},
		]);
	}
	if (kind?.text === "sse-c") placed.push(...judge(customerKey, judgeCustomerKey));
	else if (customerKey) {
		placed.push([
			customerKey.field,
			unused ? warn("unused-option", unused, add("sse-c")) : warn("unused-option", needs("This", "sse-c")),
		]);
	}
	if (keyId && !isKms) {
		const isCertain = /^(?:arn:aws[\w-]*:kms:|alias\/|mrk-)|^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(
			keyId.text,
		);
		placed.push([
			keyId.field,
			unused
				? warn("unused-option", unused, isCertain ? add("aws:kms") : undefined)
				: warn("unused-option", needs("A KMS key", "aws:kms or aws:kms:dsse")),
		]);
	}
	if (bucketKey && !isKms) {
		placed.push([bucketKey.field, warn("unused-option", unused ?? needs("A bucket key", "aws:kms"))]);
	}
	return placed;
}

/** @see docs: Amazon S3, "Using server-side encryption with customer-provided keys": 256 bits, base64. */
function judgeCustomerKey(text: string): TextProblem | undefined {
	if (countBase64Bytes(text) === 32) return undefined;
	return {
		code: "wrong-credential",
		severity: "error",
		message: "Write a key of 256 bits in base64: 44 characters that end in “=”.",
	};
}

/** @see object_store 0.13.2, src/aws/builder.rs, `parse_bucket_az`: a bucket's name is what tells the zone. */
function adviseExpress(draft: CheckpointDraft): Placed[] {
	const location = parseLocation("s3", draft.s3.url.trim());
	if (!location.ok || findPlaceholder(location.bucket)) return [];
	const isZonal = location.bucket.endsWith("--x-s3");
	const flag = readOption(draft, "s3", "aws_s3_express");
	const asked = isOn(draft, "s3", "aws_s3_express");
	if (flag && asked && !/--.*--x-s3$/.test(location.bucket)) {
		return [
			[
				flag.field,
				{
					code: "express-bucket",
					severity: "error",
					message: "S3 Express needs a bucket whose name ends in --ZONE--x-s3: Polars refuses this one.",
				},
			],
		];
	}
	const endpoint = readOption(draft, "s3", "aws_endpoint_url_s3") ?? readOption(draft, "s3", "aws_endpoint_url");
	// Elsewhere than at Amazon, any name goes.
	const isAmazon = endpoint === undefined || /\.amazonaws\.com(?:\.cn)?(?:[/:]|$)/i.test(endpoint.text);
	if (!isZonal || asked || !isAmazon) return [];
	return [
		[
			flag?.field ?? "s3.url",
			warn("express-bucket", "This is a bucket of S3 Express One Zone. Polars can reach it only with aws_s3_express.", {
				title: flag ? "Turn it on" : 'Add aws_s3_express = "true"',
				text: "true",
				target: "s3.options.aws_s3_express",
			}),
		],
	];
}

/** @see object_store 0.13.2, `GoogleCloudStorageBuilder::build`. */
function adviseDefaultCredentials(read: Read): Placed[] {
	const account = read("google_service_account_key") ?? read("google_service_account_path");
	const file = read("google_application_credentials");
	return account && file ? [[file.field, warn("two-credentials", explainUnused("the service account"))]] : [];
}

function adviseAzure(draft: CheckpointDraft, read: Read, now: number): Placed[] {
	const key = read("azure_storage_account_key");
	const sas = read("azure_storage_sas_key");
	return [
		...judge(key, (text) => judgeKeyOrOther(draft, text)),
		...judge(sas, (text) => judgeSasOrOther(draft, text, now)),
		...judge(read("azure_storage_client_secret"), adviseClientSecret),
		...judge(read("azure_storage_token"), adviseBearerToken),
	];
}

function judgeKeyOrOther(draft: CheckpointDraft, text: string): TextProblem | undefined {
	const connection = readConnectionString(text);
	if (connection) return takeApart(draft, "azure_storage_account_key", text);
	if (/(?:^|[?&])sig=/.test(text)) {
		const fix = moveTo(draft, "azure_storage_account_key", "azure_storage_sas_key", "shared_access_signature", text);
		return {
			code: "wrong-credential",
			severity: "error",
			message: askForKind("the account key, in base64", "a SAS token"),
			...(fix && { fix }),
		};
	}
	return judgeAccountKey(text);
}

function judgeSasOrOther(draft: CheckpointDraft, text: string, now: number): TextProblem | undefined {
	if (readConnectionString(text)) return takeApart(draft, "azure_storage_sas_key", text);
	if (countBase64Bytes(text.trim()) === 64) {
		const fix = moveTo(draft, "azure_storage_sas_key", "azure_storage_account_key", "shared_key", text);
		return {
			code: "wrong-credential",
			severity: "error",
			message: askForKind("a SAS token", "an account key"),
			...(fix && { fix }),
		};
	}
	return judgeSas(text.trim(), now);
}

/** Moves a text to the field of another kind of credentials, and chooses that, if nothing stands there. */
function moveTo(
	draft: CheckpointDraft,
	from: keyof CheckpointDraft["abs"],
	to: keyof CheckpointDraft["abs"],
	credentials: CheckpointDraft["abs"]["credentials"],
	text: string,
): Fix | undefined {
	if (draft.abs[to] !== "" || readOption(draft, "abs", to)) return undefined;
	return {
		title: `Use it as ${to}`,
		text,
		target: `abs.${to}`,
		also: [
			{ target: `abs.options.${from}`, text: "" },
			{ target: "abs.credentials", text: credentials },
		],
	};
}

/** Says that a whole connection string was pasted. The fix puts each part where it belongs, if nothing that is set is lost. */
function takeApart(
	draft: CheckpointDraft,
	from: "azure_storage_account_key" | "azure_storage_sas_key",
	text: string,
): TextProblem {
	const { account, key, sas, endpoint } = readConnectionString(text) ?? {};
	const secret = from === "azure_storage_account_key" ? key : sas;
	const named = readOption(draft, "abs", "azure_storage_account_name")?.text;
	const url = parseLocation("abs", draft.abs.url.trim());
	const owner = named ?? (url.ok ? url.account : undefined);
	const isSame = owner === undefined || account === undefined || owner === account;
	const keepsEndpoint = endpoint === undefined || !readOption(draft, "abs", "azure_storage_endpoint");
	const isUsable =
		secret !== undefined && (from === "azure_storage_account_key" ? countBase64Bytes(secret) !== undefined : true);
	const problem = {
		code: "wrong-credential",
		severity: "error",
		message: askForKind(
			`only ${from === "azure_storage_account_key" ? "the account key" : "the SAS token"}`,
			`a connection string${isSame ? "" : " of another account"}`,
		),
	} as const;
	if (!isSame || !keepsEndpoint || !isUsable) return problem;
	const also = [
		...(account !== undefined && owner === undefined
			? [{ target: "abs.options.azure_storage_account_name", text: account }]
			: []),
		...(endpoint === undefined ? [] : [{ target: "abs.options.azure_storage_endpoint", text: endpoint }]),
	];
	return { ...problem, fix: { title: "Split it up", text: secret, ...(also.length > 0 && { also }) } };
}

/** Azure's credentials in the order in which they are picked, each by the secret without which it isn't chosen. */
const order = [
	"azure_storage_token",
	"azure_storage_account_key",
	"azure_federated_token_file",
	"azure_storage_client_secret",
	"azure_storage_sas_key",
] as const;

/** @see object_store 0.13.2, `MicrosoftAzureBuilder::build`. */
function adviseOrder(read: Read): Placed[] {
	const identity = read("azure_storage_client_id") && read("azure_storage_tenant_id");
	const needsIdentity = (key: string) => key === "azure_federated_token_file" || key === "azure_storage_client_secret";
	const given = order.flatMap((key) => {
		const option = read(key);
		return option ? [{ ...option, key }] : [];
	});
	const first = given.findIndex(({ key }) => !needsIdentity(key) || identity);
	const used = given[first];
	return given
		.slice(first + 1)
		.map(({ field }): Placed => [field, used && warn("two-credentials", explainUnused(used.key))]);
}
