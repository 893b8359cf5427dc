/** Where a tab keeps its draft, without secrets, for a reload. */
export const storageKey = "polars-checkpoint-builder.draft";

/** Where a tab notes what else it held that a reload forgets. */
export const unkeptKey = "polars-checkpoint-builder.unkept";
