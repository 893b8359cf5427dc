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
	if (!isContainer(next)) return next;
	if (areEqual(before, next)) return before;
	const old = isContainer(before) ? before : {};
	const copyPart = (key: string) => share(Object.hasOwn(old, key) ? old[key] : undefined, next[key]);
	const keys = Object.keys(next);
	return Array.isArray(next) ? keys.map(copyPart) : Object.fromEntries(keys.map((key) => [key, copyPart(key)]));
}

function areEqual(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b)) return false;
	const keys = Object.keys(a);
	return (
		keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && areEqual(a[key], b[key]))
	);
}

function isContainer(value: unknown): value is Container {
	return typeof value === "object" && value !== null;
}
