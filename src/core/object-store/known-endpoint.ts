import { endpointPresets } from "./endpoint-preset.ts";
import { splitUrl } from "./url.ts";

/** What the host of an endpoint says to whoever knows the store. */
export interface KnownEndpoint {
	/** Whose store it is. */
	readonly name: string;
	/** What stands before the store's own host: a bucket, as in virtual-hosted style. */
	readonly bucket?: string;
	/** The region to sign for; absent where the host leaves it open. */
	readonly region?: string;
	/** Whether the store takes a region that is given. */
	readonly takes: (region: string) => boolean;
}

interface Pattern {
	readonly name: string;
	/** With the groups `bucket` and `region`. */
	readonly host: RegExp;
	readonly region?: string;
	readonly takes?: readonly string[] | "any";
}

const amazon = "Amazon S3";

/**
 * @see docs: AWS General Reference, "Amazon S3 endpoints and quotas"; Amazon S3 User Guide, "AWS PrivateLink for Amazon
 * S3", whose hosts begin with `bucket.vpce-`.
 */
const amazonHost =
	/^(?:(?<bucket>.+?)\.)??(?:(?:bucket|accesspoint)\.vpce-[\w-]+\.)?s3(?:-fips|-accesspoint|-accesspoint-fips|-object-lambda|express-[a-z\d-]+)?(?:\.dualstack)?(?:[.-](?<region>[a-z]{2,4}(?:-[a-z]+)+-\d+))?(?:\.vpce)?\.amazonaws\.(?:com|com\.cn|eu)$/;

const anyRegion = "(?<region>[a-z\\d-]+)";
/** What may stand in the place of a preset's placeholders; R2's jurisdictions follow the account. */
const blanks: Readonly<Record<string, string>> = {
	REGION: anyRegion,
	LOCATION: anyRegion,
	ACCOUNT_ID: "(?!(?:eu|fedramp)\\.)[a-z\\d]+(?:\\.(?:eu|fedramp))?",
};

const patterns: readonly Pattern[] = [
	{ name: amazon, host: amazonHost },
	...endpointPresets
		.filter(({ url }) => !url.includes("<HOST>"))
		.map(({ name, url, region, takes }): Pattern => {
			const host = (splitUrl(url)?.host.text ?? "")
				.replaceAll(".", "\\.")
				.replace(/<([A-Z_]+)>/, (_, blank: string) => blanks[blank] ?? "");
			return {
				name,
				host: new RegExp(`^(?:(?<bucket>.+?)\\.)??${host}$`),
				...(region !== undefined && !region.startsWith("<") && { region }),
				...(takes && { takes }),
			};
		}),
];

/** Whether an endpoint is Amazon's own. */
export function isAmazon({ name }: KnownEndpoint): boolean {
	return name === amazon;
}

/** Recognises the host of a store that is known; nothing for a server of one's own. */
export function recogniseEndpoint(host: string): KnownEndpoint | undefined {
	const lower = host.toLowerCase();
	if (lower.length > 255) return undefined;
	for (const { name, host: pattern, region: wanted, takes = [] } of patterns) {
		const match = pattern.exec(lower);
		if (!match) continue;
		const { bucket, region = wanted } = match.groups ?? {};
		return {
			name,
			...(bucket !== undefined && { bucket }),
			...(region !== undefined && { region }),
			takes: (given) => takes === "any" || region === undefined || given === region || takes.includes(given),
		};
	}
	return undefined;
}
