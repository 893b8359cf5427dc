/** Whether this is the page as one file, for networks without internet. */
export const isOffline = import.meta.env.MODE === "offline";

/** Where the page is hosted, if whoever built it said so with `SITE_URL`. */
export const siteAddress: string | undefined = import.meta.env.SITE_URL || undefined;
