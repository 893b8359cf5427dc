import { checkHttpUrl } from "../object-store/endpoint.ts";
import { recogniseEndpoint } from "../object-store/known-endpoint.ts";
import { parseLocation } from "../object-store/location.ts";
import { findPlaceholder } from "../object-store/placeholder.ts";
import { splitUrl, type UrlParts } from "../object-store/url.ts";
import type { TextProblem } from "../problem.ts";
import type { ProblemCode } from "../problem-codes.ts";
import type { ObjectStore } from "../stores/stores.ts";
import { toError, toFix } from "../text/fault.ts";
import type { CheckpointDraft } from "./draft.ts";
import type { Placed } from "./placed.ts";
import { isOn, readOption } from "./read-option.ts";

/** A server's address that can be read, with what names it. */
interface Endpoint {
	readonly field: string;
	readonly text: string;
	readonly parts: UrlParts;
}

/** The first of some options that is set, if it holds an address that can be read. */
function readEndpoint(draft: CheckpointDraft, store: ObjectStore, ...keys: string[]): Endpoint | undefined {
	const option = keys.map((key) => readOption(draft, store, key)).find((found) => found !== undefined);
	const parts = option && splitUrl(option.text);
	if (!option || !parts || checkHttpUrl(option.text) || findPlaceholder(option.text)) return undefined;
	return { ...option, parts };
}

/**
 * What there is to say of an endpoint, given the bucket or account that is kept there. object_store puts the bucket behind
 * the endpoint. It doesn't in S3's virtual-hosted style, nor does it add Azure's account: an endpoint must hold these.
 *
 * @see object_store 0.13.2, `build` in src/aws/builder.rs, `object_url` in src/gcp/client.rs, `build` in
 * src/azure/builder.rs.
 */
export function adviseEndpoint(draft: CheckpointDraft): Placed[] {
	switch (draft.store) {
		case "s3": {
			const endpoint = readEndpoint(draft, "s3", "aws_endpoint_url_s3", "aws_endpoint_url");
			const bucket = readBucket(draft, "s3");
			if (!endpoint) return [];
			const advise = isOn(draft, "s3", "aws_virtual_hosted_style_request") ? adviseVirtualHost : advisePathStyle;
			// A directory bucket's requests have a host of their own.
			const hasOwnHost = isOn(draft, "s3", "aws_s3_express");
			return [
				[endpoint.field, adviseLoopback(endpoint)],
				[endpoint.field, bucket === undefined || hasOwnHost ? undefined : advise(endpoint, bucket)],
			];
		}
		case "gcs": {
			const endpoint = readEndpoint(draft, "gcs", "google_base_url");
			const bucket = readBucket(draft, "gcs");
			if (!endpoint) return [];
			return [
				[endpoint.field, adviseLoopback(endpoint)],
				[endpoint.field, bucket === undefined ? undefined : advisePathStyle(endpoint, bucket)],
			];
		}
		case "abs":
			return adviseAzure(draft);
		default:
			return [];
	}
}

/** The bucket that the URL names; undefined if that can't be told. */
function readBucket(draft: CheckpointDraft, store: ObjectStore): string | undefined {
	const location = parseLocation(store, draft[store].url.trim());
	return location.ok && !findPlaceholder(location.bucket) ? location.bucket : undefined;
}

const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){1,3}|0\.0\.0\.0|\[::1?\])$/i;

function adviseLoopback({ parts: { host } }: Endpoint): TextProblem | undefined {
	if (!loopback.test(host.text)) return undefined;
	return {
		code: "loopback-endpoint",
		severity: "warning",
		message:
			"For each worker this address is the worker itself. Write an address at which all workers reach the store.",
	};
}

/** The parts of a path that aren't empty. */
function splitPath({ path }: UrlParts): readonly string[] {
	return path.text.split("/").filter((part) => part !== "");
}

/** An address with another host or path. What follows `?` has no place in it. */
function write({ scheme, port }: UrlParts, host: string, path: readonly string[]): string {
	return `${scheme.text}://${host}${port ? `:${port.text}` : ""}${path.map((part) => `/${part}`).join("")}`;
}

function warn(code: ProblemCode, message: string, meant?: string): TextProblem {
	const { fix } = toError({ code, message, meant: meant === undefined ? [] : [meant] }, (text) => !checkHttpUrl(text));
	return { code, severity: "warning", message, ...(fix && { fix }) };
}

/** Whether a host is a machine's own name or address, before which no bucket can stand. */
function isBareHost(host: string): boolean {
	return loopback.test(host) || /^(?:\[.*\]|[\d.]+)$/.test(host);
}

const bucketTwice = "Remove the bucket from this address: Polars adds it.";

