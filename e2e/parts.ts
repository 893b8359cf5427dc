import { readFileSync } from "node:fs";

interface Chunk {
	readonly file: string;
	readonly name?: string;
	readonly css?: readonly string[];
}

/** What the bundler says of the built page: each chunk by its source, or by its own name. */
const manifest: Readonly<Record<string, Chunk>> = JSON.parse(
	readFileSync(new URL("../dist/.vite/manifest.json", import.meta.url), "utf8"),
);

/**
 * Whether an address is a file that a part of the page was built into.
 *
 * @param part As its module is called, `OptionPicker`; the first load is `index`.
 */
export function isPart(part: string, kind: "js" | "css" = "js"): (url: URL) => boolean {
	const chunk = Object.values(manifest).find(({ name }) => name === part);
	const files = kind === "css" ? chunk?.css : chunk && [chunk.file];
	if (!files?.length) throw new Error(`The build has no ${kind} of ${part}.`);
	return ({ pathname }) => files.some((file) => pathname.endsWith(`/${file}`));
}
