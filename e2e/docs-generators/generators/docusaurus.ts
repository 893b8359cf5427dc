import { findProgram, type ProvenGenerator, writeMarkdown } from "./generator.ts";

/** Docusaurus. Its own search is a service of another company, so that there is none here. */
export const docusaurus: ProvenGenerator = {
	name: "docusaurus",
	title: "Docusaurus 3.10",
	isInstant: true,
	write: ({ origin, config, elements }) => {
		const pages = writeMarkdown(elements, (text) => `# ${text}`, { index: "/", other: "/other/" });
		return {
			"package.json": "{}",
			"docusaurus.config.js": `module.exports = {
title: "Docs",
url: "${origin}",
baseUrl: "/",
trailingSlash: true,
onBrokenLinks: "throw",
i18n: { defaultLocale: "en", locales: ["en", "ar"], localeConfigs: { ar: { direction: "rtl" } } },
presets: [["classic", { docs: { routeBasePath: "/" }, blog: false }]],
future: { faster: { rspackBundler: true, swcJsLoader: true } },
themeConfig: { colorMode: { respectPrefersColorScheme: true } },
${config}};
`,
			"docs/index.md": `---\nslug: /\n---\n\n${pages.index}`,
			"docs/other.md": pages.other,
			"docs/several.md": pages.several,
			"i18n/ar/docusaurus-plugin-content-docs/current/index.md": `---\nslug: /\n---\n\n${pages.arabic}`,
		};
	},
	commands: [[findProgram("docusaurus"), "build", "--no-minify"]],
	built: "build",
	switchTheme: async (page, theme) => {
		const button = page.getByRole("button", { name: /Switch between dark and light mode/ });
		const isThere = () => page.evaluate((theme) => document.documentElement.dataset.theme === theme, theme);
		// It goes round by the system's, which is one of the two.
		for (let presses = 0; presses < 3 && !(await isThere()); presses++) await button.click();
	},
	paths: { several: "/several/", arabic: "/ar/" },
};
