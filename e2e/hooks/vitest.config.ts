import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		root: import.meta.dirname,
		include: ["*.proof.ts"],
		globalSetup: "./install-python.ts",
		testTimeout: 900_000,
		hookTimeout: 300_000,
	},
});
