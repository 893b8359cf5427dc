import { defineConfig } from "@playwright/test";
import { ensureChromium } from "../chromium.ts";

const executablePath = ensureChromium();
const port = Number(process.env.PORT ?? 4318);

export default defineConfig({
	testDir: ".",
	testMatch: "*.bench.ts",
	outputDir: "../../test-results/bench",
	// One thing at a time: what is measured shares the machine with nothing of ours.
	workers: 1,
	forbidOnly: true,
	// Only to end what hangs.
	timeout: 600_000,
	globalSetup: "./rest.ts",
	reporter: "./table.ts",
	use: {
		baseURL: `http://127.0.0.1:${port}/`,
		launchOptions: executablePath === undefined ? {} : { executablePath },
	},
	webServer: {
		command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
		cwd: "../..",
		url: `http://127.0.0.1:${port}/`,
		reuseExistingServer: false,
	},
});
