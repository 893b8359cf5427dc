import { join } from "node:path";
import { findPrograms } from "../install-python.ts";
import { type ProvenGenerator, pageTexts } from "./generator.ts";

function writeTitle(text: string, line: "=" | "-"): string {
	return `${text}\n${line.repeat(text.length)}`;
}

/** Sphinx with Furo, which knows no pages from right to left. */
export const sphinx: ProvenGenerator = {
	name: "sphinx",
	title: "Sphinx with Furo",
	isInstant: false,
	write: ({ config, elements: { s3, gcs, file, link } }) => {
		const { index, after, long, other } = pageTexts;
		const write = (title: string, ...blocks: readonly string[]) =>
			`${[writeTitle(title, "="), ...blocks].join("\n\n")}\n`;
		const tree = ".. toctree::\n   :hidden:\n\n   other\n   several";
		return {
			"conf.py": `project = "Docs"\nhtml_theme = "furo"\n${config}`,
			"index.rst": write(
				"Checkpoints",
				`${index} :doc:\`Another page <other>\`.`,
				s3,
				after,
				writeTitle("Below", "-"),
				long,
				tree,
			),
			"other.rst": write("Another page", `${other} :doc:\`Back <index>\``),
			"several.rst": write("Several", after, s3, after, gcs, after, file, after, link, after),
		};
	},
	commands: [[join(findPrograms("current"), "sphinx-build"), "--quiet", "--fail-on-warning", ".", "built"]],
	built: "built",
	switchTheme: async (page, theme) => {
		const button = page.locator("button.theme-toggle:visible").first();
		const isThere = () => page.evaluate((theme) => document.body.dataset.theme === theme, theme);
		// It goes round by the system's, which is one of the two.
		for (let presses = 0; presses < 3 && !(await isThere()); presses++) await button.click();
	},
	paths: { several: "/several.html" },
	search: async (page, words) => {
		await page.getByRole("textbox", { name: "Search" }).fill(words);
		await page.keyboard.press("Enter");
		return page.locator("#search-results").getByRole("link").first();
	},
};
