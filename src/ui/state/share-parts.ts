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
	if (isEqual(before, next)) return before;
	if (!isContainer(next)) return next;
	const old = isContainer(before) ? before : {};
	const shareOne = (key: string) => share(Object.hasOwn(old, key) ? old[key] : undefined, next[key]);
	if (Array.isArray(next)) return next.map((_, index) => shareOne(String(index)));
	return Object.fromEntries(Object.keys(next).map((key) => [key, shareOne(key)]));
}

/** Makes no objects: at every key that is typed, this sees hundreds of parts that have hardly changed. */
function isEqual(before: unknown, next: unknown): boolean {
	if (Object.is(before, next)) return true;
	if (!isContainer(before) || !isContainer(next)) return false;
	if (Array.isArray(before) || Array.isArray(next)) {
		if (!Array.isArray(before) || !Array.isArray(next) || before.length !== next.length) return false;
		return next.every((part, index) => isEqual(before[index], part));
	}
	let surplus = 0;
	for (const key in before) if (Object.hasOwn(before, key)) surplus++;
	for (const key in next) {
		if (!Object.hasOwn(before, key) || !isEqual(before[key], next[key])) return false;
		surplus--;
	}
	return surplus === 0;
}

function isContainer(value: unknown): value is Container {
	return typeof value === "object" && value !== null;
}
