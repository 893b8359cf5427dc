import { findProgram, type ProvenGenerator, writeMarkdown } from "./generator.ts";

/** Adds Astro's router to each page, as a component of the site that stands for Starlight's own head. */
const head = `---
import Default from "@astrojs/starlight/components/Head.astro";
import { ClientRouter } from "astro:transitions";
---

<Default><slot /></Default>
<ClientRouter />
`;

function describeStarlight(title: string, isInstant: boolean): ProvenGenerator {
	return {
		name: "starlight",
		title,
		isInstant,
		write: ({ origin, config, elements }) => {
			const pages = writeMarkdown(elements, (text) => `---\ntitle: ${text}\n---`, { index: "/", other: "/other/" });
			const router = 'components: { Head: "./src/Head.astro" },\n';
			return {
				"package.json": '{ "type": "module" }',
				"astro.config.mjs": `import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

export default defineConfig({
site: "${origin}",
integrations: [starlight({
title: "Docs",
locales: { root: { label: "English", lang: "en" }, ar: { label: "العربية", lang: "ar", dir: "rtl" } },
${isInstant ? router : ""}${config}})],
});
`,
				"src/content.config.ts": `import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
import { defineCollection } from "astro:content";

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
				"public/favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
				"src/Head.astro": head,
				"src/content/docs/index.md": pages.index,
				"src/content/docs/other.md": pages.other,
				"src/content/docs/several.md": pages.several,
				"src/content/docs/ar/index.md": pages.arabic,
			};
		},
		commands: [[findProgram("astro"), "build"]],
		built: "dist",
		policy: {
			// Pagefind, its search, is WebAssembly.
			"script-src": ["'wasm-unsafe-eval'"],
		},
		switchTheme: async (page, theme) => {
			await page.getByRole("combobox", { name: "Select theme" }).first().selectOption(theme);
		},
		paths: { several: "/several/", arabic: "/ar/" },
		search: async (page, words) => {
			await page.getByRole("button", { name: "Search" }).click();
			await page.getByRole("textbox", { name: "Search" }).fill(words);
			return page.locator(".pagefind-ui__result-link").first();
		},
	};
}

export const starlight = describeStarlight("Starlight 0.36", false);
export const starlightWithRouter = describeStarlight("Starlight 0.36 with ClientRouter", true);
