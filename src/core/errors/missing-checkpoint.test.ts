import fc from "fast-check";
import { expect, test } from "vitest";
import { fields } from "../draft/fields.ts";
import { type CheckpointAnswers, checkpointQuestions, findMissingCause } from "./missing-checkpoint.ts";

const causes: readonly (readonly [CheckpointAnswers, string])[] = [
	[{}, "open"],
	[{ enabled: "no", shuffle: "shared", location: "none" }, "not-enabled"],
	[{ enabled: "yes", shuffle: "shared" }, "shuffle-shared"],
	[{ enabled: "yes", shuffle: "local", location: "none" }, "no-location"],
	[{ period: "query_shorter", location: "some" }, "query-shorter"],
	[{ period: "one_stage" }, "one-stage"],
	[{ enabled: "yes", period: "yes", location: "some", release: "older" }, "locations-differ"],
	[{ release: "older" }, "older-release"],
	[{ enabled: "yes", period: "yes", shuffle: "local", location: "all", release: "current" }, "storage"],
	[{ enabled: "yes", shuffle: "local", location: "all" }, "open"],
];

test.each(causes)("%j is answered with %s", (answers, id) => expect(findMissingCause(answers).id).toBe(id));

test("whatever is answered, there is a cause with what to do, and fields that the form has", () => {
	const answers = fc.record(
		Object.fromEntries(
			Object.entries(checkpointQuestions).map(([id, { answers: choices }]) => [
				id,
				fc.constantFrom(...Object.keys(choices)),
			]),
		),
		{ requiredKeys: [] },
	) as fc.Arbitrary<CheckpointAnswers>;
	fc.assert(
		fc.property(answers, (given) => {
			const found = findMissingCause(given);
			expect(Object.keys(found).sort()).toEqual(["cause", "certainty", "fields", "id", "remedy"]);
			for (const field of found.fields) expect(fields.has(field)).toBe(true);
		}),
	);
});
