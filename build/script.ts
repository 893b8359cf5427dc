import { build } from "vite";
import { rememberPackages } from "./licenses.ts";

/**
 * Builds a module and all that it imports into one classic script.
 *
 * @param entry The module's path.
 * @returns The script's text, minified.
 * @throws If it can't be built.
 */
export async function buildScript(entry: string): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: "warn",
		plugins: [rememberPackages()],
		// A library is left to whoever bundles it; this one meets the browser as it is.
		define: { "process.env.NODE_ENV": JSON.stringify("production") },
		build: {
			write: false,
			copyPublicDir: false,
			target: "es2022",
			lib: { entry, formats: ["iife"], name: "script" },
		},
	});
	const [result] = Array.isArray(built) ? built : [built];
	const chunk = result && "output" in result ? result.output[0] : undefined;
	if (!chunk) throw new Error(`Could not build ${entry}.`);
	return chunk.code;
}
