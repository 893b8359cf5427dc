import { unescapeText } from "../../core/link/escape.ts";
import { type DocsGeneratorName, findGenerator } from "./generator.ts";

/** What a documentation site includes. */
interface Snippet {
	/** What the site's configuration says once, where the script does not stand in the page. */
	readonly config?: { readonly file: string; readonly text: string };
	/** What stands in the page. */
	readonly text: string;
}

/**
 * The lines that put the builder into a page: one script and one element, whose attributes are the link's parameters.
 *
 * @param page Address of the builder's page.
 * @param fragment The link's fragment with its `#`, or an empty text for the default state.
 * @param height The room to keep for it until it has loaded, in CSS pixels: without, what follows moves down then.
 * @param name Of what makes the site: it decides where the script goes, and how the element is written.
 */
export function writeSnippet(
	page: string,
	fragment: string,
	height?: number,
	name: DocsGeneratorName = "html",
): Snippet {
	const { file, writeConfig, writeStyle = writeHtmlStyle, wrap = (html) => html } = findGenerator(name);
	const folder = page.slice(0, page.lastIndexOf("/") + 1);
	// HTML takes an attribute once, so of repeated parameters the first stays, as in a link.
	const parameters = new Map<string, string>();
	for (const parameter of fragment.slice(1).split("&")) {
		const [name = "", ...value] = parameter.split("=");
		if (name !== "" && !parameters.has(name)) parameters.set(name, unescapeText(value.join("=")).text);
	}
	const attributes = [...parameters].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
	const room = height === undefined ? "" : ` ${writeStyle(height)}`;
	const script = `${folder}embed.js`;
	const link = escapeAttribute(`${page}${fragment}`);
	const element = [
		`<polars-checkpoint-builder${attributes.join("")}${room}>`,
		`  <a href="${link}">Polars Checkpoint Builder</a>`,
		"</polars-checkpoint-builder>",
		"",
	].join("\n");
	if (file && writeConfig) return { config: { file, text: writeConfig(script) }, text: wrap(element) };
	return { text: `<script src="${escapeAttribute(script)}" async></script>\n${element}` };
}

function writeHtmlStyle(height: number): string {
	return `style="display: block; min-height: ${height}px"`;
}

function escapeAttribute(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
