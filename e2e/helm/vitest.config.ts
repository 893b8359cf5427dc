import { defineConfig } from "vitest/config";

export default defineConfig({
	test: { root: import.meta.dirname, include: ["*.proof.ts"], testTimeout: 600_000, hookTimeout: 1_200_000 },
});
