import { unescapeText } from "../../core/link/escape.ts";

/**
 * The lines that put the builder into a page: one script and one element, whose attributes are the link's parameters.
 *
 * @param page Address of the builder's page.
 * @param fragment The link's fragment with its `#`, or an empty text for the default state.
 * @param height The room to keep for it until it has loaded, in CSS pixels: without, what follows moves down then.
 */
export function writeSnippet(page: string, fragment: string, height?: number): string {
	const folder = page.slice(0, page.lastIndexOf("/") + 1);
	// HTML takes an attribute once, so of repeated parameters the first stays, as in a link.
	const parameters = new Map<string, string>();
	for (const parameter of fragment.slice(1).split("&")) {
		const [name = "", ...value] = parameter.split("=");
		if (name !== "" && !parameters.has(name)) parameters.set(name, unescapeText(value.join("=")).text);
	}
	const attributes = [...parameters].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
	const room = height === undefined ? "" : ` style="display: block; min-height: ${height}px"`;
	const link = escapeAttribute(`${page}${fragment}`);
	return [
		`<script src="${escapeAttribute(`${folder}embed.js`)}" async></script>`,
		`<polars-checkpoint-builder${attributes.join("")}${room}>`,
		`  <a href="${link}">Polars Checkpoint Builder</a>`,
		"</polars-checkpoint-builder>",
		"",
	].join("\n");
}

function escapeAttribute(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
