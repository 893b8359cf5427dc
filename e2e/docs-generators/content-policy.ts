import { createHash } from "node:crypto";

function decodeAttribute(text: string): string {
	const names: Readonly<Record<string, string>> = { amp: "&", quot: '"', lt: "<", gt: ">", "#39": "'", "#x27": "'" };
	return text.replaceAll(/&(amp|quot|lt|gt|#39|#x27);/g, (_, name: string) => names[name] ?? "");
}

/** The sources that allow each text of a kind in a site's pages. */
function listHashes(pages: readonly string[], pattern: RegExp, decode = (text: string) => text): string[] {
	const texts = pages.flatMap((page) => Array.from(page.matchAll(pattern), ([, text = ""]) => decode(text)));
	return [...new Set(texts)].map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
}

/**
 * The strictest content policy under which a site's own pages work: files of the site, and what stands in its pages by
 * its hash. Of the builder it names the origin, for the script and for the frame.
 *
 * @param pages The site's pages, as they are served.
 * @param needed What the generator's pages need besides, by directive.
 */
export function writePolicy(
	pages: readonly string[],
	builder: string,
	needed: Readonly<Record<string, readonly string[]>> = {},
): string {
	const directives: Record<string, readonly string[]> = {
		"default-src": ["'none'"],
		"script-src": ["'self'", builder, ...listHashes(pages, /<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)],
		"style-src-elem": ["'self'", ...listHashes(pages, /<style[^>]*>(.*?)<\/style>/gs)],
		"style-src-attr": ["'unsafe-hashes'", ...listHashes(pages, / style="([^"]*)"/g, decodeAttribute)],
		"img-src": ["'self'", "data:"],
		"font-src": ["'self'"],
		"connect-src": ["'self'"],
		"frame-src": [builder],
		"form-action": ["'self'"],
		"base-uri": ["'none'"],
	};
	for (const [name, sources] of Object.entries(needed)) directives[name] = [...(directives[name] ?? []), ...sources];
	return Object.entries(directives)
		.map(([name, sources]) => `${name} ${sources.join(" ")}`)
		.join("; ");
}
