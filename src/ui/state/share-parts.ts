/**
 * A copy of `next` in which every part that equals its counterpart in `before` is the very object of `before`: whoever
 * compares by identity sees what changed and nothing else. Nothing of `next` is kept but what has no identity, so its
 * owner may go on to change it.
 *
 * @param next Made of plain objects, arrays, texts, numbers and the like.
 */
export function shareParts<Value>(before: unknown, next: Value): Value {
	return share(before, next) as Value;
}

function share(before: unknown, next: unknown): unknown {
	if (typeof next !== "object" || next === null) return next;
	if (Array.isArray(next)) {
		const old: readonly unknown[] = Array.isArray(before) ? before : [];
		const parts = next.map((part, index) => share(old[index], part));
		return before === old && old.length === parts.length && parts.every((part, index) => Object.is(part, old[index]))
			? old
			: parts;
	}
	const old = new Map(typeof before === "object" && before !== null ? Object.entries(before) : []);
	const parts = Object.entries(next).map(([key, part]) => [key, share(old.get(key), part)] as const);
	const isSame = ([key, part]: readonly [string, unknown]) => old.has(key) && Object.is(part, old.get(key));
	return !Array.isArray(before) && typeof before === "object" && old.size === parts.length && parts.every(isSame)
		? before
		: Object.fromEntries(parts);
}
