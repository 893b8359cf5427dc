import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import type { DocsGeneratorName } from "../../src/page/share/generator.ts";
import { writeSnippet } from "../../src/page/share/snippet.ts";
import { programs } from "./install-python.ts";

const repository = join(import.meta.dirname, "../..");

/** The height in CSS pixels that the sites' pages keep for the embed, told from all else in them. */
export const keptHeight = 98765;

/** A documentation generator as the proof uses it. */
export interface ProvenGenerator {
	readonly name: DocsGeneratorName;
	/** Whether a link to another of its pages leaves the document as it is. */
	readonly isInstant: boolean;
	/** The files of a site, given the site's address, the lines for its configuration and those for its page. */
	readonly write: (origin: string, config: string, element: string) => Readonly<Record<string, string>>;
	/** Builds the site in its folder, and says where in it the pages are. */
	readonly command: readonly [string, ...string[]];
	readonly built: string;
	readonly switchTheme: (page: Page) => Promise<void>;
}

const paragraph = "A checkpoint keeps what a query has done so far, so that it need not begin anew.";
const long = Array.from({ length: 60 }, () => paragraph).join("\n\n");

/** Two pages in Markdown, which link to each other. */
function writeMarkdown(element: string, other: string, back: string): { index: string; other: string } {
	return {
		index: `# Checkpoints\n\n${paragraph} [Another page](${other}).\n\n${element}\n\n## Below\n\n${long}\n`,
		other: `# Another page\n\n[Back](${back})\n`,
	};
}

export const provenGenerators: readonly ProvenGenerator[] = [
	{
		name: "material",
		isInstant: true,
		write: (origin, config, element) => {
			const { index, other } = writeMarkdown(element, "other.md", "index.md");
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
				"docs/index.md": index,
				"docs/other.md": other,
			};
		},
		command: [join(programs, "mkdocs"), "build", "--quiet", "--strict"],
		built: "site",
		switchTheme: (page) => page.locator('label[title="Switch to dark"]').click(),
	},
	{
		name: "vitepress",
		isInstant: true,
		write: (_, config, element) => {
			const { index, other } = writeMarkdown(element, "./other", "./");
			return {
				"package.json": '{ "type": "module" }',
				".vitepress/config.ts": `import { defineConfig } from "vitepress";

export default defineConfig({
title: "Docs",
${config}});
`,
				"index.md": index,
				"other.md": other,
			};
		},
		command: ["npx", "vitepress", "build"],
		built: ".vitepress/dist",
		switchTheme: (page) => page.getByRole("switch", { name: "Appearance" }).click(),
	},
	{
		name: "sphinx",
		isInstant: false,
		write: (_, config, element) => ({
			"conf.py": `project = "Docs"\nhtml_theme = "furo"\n${config}`,
			"index.rst": `Checkpoints
===========

${paragraph} :doc:\`Another page <other>\`.

${element}
Below
-----

${long}

.. toctree::
   :hidden:

   other
`,
			"other.rst": "Another page\n============\n\n:doc:`Back <index>`\n",
		}),
		command: [join(programs, "sphinx-build"), "--quiet", "--fail-on-warning", ".", "built"],
		built: "built",
		// From what the system prefers to the other, in Furo's order.
		switchTheme: async (page) => {
			const button = page.locator("button.theme-toggle:visible").first();
			const isDark = () => page.evaluate(() => document.body.dataset.theme === "dark");
			for (let presses = 0; presses < 3 && !(await isDark()); presses++) await button.click();
		},
	},
];

/**
 * Builds a generator's site, with the lines that the builder's own dialog writes for it.
 *
 * @param builder Address of the builder's folder.
 * @param origin Of the site.
 * @returns The folder of the built pages, and how to remove all that the build made.
 */
export async function buildSite(
	{ name, write, command: [program, ...args], built }: ProvenGenerator,
	builder: string,
	origin: string,
): Promise<{ folder: string; remove: () => Promise<void> }> {
	const { config, text } = writeSnippet(
		builder,
		"#v=1&period=5+mins&store=s3&credentials=environment&url=s3://bucket/ck",
		{ generator: name, height: keptHeight },
	);
	// Below the modules of the repository, where the generators that are written in JavaScript find theirs.
	await mkdir(join(repository, ".cache"), { recursive: true });
	const site = await mkdtemp(join(repository, ".cache", `${name}-`));
	for (const [file, content] of Object.entries(write(origin, config?.text ?? "", text))) {
		await mkdir(dirname(join(site, file)), { recursive: true });
		await writeFile(join(site, file), content);
	}
	await promisify(execFile)(program, args, { cwd: site });
	return { folder: join(site, built), remove: () => rm(site, { recursive: true }) };
}
