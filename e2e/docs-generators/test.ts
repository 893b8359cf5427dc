import { test as base, type Embed, expect } from "../docs-site/test.ts";
import type { ProvenGenerator } from "./generators/generator.ts";
import { provenGenerators } from "./generators.ts";
import { type BuiltSite, serveSite } from "./serve-site.ts";

interface Fixtures {
	/** Lets each answer of the builder take some milliseconds longer. */
	readonly slowDown: (milliseconds: number) => Promise<unknown>;
}

interface Shared {
	/** A generator's site, built when it is first asked for. */
	readonly siteOf: (generator: ProvenGenerator) => Promise<BuiltSite>;
}

export const test = base.extend<Fixtures, Shared>({
	siteOf: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter.
		async ({}, use, { project }) => {
			const sites = new Map<ProvenGenerator, Promise<BuiltSite>>();
			await use((generator) => {
				const site = sites.get(generator) ?? serveSite(generator, project.use.baseURL ?? "");
				sites.set(generator, site);
				return site;
			});
			for (const site of sites.values()) await site.then(({ close }) => close());
		},
		{ scope: "worker", timeout: 60_000 },
	],
	slowDown: ({ page, builder }, use) =>
		use((milliseconds) =>
			page.route(`${builder}**`, async (route) => {
				await new Promise((resolve) => setTimeout(resolve, milliseconds));
				await route.continue();
			}),
		),
});

/** Tries the same with each generator. */
export function describeEach(describe: (generator: ProvenGenerator) => void): void {
	for (const generator of provenGenerators) test.describe(generator.title, () => describe(generator));
}

export { type Embed, expect };
