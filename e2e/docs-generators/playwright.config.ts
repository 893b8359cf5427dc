import { defineConfig } from "@playwright/test";
import main from "../playwright.config.ts";

export default defineConfig({
	...main,
	testDir: ".",
	testMatch: "*.proof.ts",
	outputDir: "../../test-results/docs-generators",
	// Each worker would build each site again.
	workers: 1,
	globalSetup: "./install-python.ts",
	webServer: { ...(main.webServer as object), cwd: "../.." } as NonNullable<typeof main.webServer>,
});
