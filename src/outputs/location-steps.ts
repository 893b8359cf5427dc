import type { CheckpointDraft } from "../config/draft.ts";
import { judgePath } from "../config/path.ts";
import { isOn, readOption } from "../config/read-option.ts";
import { formatWords } from "../duration/format.ts";
import { parseDuration } from "../duration/parse.ts";
import { checkHttpUrl } from "../object-store/endpoint.ts";
import { parseLocation } from "../object-store/location.ts";
import { findOption } from "../object-store/option.ts";
import { findPlaceholder } from "../object-store/placeholder.ts";
import type { Step } from "./output.ts";
import { quoteShell } from "./shell.ts";

/**
 * How to make the place that checkpoints go to. object_store writes into a bucket or container and makes none.
 *
 * @see docs: AWS CLI, `s3 mb`; gcloud, `storage buckets create`; Azure CLI, `storage container create`, and "Choose how
 * to authorize access to blob data"; util-linux, findmnt(8).
 */
export function describeCreation(draft: CheckpointDraft): Step {
	const command = listCommands(draft)?.create;
	if (draft.store === "shared_filesystem") {
		return {
			title: "Create the directory",
			text: "Once, as the user that runs the workers. Then let every worker say what is mounted there: it must be the same share, at this same path, and not the worker's own disk.",
			...(command && { command }),
		};
	}
	const what = draft.store === "abs" ? "container" : "bucket";
	return {
		title: `Create the ${what}`,
		text: "If there is none yet: Polars writes into it and does not create it. The workers must be allowed to read and write there.",
		...(command && { command }),
	};
}

/**
 * How to see that a checkpoint was written.
 *
 * @see docs: the checkpointing page, on when one is; AWS CLI, `s3 ls`; gcloud, `storage ls`; Azure CLI, `storage blob
 * list`; find(1).
 */
export function describeLook(draft: CheckpointDraft): Step {
	const command = listCommands(draft)?.look;
	const duration = parseDuration(draft.period.trim());
	const period = duration.ok ? formatWords(duration.nanoseconds) : "the period";
	return {
		title: "See a checkpoint appear",
		text: `Run a distributed query of several stages. When a stage ends and ${period} went by since the last checkpoint, the workers write one: look while the query runs.${
			draft.shuffle === "shared" ? " With shuffles on shared storage, none is needed and none is written." : ""
		}`,
		...(command && { command }),
	};
}

interface Commands {
	readonly create: string;
	readonly look: string;
}

/** What to type for a location; nothing while it isn't valid, or where its address can't be told to the tool. */
function listCommands(draft: CheckpointDraft): Commands | undefined {
	const { store } = draft;
	if (store === "shared_filesystem") {
		const path = draft.shared_filesystem.path.trim();
		if (path === "" || judgePath(path) || findPlaceholder(path)) return undefined;
		const word = quoteShell(path);
		return { create: `mkdir -p ${word}\nfindmnt --target ${word}`, look: `find ${word} -type f` };
	}
	const url = draft[store].url.trim();
	const location = parseLocation(store, url);
	if (!location.ok || findPlaceholder(url)) return undefined;
	const folder = location.key === "" ? "" : location.key.replace(/\/*$/, "/");
	if (store === "gcs") {
		const bucket = `gs://${location.bucket}`;
		return {
			create: `gcloud storage buckets create ${quoteShell(bucket)}`,
			look: `gcloud storage ls --recursive ${quoteShell(`${bucket}/${folder}`)}`,
		};
	}
	if (store === "s3") {
		const flags = listAwsFlags(draft);
		const bucket = `s3://${location.bucket}`;
		return (
			flags && {
				create: ["aws s3 mb", quoteShell(bucket), ...flags].join(" "),
				look: ["aws s3 ls --recursive", quoteShell(`${bucket}/${folder}`), ...flags].join(" "),
			}
		);
	}
	const account = location.account ?? draft.abs.azure_storage_account_name.trim();
	if (
		account === "" ||
		findPlaceholder(account) ||
		hasOption(draft, ["azure_storage_endpoint", "azure_storage_use_emulator"])
	)
		return undefined;
	const flags = `--account-name=${quoteShell(account)} --auth-mode=login`;
	const container = quoteShell(location.bucket);
	const prefix = folder && ` --prefix=${quoteShell(folder)}`;
	return {
		create: `az storage container create --name=${container} ${flags}`,
		look: `az storage blob list --container-name=${container}${prefix} ${flags} --output=table`,
	};
}

/** Region and endpoint for the AWS CLI, which takes no endpoint that holds the bucket's name. */
function listAwsFlags(draft: CheckpointDraft): readonly string[] | undefined {
	const read = (key: string) => readOption(draft, "s3", key)?.text ?? "";
	if (isOn(draft, "s3", "aws_virtual_hosted_style_request") || isOn(draft, "s3", "aws_s3_express")) return undefined;
	const region = read("aws_region");
	const endpoint = read("aws_endpoint_url_s3") || read("aws_endpoint_url");
	if (endpoint !== "" && checkHttpUrl(endpoint)) return undefined;
	if (findPlaceholder(region) || findPlaceholder(endpoint)) return undefined;
	return [
		...(region === "" ? [] : [`--region=${quoteShell(region)}`]),
		...(endpoint === "" ? [] : [`--endpoint-url=${quoteShell(endpoint)}`]),
	];
}

function hasOption(draft: CheckpointDraft, keys: readonly string[]): boolean {
	return draft.abs.options.some((row) => keys.includes(findOption("abs", row.key)?.key ?? ""));
}
