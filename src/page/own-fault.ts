/** Said where the page failed, so that nobody looks for the mistake in their own settings. */
export const ownFault = "This is our fault: try again, or report it.";
