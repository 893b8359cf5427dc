/** Said where a file doesn't read back as it was meant, so that nobody looks for the mistake in their own settings. */
export const ownMistake = "The mistake is this page’s, not yours: please report it.";
