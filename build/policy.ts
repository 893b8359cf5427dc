import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** The sources of a directive, given the hashes of the elements in the page that it is about. */
type Sources = (hashes: string) => string;

/**
 * Names in a built page's content security policy what stands in the page itself, by hashes, where the policy of its
 * source says `'self'`. It runs last: a hash is of the very text that the browser gets.
 *
 * @param fileName The page's name in the build.
 * @param directives What becomes of `'self'` in each directive.
 * @throws If the build has no such page, or its policy no such directive.
 */
export function hashPolicy(fileName: string, directives: Readonly<Record<string, Sources>>): Plugin {
	return {
		name: "hash-policy",
		apply: "build",
		enforce: "post",
		generateBundle: {
			order: "post",
			handler(_, bundle) {
				const page = bundle[fileName];
				if (page?.type !== "asset") throw new Error(`The build holds no ${fileName}.`);
				const html = String(page.source);
				page.source = Object.entries(directives).reduce((text, [directive, sources]) => {
					const written = `${directive} 'self'`;
					if (!text.includes(written)) throw new Error(`The policy of ${fileName} has no ${written}.`);
					const kind = directive === "style-src" ? "style" : "script";
					return text.replace(written, `${directive} ${sources(hashAll(html, kind))}`);
				}, html);
			},
		},
	};
}

/** The hashes of all inline elements of a kind, as a content security policy names them. */
function hashAll(html: string, tag: "script" | "style"): string {
	const contents = [...html.matchAll(new RegExp(`<${tag}[^>]*>([^]*?)</${tag}>`, "g"))]
		.map(([, content = ""]) => content)
		.filter((content) => content !== "");
	return contents.map((content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`).join(" ");
}
