/** Regions of Amazon, with the place by which its console names each. */
const regions: readonly (readonly [code: string, place: string])[] = [
	["us-east-1", "N. Virginia"],
	["us-east-2", "Ohio"],
	["us-west-1", "N. California"],
	["us-west-2", "Oregon"],
	["af-south-1", "Cape Town"],
	["ap-east-1", "Hong Kong"],
	["ap-east-2", "Taipei"],
	["ap-south-1", "Mumbai"],
	["ap-south-2", "Hyderabad"],
	["ap-southeast-1", "Singapore"],
	["ap-southeast-2", "Sydney"],
	["ap-southeast-3", "Jakarta"],
	["ap-southeast-4", "Melbourne"],
	["ap-southeast-5", "Malaysia"],
	["ap-southeast-7", "Thailand"],
	["ap-northeast-1", "Tokyo"],
	["ap-northeast-2", "Seoul"],
	["ap-northeast-3", "Osaka"],
	["ca-central-1", "Canada (Central)"],
	["ca-west-1", "Calgary"],
	["cn-north-1", "Beijing"],
	["cn-northwest-1", "Ningxia"],
	["eu-central-1", "Frankfurt"],
	["eu-central-2", "Zurich"],
	["eu-west-1", "Ireland"],
	["eu-west-2", "London"],
	["eu-west-3", "Paris"],
	["eu-south-1", "Milan"],
	["eu-south-2", "Spain"],
	["eu-north-1", "Stockholm"],
	["il-central-1", "Tel Aviv"],
	["me-south-1", "Bahrain"],
	["me-central-1", "UAE"],
	["mx-central-1", "Mexico (Central)"],
	["sa-east-1", "São Paulo"],
	["us-gov-east-1", "AWS GovCloud (US-East)"],
	["us-gov-west-1", "AWS GovCloud (US-West)"],
];

/**
 * Whether a text has the form of a region of Amazon's: `eu-west-1`, `us-gov-west-1`. Of those that have it, any may be
 * one, since Amazon adds regions.
 */
export function hasRegionForm(text: string): boolean {
	return /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/.test(text);
}

/** Longer than any name that the console shows. */
const longest = 80;

/**
 * The region of Amazon's that a text stands for that isn't one: in another spelling (`us_east_1`, `EU-WEST-1`), as an
 * availability or local zone (`eu-west-1a`), or by the name that the console shows (`EU (Frankfurt)`).
 *
 * @returns Nothing where that isn't certain.
 */
export function findMeantRegion(text: string): string | undefined {
	if (text.length > longest) return undefined;
	const plain = fold(text);
	const codes = regions.map(([code]) => code).filter((code) => holds(plain, code));
	const [code, ...others] = codes;
	if (code !== undefined) return others.length === 0 ? code : undefined;
	const squeezed = plain.replaceAll("-", "");
	const joined = regions.find(([other]) => other.replaceAll("-", "") === squeezed.replace(/(?<=\d)[a-f]$/, ""));
	if (joined) return joined[0];
	const place = /\(([^()]*)\)\s*$/.exec(text)?.[1] ?? text;
	return regions.find(([, name]) => [fold(text), fold(place)].includes(fold(name)))?.[0];
}

function fold(text: string): string {
	return text
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^a-z\d]+/g, "-")
		.replace(/^-+|-+$/g, "");
}

/** Whether a code stands among a text's words, as a whole, with a zone's letter, or with a local zone's name. */
function holds(text: string, code: string): boolean {
	return new RegExp(`(?:^|-)${code}(?:[a-f]?(?:-|$)|$)`).test(text);
}
