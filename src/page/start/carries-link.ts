/** The page's own words in an address's query. */
const own: ReadonlySet<string> = new Set(["embed", "theme"]);

/** The fragment of a link to the default draft, as an embed has it. */
export const emptyLink = "#v=1";

/**
 * Whether an address may carry a link that says something, in its fragment or its query. It says yes to a query of somebody else's too: what
 * tells them apart is not there before the page is seen.
 */
export function carriesLink({ hash, search }: Pick<Location, "hash" | "search">): boolean {
	return (
		(hash.length > 1 && hash !== emptyLink) || [...new URLSearchParams(search).keys()].some((name) => !own.has(name))
	);
}
