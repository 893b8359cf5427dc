type Container = Readonly<Record<string, unknown>>;

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
	if (!isContainer(next) || next === before) return next;
	const old = isContainer(before) && Array.isArray(before) === Array.isArray(next) ? before : {};
	const keys = Object.keys(next);
	let same = old === before && Object.keys(old).length === keys.length;
	const parts = keys.map((key) => {
		const known = Object.hasOwn(old, key);
		const part = share(known ? old[key] : undefined, next[key]);
		same &&= known && Object.is(part, old[key]);
		return part;
	});
	if (same) return before;
	return Array.isArray(next) ? parts : Object.fromEntries(keys.map((key, index) => [key, parts[index]]));
}

function isContainer(value: unknown): value is Container {
	return typeof value === "object" && value !== null;
}