function advisePathStyle({ parts }: Endpoint, bucket: string): TextProblem | undefined {
	const path = splitPath(parts);
	const host = parts.host.text;
	const last = path.at(-1);
	if (last === bucket) {
		return warn("bucket-twice", bucketTwice, write(parts, host, path.slice(0, -1)));
	}
	if (path[0] === bucket) {
		const message = "Remove the bucket and what follows: Polars adds the bucket to this address.";
		return warn("bucket-twice", message);
	}
	const known = recogniseEndpoint(host);
	const rest = host.slice(bucket.length + 1);
	const isBefore = host.toLowerCase().startsWith(`${bucket.toLowerCase()}.`);
	// On a host that nobody knows, a plain word may be the server's own name: storage.example.com.
	if (known ? known.bucket === bucket.toLowerCase() : isBefore && /[-\d]/.test(bucket)) {
		return warn("bucket-twice", bucketTwice, write(parts, rest, path));
	}
	if (known?.bucket === undefined || isBefore) return undefined;
	return warn("name-mismatch", `This is the host of the bucket ${known.bucket}, but the URL names another.`);
}

function adviseVirtualHost({ text, parts }: Endpoint, bucket: string): TextProblem | undefined {
	const host = parts.host.text;
	const path = splitPath(parts);
	const lower = host.toLowerCase();
	const name = bucket.toLowerCase();
	if (lower !== name && !lower.startsWith(`${name}.`) && path.at(-1) !== bucket) {
		const known = recogniseEndpoint(host);
		if (known?.bucket !== undefined) {
			return warn("name-mismatch", `This is the host of the bucket ${known.bucket}, but the URL names another.`);
		}
		const message = "Write the bucket in this address: in virtual-hosted style, Polars doesn't add it.";
		return warn("endpoint-incomplete", message, isBareHost(host) ? undefined : write(parts, `${bucket}.${host}`, path));
	}
	if (!parts.path.text.endsWith("/") || text !== text.slice(0, parts.path.end)) return undefined;
	return warn(
		"endpoint-incomplete",
		"Remove the slash at the end: in virtual-hosted style, each key would start with another one.",
		write(parts, host, path),
	);
}

function adviseAzure(draft: CheckpointDraft): Placed[] {
	const endpoint = readEndpoint(draft, "abs", "azure_storage_endpoint");
	const emulator = readOption(draft, "abs", "azure_storage_use_emulator");
	if (emulator && isOn(draft, "abs", "azure_storage_use_emulator")) {
		if (!endpoint || loopback.test(endpoint.parts.host.text)) return [];
		const message =
			"With the emulator on, Polars ignores azure_storage_endpoint: requests go to http://127.0.0.1:10000.";
		return [[emulator.field, { code: "unused-option", severity: "warning", message, fix: toFix("false") }]];
	}
	if (!endpoint) return [];
	const account = readAccount(draft);
	return [
		[endpoint.field, adviseLoopback(endpoint)],
		[endpoint.field, account === undefined ? undefined : adviseAccount(endpoint, account)],
	];
}

function readAccount(draft: CheckpointDraft): string | undefined {
	const location = parseLocation("abs", draft.abs.url.trim());
	const name = draft.abs.azure_storage_account_name.trim();
	const account = location.ok ? (location.account ?? name) : name;
	return account === "" || findPlaceholder(account) ? undefined : account;
}

/** Hosts of Azure's service, in any of its clouds, up to what comes before it. */
const azureHost =
	/^(?:(?<account>[^.]+)\.)?(?:z\d+\.)?(?:privatelink\.)?(?:blob|dfs)\.(?:core|storage|fabric)\.[a-z.]+$/i;

function adviseAccount({ parts }: Endpoint, account: string): TextProblem | undefined {
	const host = parts.host.text;
	const path = splitPath(parts);
	if (path.includes(account) || host.toLowerCase().startsWith(`${account}.`)) return undefined;
	const azure = azureHost.exec(host);
	if (azure) {
		const other = azure.groups?.account?.replace(/-secondary$/, "");
		if (other === account) return undefined;
		if (other !== undefined && other !== "privatelink") {
			return warn("name-mismatch", `This is the host of the account ${other}, but the account here is ${account}.`);
		}
		return warn(
			"endpoint-incomplete",
			"Write the account in this address: Polars doesn't add it.",
			write(parts, `${account}.${host}`, path),
		);
	}
	// An emulator has the account in its path; any other host may be a domain that belongs to the account.
	if (!isBareHost(host) && host.includes(".") && parts.port?.text !== "10000") return undefined;
	if (path.length > 0)
		return warn("endpoint-incomplete", `Write the account, ${account}, in this address: Polars doesn't add it.`);
	return warn(
		"endpoint-incomplete",
		"Write the account in this address: Polars doesn't add it.",
		write(parts, host, [account]),
	);
}
