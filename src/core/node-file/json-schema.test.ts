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
