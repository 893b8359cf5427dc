/** Texts of more UTF-16 code units than this, all together, aren't checked. A file of more bytes isn't even read. */
export const largestSize = 5_000_000;
