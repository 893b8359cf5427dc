import { defineConfig } from "@playwright/test";
import { ensureChromium } from "../chromium.ts";

const executablePath = ensureChromium();

export default defineConfig({
	testDir: ".",
	testMatch: "*.bench.ts",
	outputDir: "../../test-results/bench",
	// One thing at a time: what is measured shares the machine with nothing of ours.
	workers: 1,
	forbidOnly: true,
	// Only to end what hangs.
	timeout: 600_000,
	globalSetup: "./start.ts",
	reporter: "./table.ts",
	use: {
		launchOptions: executablePath === undefined ? {} : { executablePath },
	},
});
