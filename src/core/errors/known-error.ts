/** An error text that people meet when storage access or configuration goes wrong. */
export interface KnownError {
	/** Short and lasting: tests, links and the test script name an error by it. */
	readonly id: string;
	/**
	 * What a message holds, any of these. `…` stands for any text within the line, or a few lines where `spans` is set; a
	 * space for any white space.
	 */
	readonly shapes?: readonly string[];
	readonly spans?: true;
	/**
	 * As `shapes`, but other programs write the same words: they count only where something of Polars' or of a store's
	 * answer stands around them, or where they are all that the line says.
	 */
	readonly common?: readonly string[];
	/**
	 * How much it tells. A `cause` goes before a `class`, such as "refused" or "not found", and that before what is only
	 * `wrapped` around a cause: "tried again and again".
	 */
	readonly tells?: "class" | "wrapped";
	/** Why it happens, in one or two sentences. */
	readonly cause: string;
	/** What to do about it. */
	readonly remedy: string;
	/**
	 * What of a configuration to look at: `period`, `url` for the location, or an option by its own key. Those that no form
	 * holds, such as a chart's values, stand in the remedy alone.
	 */
	readonly settings?: readonly string[];
	/** Where the text or its cause is known from. */
	readonly source: string;
}
