import { join } from "node:path";
import { findPrograms, type PythonEnvironment } from "../install-python.ts";
import { type ProvenGenerator, writeMarkdown } from "./generator.ts";

/** MkDocs Material with instant navigation, in the version of an environment. */
function describeMaterial(environment: PythonEnvironment, title: string): ProvenGenerator {
	const mkdocs = join(findPrograms(environment), "mkdocs");
	const build = [mkdocs, "build", "--quiet", "--strict"] as const;
	return {
		name: "material",
		title,
		isInstant: true,
		write: ({ origin, config, elements }) => {
			const pages = writeMarkdown(elements, (text) => `# ${text}`, { index: "index.md", other: "other.md" });
			return {
				"mkdocs.yml": `site_name: Docs
site_url: ${origin}/
theme:
  name: material
  font: false
  features: [navigation.instant]
  palette:
    - scheme: default
      toggle: { icon: material/weather-night, name: Switch to dark }
    - scheme: slate
      toggle: { icon: material/weather-sunny, name: Switch to light }
${config}`,
				"docs/index.md": pages.index,
				"docs/other.md": pages.other,
				"docs/several.md": pages.several,
				// A site's direction is the theme's, so that the page in Arabic is one of another site.
				"ar.yml": `INHERIT: mkdocs.yml
site_url: ${origin}/ar/
docs_dir: ar
site_dir: site/ar
theme:
  language: ar
`,
				"ar/index.md": pages.arabic,
			};
		},
		commands: [build, [...build, "--config-file", "ar.yml"]],
		built: "site",
		switchTheme: (page, theme) => page.locator(`label[title="Switch to ${theme}"]`).click(),
		paths: { several: "/several/", arabic: "/ar/" },
		search: async (page, words) => {
			const box = page.getByRole("textbox", { name: "Search" });
			await box.clear();
			// It listens to keys.
			await box.pressSequentially(words);
			return page.locator(".md-search-result__link").first();
		},
	};
}

export const material = describeMaterial("current", "MkDocs Material 9.7");
export const formerMaterial = describeMaterial("former", "MkDocs Material 8.2");
