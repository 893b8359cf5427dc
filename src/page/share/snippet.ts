import { unescapeText } from "../../core/link/escape.ts";
import { type DocsGeneratorName, findGenerator } from "./generator.ts";

/** What the element shows, as its attribute `mode` says it: the whole builder has none. */
export const embedModes = {
	whole: "The whole builder",
	file: "The period, the place and the files",
	link: "A card that opens the builder",
} as const;

export type EmbedMode = keyof typeof embedModes;

/** How a site shows the builder; each has a default. */
interface SnippetChoice {
	/** What makes the site: it decides where the script goes, and how the element is written. By default nothing does: `html`. */
	readonly generator?: DocsGeneratorName;
	/** By default `whole`. */
	readonly mode?: EmbedMode;
	/** The room to keep until the builder has loaded, in CSS pixels: without, what follows moves down then. A card needs none. */
	readonly height?: number | undefined;
}

/** The height of a card of two lines, in whatever font the page has. */
const cardRoom = "5em";

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
 */
export function writeSnippet(
	page: string,
	fragment: string,
	{ generator = "html", mode = "whole", height }: SnippetChoice = {},
): Snippet {
	const { file, writeConfig, writeStyle = writeHtmlStyle, wrap = (html) => html } = findGenerator(generator);
	const folder = page.slice(0, page.lastIndexOf("/") + 1);
	// HTML takes an attribute once, so of repeated parameters the first stays, as in a link.
	const parameters = new Map<string, string>();
	for (const parameter of fragment.slice(1).split("&")) {
		const [name = "", ...value] = parameter.split("=");
		if (name !== "" && !parameters.has(name)) parameters.set(name, unescapeText(value.join("=")).text);
	}
	const attributes = [...parameters].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
	const shown = mode === "whole" ? "" : ` mode="${mode}"`;
	const room = mode === "link" ? cardRoom : height && `${height}px`;
	const style = room ? ` ${writeStyle(room)}` : "";
	const script = `${folder}embed.js`;
	const link = escapeAttribute(`${page}${fragment}`);
	const element = [
		`<polars-checkpoint-builder${shown}${attributes.join("")}${style}>`,
		`  <a href="${link}">Polars Checkpoint Builder</a>`,
		"</polars-checkpoint-builder>",
		"",
	].join("\n");
	if (file && writeConfig) return { config: { file, text: writeConfig(script) }, text: wrap(element) };
	return { text: `<script src="${escapeAttribute(script)}" async></script>\n${element}` };
}

/** The element is a block with a gap and its room from the start: what stands around it need not move later. */
function writeHtmlStyle(room: string): string {
	return `style="display: block; margin-block: 1em; min-height: ${room}"`;
}

function escapeAttribute(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
