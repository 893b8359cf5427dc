/** Marks the messages between page and frame. Caches may hold an older copy of either side: what it says stays true. */
export const messageType = "polars-checkpoint-builder/1";

/** What a builder tells of itself; each may be missing. */
interface Told {
	/** The height of its content in CSS pixels. */
	readonly height?: number;
	/** The link's fragment of what is typed, without secrets: with its `#`, or empty for the default state. */
	readonly link?: string;
}

/** What a message tells, as far as it is a builder's: anybody may send one. */
export function readMessage(data: unknown): Told {
	if (typeof data !== "object" || data === null) return {};
	const { type, height, link } = data as {
		readonly type?: unknown;
		readonly height?: unknown;
		readonly link?: unknown;
	};
	if (type !== messageType) return {};
	return {
		...(typeof height === "number" && height > 0 && height < 1e5 && { height }),
		...(typeof link === "string" && link.length < 1e5 && /^(?:#[\w%.,:/@=+&-]*)?$/.test(link) && { link }),
	};
}
