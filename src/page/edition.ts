/** Whether this is the page as one file, for networks without internet. */
export const isOffline = import.meta.env.MODE === "offline";

/** Where the page is hosted, if whoever built it said so with `SITE_URL`. */
const siteAddress: string | undefined = import.meta.env.SITE_URL || undefined;

/** Whether others can reach the page, and what stands beside it, at an address that is known. */
export const isHosted = !isOffline || siteAddress !== undefined;

/** The address of the folder that the hosted page stands in, where {@link isHosted}. */
export function hostedFolder(): string {
	return new URL(".", hostedPage()).href;
}

/** The address at which others open this page: the hosted one if it is known, else the one that it was opened at. */
export function hostedPage(): string {
	return (isOffline && siteAddress) || location.href;
}
