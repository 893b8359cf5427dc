import { checkHttpUrl } from "../object-store/endpoint.ts";
import { isAmazon, type KnownEndpoint, recogniseEndpoint } from "../object-store/known-endpoint.ts";
import { findPlaceholder } from "../object-store/placeholder.ts";
import { findMeantRegion, hasRegionForm } from "../object-store/region.ts";
import { splitUrl } from "../object-store/url.ts";
import type { TextProblem } from "../problem.ts";
import { toFix } from "../text/fault.ts";
import { quote } from "../text/quote.ts";
import type { CheckpointDraft } from "./draft.ts";
import type { Placed } from "./placed.ts";
import { type OptionText, readOption } from "./read-option.ts";

/**
 * What there is to say of the region that requests to S3 are signed for: whether Amazon has it, whether the endpoint
 * is in it, and what Polars takes where none is given. Any text may be the region of a server of one's own.
 *
 * @see docs: Polars issue 28348; object_store 0.13.2, `AmazonS3Builder::build`: without a region it is us-east-1, and
 * before that Polars asks Amazon for the bucket's, unless aws_endpoint_url is set.
 */
export function adviseRegion(draft: CheckpointDraft): Placed[] {
	const region = readOption(draft, "s3", "aws_region") ?? readOption(draft, "s3", "aws_default_region");
	const plain = readOption(draft, "s3", "aws_endpoint_url");
	const special = readOption(draft, "s3", "aws_endpoint_url_s3");
	const endpoint = special ?? plain;
	if (endpoint && (checkHttpUrl(endpoint.text) || findPlaceholder(endpoint.text))) return [];
	const known = endpoint && recogniseEndpoint(splitUrl(endpoint.text)?.host.text ?? "");
	if (!region) return [["s3.aws_region", adviseAbsence(known, special !== undefined && !plain)]];
	// The schema refuses an empty text in a row.
	if (region.text === "" || findPlaceholder(region.text)) return [];
	const problem =
		!endpoint || (known && isAmazon(known))
			? (judgeForm(region.text, endpoint !== undefined) ?? adviseMismatch(region, endpoint, known))
			: (adviseMismatch(region, endpoint, known) ?? adviseSpace(region.text));
	return [[region.field, problem]];
}

function adviseAbsence(known: KnownEndpoint | undefined, asksAmazon: boolean): TextProblem | undefined {
	const wanted = known?.region;
	if (!asksAmazon && (wanted === undefined || known?.takes("us-east-1"))) return undefined;
	return {
		code: "region-missing",
		severity: "warning",
		message: asksAmazon
			? "Set the region: with only aws_endpoint_url_s3, Polars asks Amazon for it."
			: `Set the region: without it, Polars signs for us-east-1, but this endpoint is in ${wanted}.`,
		...(wanted !== undefined && {
			fix: { title: `Set the region ${wanted}`, text: wanted, target: "s3.options.aws_region" },
		}),
	};
}

function judgeForm(text: string, hasEndpoint: boolean): TextProblem | undefined {
	if (hasRegionForm(text)) return undefined;
	const meant = findMeantRegion(text);
	if (meant !== undefined || /\s/.test(text)) {
		const example = meant ?? "eu-west-1";
		return {
			code: "region-unknown",
			severity: "error",
			message: `Amazon has no region ${quote(text)}. Write the region's code, such as ${example}.`,
			...(meant !== undefined && { fix: toFix(meant) }),
		};
	}
	return {
		code: "region-unknown",
		severity: "warning",
		message: hasEndpoint
			? `Amazon has no region ${quote(text)}.`
			: `Amazon has no region ${quote(text)}, and no endpoint URL is set for another store.`,
	};
}

function adviseMismatch(
	{ text }: OptionText,
	endpoint: OptionText | undefined,
	known: KnownEndpoint | undefined,
): TextProblem | undefined {
	const wanted = known?.region;
	if (!endpoint || !known || wanted === undefined || known.takes(text)) return undefined;
	const isSpelling = text.toLowerCase().replaceAll("_", "-") === wanted;
	const fix = toFix(wanted);
	if (isSpelling || !endpoint.text.toLowerCase().includes(wanted)) {
		return {
			code: "region-mismatch",
			severity: "warning",
			message: `${known.name} needs the region ${wanted} at this endpoint.`,
			fix,
		};
	}
	return {
		code: "region-mismatch",
		severity: "warning",
		message: `The endpoint is in the region ${wanted}, but Polars signs requests for ${quote(text)}.`,
		alternatives: [
			fix,
			...(isAmazon(known) ? [{ ...toFix(endpoint.text.replace(wanted, text)), target: endpoint.field }] : []),
		],
	};
}

/** The region is a part of each signature, in which no store takes white space. */
function adviseSpace(text: string): TextProblem | undefined {
	if (!/\s/.test(text)) return undefined;
	return { code: "region-unknown", severity: "warning", message: "Remove the white space: a region's name has none." };
}
