import fc from "fast-check";
import { fuzzSeconds, replayedSeed } from "../src/core/fuzz.fixture.ts";
import { anyAction } from "./random-action.ts";
import { RandomUser } from "./random-user.ts";
import { expect, test } from "./test.ts";

const isLong = fuzzSeconds > 0 && replayedSeed === undefined;

// A recording of minutes would take more memory than there is; a seed brings its failure back.
test.use({ trace: isLong ? "off" : "retain-on-failure" });

/** Seeds for one after another: a single one in the tests, new ones until the time is over in a long run. */
function* listSeeds(own: number): Generator<number> {
	yield replayedSeed ?? own;
	const end = Date.now() + fuzzSeconds * 1000;
	while (isLong && Date.now() < end) yield Math.floor(Math.random() * 2 ** 31);
}

for (const own of replayedSeed === undefined ? [1, 2, 3] : [replayedSeed]) {
	test(`whatever somebody does, the page answers, its files parse, and nothing typed is gone: ${own}`, async ({
		page,
	}) => {
		test.setTimeout((fuzzSeconds + 240) * 1000);
		// What can't be done fails with its list of actions, and not with the whole test.
		page.setDefaultTimeout(30_000);
		const faults: string[] = [];
		page.on("pageerror", (error) => faults.push(error.message));
		page.on("crash", () => faults.push("The page crashed."));
		for (const seed of listSeeds(own)) {
			// Each finds the page as on the first visit.
			await page.goto("./");
			await page.evaluate(() => sessionStorage.clear());
			// A page to go back to, of the same host: for about:blank the browser takes another process.
			await page.goto("./index.html");
			await page.goto("./");
			const user = new RandomUser(page);
			try {
				for (const action of fc.sample(anyAction, { seed, numRuns: isLong || replayedSeed !== undefined ? 60 : 25 })) {
					await user.act(action);
					await user.check();
					expect(faults).toEqual([]);
				}
				await user.lookEverywhere();
			} catch (error) {
				const reason = error instanceof Error ? error.message : String(error);
				throw new Error(`FUZZ_SEED=${seed}\n${user.deeds.join("\n")}\n\n${reason}`, { cause: error });
			}
		}
	});
}
