/** The page as one file for networks without internet, as it stands beside the hosted page. */
export const offlineFile = "polars-checkpoint-builder.html";
