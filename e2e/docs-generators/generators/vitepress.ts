import { type ProvenGenerator, writeMarkdown } from "./generator.ts";

export const vitepress: ProvenGenerator = {
	name: "vitepress",
	title: "VitePress 2",
	isInstant: true,
	write: ({ config, elements }) => {
		const pages = writeMarkdown(elements, (text) => `# ${text}`, { index: "./", other: "./other" });
		return {
			"package.json": '{ "type": "module" }',
			".vitepress/config.ts": `import { defineConfig } from "vitepress";

export default defineConfig({
title: "Docs",
themeConfig: { search: { provider: "local" } },
locales: { root: { label: "English", lang: "en" }, ar: { label: "العربية", lang: "ar", dir: "rtl" } },
${config}});
`,
			"index.md": pages.index,
			"other.md": pages.other,
			"several.md": pages.several,
			"ar/index.md": pages.arabic,
		};
	},
	commands: [["npx", "vitepress", "build"]],
	built: ".vitepress/dist",
	policy: {
		// The style that stops transitions while the theme changes, which its script adds and removes.
		"style-src-elem": ["'sha256-skqujXORqzxt1aE0NNXxujEanPTX6raoqSscTV/Ww/Y='"],
	},
	switchTheme: (page) => page.getByRole("switch", { name: "Appearance" }).click(),
	paths: { several: "/several.html", arabic: "/ar/" },
	search: async (page, words) => {
		await page.getByRole("button", { name: "Search" }).first().click();
		await page.getByRole("searchbox").fill(words);
		return page.getByRole("listbox").getByRole("link").first();
	},
};
