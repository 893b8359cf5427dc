import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		root: import.meta.dirname,
		include: ["*.proof.ts"],
		testTimeout: 120_000,
		hookTimeout: 300_000,
		// One browser at a time: each wants the machine, and WebKit the screen.
		fileParallelism: false,
		reporters: ["verbose"],
	},
});
