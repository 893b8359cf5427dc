/** How a documentation generator takes a script and an element. */
interface DocsGenerator {
	readonly title: string;
	/** The file that names the site's scripts; without one, the script goes into the page. */
	readonly file?: string;
	/** The lines of that file that include a script, which may stand among others. */
	readonly writeConfig?: (script: string) => string;
	/** The element's style that keeps a gap around it and a room as high as a CSS length says, where HTML's own is not taken. */
	readonly writeStyle?: (room: string) => string;
	/** The lines for the page, where HTML can't stand there as it is. */
	readonly wrap?: (html: string) => string;
}

/** The documentation generators whose lines are known, in the order of the list. */
export const docsGenerators = {
	html: { title: "HTML" },
	material: {
		title: "MkDocs Material",
		file: "mkdocs.yml",
		writeConfig: (script) => `extra_javascript:\n  - path: ${script}\n    async: true\n`,
	},
	vitepress: {
		title: "VitePress",
		file: ".vitepress/config.ts",
		writeConfig: (script) => `head: [["script", { src: "${script}", async: "" }]],
vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "polars-checkpoint-builder" } } },
`,
	},
	docusaurus: {
		title: "Docusaurus",
		file: "docusaurus.config.js",
		writeConfig: (script) => `scripts: [{ src: "${script}", async: true }],\n`,
		// Its Markdown is MDX, whose styles are objects.
		writeStyle: (room) => `style={{ display: "block", marginBlock: "1em", minHeight: "${room}" }}`,
	},
	starlight: {
		title: "Starlight",
		file: "astro.config.mjs, in starlight({ … })",
		writeConfig: (script) => `head: [{ tag: "script", attrs: { src: "${script}", async: true } }],\n`,
	},
	sphinx: {
		title: "Sphinx",
		file: "conf.py",
		writeConfig: (script) => `html_js_files = [("${script}", {"async": "async"})]\n`,
		wrap: (html) => `.. raw:: html\n\n${html.replaceAll(/^(?=.)/gm, "   ")}`,
	},
} as const satisfies Readonly<Record<string, DocsGenerator>>;

export type DocsGeneratorName = keyof typeof docsGenerators;

/** A generator by its name, with all that it may have. */
export function findGenerator(name: DocsGeneratorName): DocsGenerator {
	return docsGenerators[name];
}
