import { readFileSync } from "node:fs";
import type { HtmlTagDescriptor, Plugin } from "vite";

/** The picture of the page, as it stands in `public` and so beside the built page. */
const picture = {
	file: "screenshot.png",
	alt: "A form on the left, the configuration files that follow from it on the right.",
};

/** Has a page that is shared in a chat shown with its title, its description and, where its address is known, a picture. */
export function linkPreview(): Plugin {
	let site: string | undefined;
	return {
		name: "link-preview",
		configResolved: ({ env }) => {
			site = env.SITE_URL || undefined;
		},
		transformIndexHtml: (html) => describeForPreview(html, site),
	};
}

/**
 * The elements that describe a page to whoever makes a preview of a link to it.
 *
 * @param html The page, with its title and description.
 * @param site The page's address. Who makes previews takes absolute addresses alone, so that without it there is no picture.
 * @throws If the page lacks either, or the address is none.
 * @see docs: The Open Graph protocol, https://ogp.me/
 */
export function describeForPreview(html: string, site: string | undefined): HtmlTagDescriptor[] {
	const title = /<title>([^<]+)<\/title>/.exec(html)?.[1];
	const description = /<meta\s+name="description"\s+content="([^"]+)"/.exec(html)?.[1];
	if (title === undefined || description === undefined) throw new Error("The page has no title or no description.");
	const properties: Record<string, string> = { "og:type": "website", "og:title": title, "og:description": description };
	if (site !== undefined) {
		const { width, height } = measurePicture();
		Object.assign(properties, {
			"og:url": new URL(site).href,
			"og:image": new URL(picture.file, site).href,
			"og:image:width": String(width),
			"og:image:height": String(height),
			"og:image:alt": picture.alt,
		});
	}
	const card = site === undefined ? "summary" : "summary_large_image";
	return [
		...Object.entries(properties).map(([property, content]) => ({ tag: "meta", attrs: { property, content } })),
		{ tag: "meta", attrs: { name: "twitter:card", content: card } },
	];
}

/** The picture's size in pixels, from the head of its PNG. */
function measurePicture(): { readonly width: number; readonly height: number } {
	const bytes = readFileSync(new URL(`../public/${picture.file}`, import.meta.url));
	return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
