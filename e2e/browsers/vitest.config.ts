import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		root: import.meta.dirname,
		include: ["*.journeys.ts"],
		reporters: ["verbose"],
		// One browser at a time, and a timeout only to end what hangs: a busy machine is no failure.
		fileParallelism: false,
		testTimeout: 240_000,
		hookTimeout: 240_000,
		retry: process.env.CI ? 2 : 0,
		expect: { poll: { timeout: 30_000, interval: 100 } },
	},
});
