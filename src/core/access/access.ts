/** A request that the object_store crate makes of a store, and the right that the service documents for it. */
export interface StoreRequest {
	readonly operation: "put" | "multipart upload" | "get" | "head" | "list" | "delete";
	/** Method and address, as the crate sends them: `POST /KEY?uploads`. */
	readonly request: string;
	/** What the service asks for, by its own names. */
	readonly rights: readonly string[];
}

/** A text to take away: a policy, a rule, or what makes it. */
export interface AccessText {
	readonly title: string;
	/** `policy.json`, `access.sh`, `access.tf`. */
	readonly name: string;
	readonly text: string;
	/** What to know before it is used. */
	readonly note?: string;
}

/** What lets workers into a place, and nobody further. */
export interface Access {
	readonly requests: readonly StoreRequest[];
	/** What lets them in. Capital words with underscores, such as YOUR_ROLE, are the person's own to fill in. */
	readonly grants: readonly AccessText[];
	/** Rules on what is left over: unfinished uploads and, on request, old checkpoints. */
	readonly lifecycle: readonly AccessText[];
	/** What is documented, what only follows from the requests, and what can't be had. */
	readonly notes: readonly string[];
}

/** What else is wanted. */
export interface AccessWishes {
	/**
	 * After how many whole days checkpoints are deleted, whether or not a query still needs them. None are unless this is
	 * set.
	 */
	readonly expireAfterDays?: number;
}
