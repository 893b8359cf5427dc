import { defineConfig } from "@playwright/test";
import { ensureChromium } from "./chromium.ts";

const executablePath = ensureChromium();
// Two clones on one machine can be tested beside each other.
const port = Number(process.env.PORT ?? 4317);

export default defineConfig({
	testDir: ".",
	outputDir: "../test-results",
	fullyParallel: true,
	forbidOnly: true,
	// On a shared machine a browser may starve for a moment; a fault of the page fails each time.
	retries: process.env.CI ? 2 : 0,
	// Only to end what hangs: a busy machine is no failure.
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: process.env.CI ? "line" : "list",
	use: {
		baseURL: `http://127.0.0.1:${port}/`,
		trace: "retain-on-failure",
		launchOptions: executablePath === undefined ? {} : { executablePath },
	},
	webServer: {
		command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
		cwd: "..",
		url: `http://127.0.0.1:${port}/`,
		reuseExistingServer: false,
	},
});
