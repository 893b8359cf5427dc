import type { TextProblem } from "../problem.ts";
import type { StoreOption } from "../stores/store.ts";
import { explainUnused } from "../text/wording.ts";
import { usesPlainHttp } from "./endpoint.ts";
import { readBoolean } from "./option-value.ts";

/** The text of another option of the same store, by the key that we write; undefined or empty where it isn't set. */
export type ReadOption = (key: string) => string | undefined;

/**
 * What is worth saying of an option that is set to a lawful value: that it changes nothing, that it depends on the
 * release, or that it undoes another one.
 *
 * @param read Tells what other options are set to.
 * @see Polars, crates/polars-io/src/cloud/options.rs, for what is set before the options and what after them; pull
 * request 28328 for the checksum.
 */
export function noteOption(option: StoreOption, value: string, read: ReadOption): TextProblem | undefined {
	return notes[option.key]?.(value, read);
}

type Note = (value: string, read: ReadOption) => TextProblem | undefined;

function unused(message: string): TextProblem {
	return { code: "unused-option", severity: "advice", message };
}

const urlWins: Note = () => unused(explainUnused("the name in the URL"));

const endpoints = ["aws_endpoint_url", "azure_storage_endpoint", "google_base_url"];

const noteHttp: Note = (value, read) => {
	if (readBoolean(value) !== false) return unused("This has no effect: Polars allows http anyway.");
	const own = read("aws_endpoint_url_s3") ? ["aws_endpoint_url_s3"] : endpoints;
	const forbidden = own.find((key) => usesPlainHttp(read(key) ?? ""));
	if (forbidden === undefined) return undefined;
	return {
		code: "http-forbidden",
		severity: "warning",
		message: `This forbids plain http, which ${forbidden} uses: every request fails.`,
		alternatives: [{ title: "Allow http", text: "true" }],
	};
};

const notes: Readonly<Record<string, Note>> = {
	aws_bucket: urlWins,
	azure_container_name: urlWins,
	google_bucket: urlWins,
	allow_http: noteHttp,
	aws_default_region: (_, read) => (read("aws_region") ? unused(explainUnused("aws_region")) : undefined),
	aws_unsigned_payload: () => unused("This has no effect from Polars 1.39 on, which never signs the content."),
	aws_checksum_algorithm: (value) =>
		value.toLowerCase() === "sha256"
			? {
					code: "recent-release",
					severity: "advice",
					message:
						"On-Prem 0.2.3 to 0.6.3 (Polars 1.39 to 1.42) sends CRC64NVME anyway. Polars uses this setting from 1.43 on.",
				}
			: unused("This has no effect: Polars sends CRC64NVME by default from 1.39 on."),
};
