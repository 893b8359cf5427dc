/** Said where the page failed, so that nobody looks for the mistake in their own settings. */
export const ownFault = "That is no mistake of yours: try again, or report it.";
