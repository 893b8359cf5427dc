import type { Plugin } from "vite";

/** Puts the styles of the first load into the page, where its first sight waits for no further request. */
export function inlineStyles(): Plugin {
	return {
		name: "inline-styles",
		apply: "build",
		transformIndexHtml: {
			order: "post",
			handler(html, { bundle = {}, chunk }) {
				const files = [...(chunk?.viteMetadata?.importedCss ?? [])];
				return files.reduce((text, file) => {
					const sheet = bundle[file];
					if (sheet?.type !== "asset") throw new Error(`The build holds no ${file}.`);
					const css = String(sheet.source).trim();
					// Addresses in it are relative to its own, and an end tag would end it early.
					if (/url\((?!["']?(?:data:|#))|<\//.test(css)) throw new Error(`${file} can't stand in the page.`);
					delete bundle[file];
					chunk?.viteMetadata?.importedCss.delete(file);
					const link = new RegExp(`<link rel="stylesheet"[^>]*href="[^"]*${file}"[^>]*>`);
					if (!link.test(text)) throw new Error(`The page does not ask for ${file}.`);
					return text.replace(link, () => `<style>${css}</style>`);
				}, html);
			},
		},
	};
}
