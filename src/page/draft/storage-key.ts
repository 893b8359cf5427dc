/** Where a tab keeps its draft, without secrets, for a reload. */
export const storageKey = "polars-checkpoint-builder.draft";
