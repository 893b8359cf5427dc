import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		root: import.meta.dirname,
		include: ["*.proof.ts"],
		testTimeout: 120_000,
		hookTimeout: 180_000,
		disableConsoleIntercept: true,
	},
});
