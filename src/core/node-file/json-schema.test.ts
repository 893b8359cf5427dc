import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { fileKinds, writeJsonSchema } from "./json-schema.ts";

test.each(fileKinds)("public/%s.schema.json is what the schemas say", async (kind) => {
	const path = `../../../public/${kind}.schema.json`;
	await expect(writeJsonSchema(kind), "Out of date: run `npm run schemas`").toMatchFileSnapshot(path);
});

test.each(fileKinds)("the schema of %s is valid draft-07, and every key says what it is for", (kind) => {
	const schema = JSON.parse(writeJsonSchema(kind));
	expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
	expect(new Ajv({ strict: false }).validateSchema(schema)).toBe(true);
	const judge = (part: unknown, place: string) => {
		if (typeof part !== "object" || part === null) return;
		for (const [key, inner] of Object.entries(part)) {
			if (key === "properties" || key === "definitions") {
				for (const [name, property] of Object.entries(Object(inner))) {
					if (!Object.hasOwn(Object(property), "$ref")) {
						expect(property, `${place}.${name}`).toMatchObject({
							title: expect.any(String),
							description: expect.any(String),
							"x-taplo": { links: { key: expect.stringMatching(/^https:/) } },
						});
					}
				}
			}
			judge(inner, `${place}.${key}`);
		}
	};
	judge(schema, kind);
});

/** Every part of a schema that is a schema of a key, with its place. */
function listKeys(part: unknown, place = ""): (readonly [place: string, schema: Record<string, unknown>])[] {
	if (typeof part !== "object" || part === null) return [];
	return Object.entries(part).flatMap(([key, inner]) => {
		const own =
			key === "properties" || key === "definitions"
				? Object.entries(Object(inner)).map(([name, schema]) => [`${place}.${name}`, Object(schema)] as const)
				: [];
		return [...own, ...listKeys(inner, `${place}.${key}`)];
	});
}

test.each(fileKinds)("in the schema of %s, what an editor offers for a key is a value that the key takes", (kind) => {
	const schema = JSON.parse(writeJsonSchema(kind));
	const ajv = new Ajv({ strict: false, validateSchema: false });
	const offers = listKeys(schema).flatMap(([place, key]) =>
		[...Object(key.examples ?? []), ...("default" in key ? [key.default] : [])].map((value) => ({ place, key, value })),
	);
	expect(offers.length).toBeGreaterThan(100);
	for (const { place, key, value } of offers) {
		const takes = ajv.compile({ ...key, definitions: schema.definitions });
		expect(takes(value), `${place}: ${value}`).toBe(true);
	}
});

test("a key of an earlier release says in an editor what took its place, and no value fits it", () => {
	const schema = JSON.parse(writeJsonSchema("worker"));
	const old = schema.properties.worker.properties.heartbeat_interval_secs;
	expect(old).toMatchObject({ deprecated: true, description: expect.stringContaining("worker.heartbeat_period now") });
	const takes = new Ajv({ strict: false }).compile(schema);
	expect(takes({ worker: { enabled: true, heartbeat_interval_secs: 5 } })).toBe(false);
	expect(takes({ worker: { enabled: true, heartbeat_period: "5s" } })).toBe(true);
	expect(schema.properties.scheduler.properties).not.toHaveProperty("allow_shared_disk");
});
