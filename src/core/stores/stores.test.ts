import { describe, expect, it, test } from "vitest";
import type { ObjectStoreDescriptor } from "./store.ts";
import { objectStores, storeNames, stores } from "./stores.ts";

describe.each(objectStores)("the backend %s", (store) => {
	const { credentials, fields, options }: ObjectStoreDescriptor = stores[store];
	const kinds = Object.values(credentials.kinds);
	const texts = Object.keys(fields);

	it("has a field for its URL and for options of its own, and nothing else", () => {
		expect(["url", ...options.map(({ key }) => key)]).toEqual(expect.arrayContaining(texts));
	});

	it("shows each field with some kind of credentials, the URL first and with each", () => {
		expect(new Set(kinds.flatMap(({ keys }) => keys))).toEqual(new Set(texts));
		for (const { keys } of kinds) expect(keys[0]).toBe("url");
	});

	it("tells a kind of credentials by an option that is shown with it", () => {
		for (const [key, kind] of credentials.signs) expect(credentials.kinds[kind]?.keys).toContain(key);
	});

	it("writes for another program's scheme one of its own", () => {
		const { schemes, foreignSchemes }: ObjectStoreDescriptor = stores[store];
		expect(schemes).toEqual(expect.arrayContaining(Object.values(foreignSchemes)));
	});
});

test("no two backends share a scheme, or a name", () => {
	const schemes = objectStores.flatMap((store) => [
		...stores[store].schemes,
		...Object.keys(stores[store].foreignSchemes),
	]);
	expect(schemes).toEqual([...new Set(schemes)]);
	const names = storeNames.flatMap((store) => [store, ...stores[store].otherNames]);
	expect(names).toEqual([...new Set<string>(names)]);
});
