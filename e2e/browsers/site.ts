import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DocsSite, findIn, startSite } from "../docs-site/site.ts";
import { installWitness } from "./witness.ts";

const dist = join(import.meta.dirname, "../../dist");

/** The built page with a witness in it, and a documentation site that embeds it. */
export interface Sites {
	/** Address of the builder's folder. */
	readonly builder: string;
	/** Origin of the documentation. It has a page per {@link DocsPage}. */
	readonly docs: string;
	readonly close: () => Promise<void>;
}

/**
 * Starts both sites.
 *
 * @param writeDocs What the documentation has at a path, as HTML, given the builder's address.
 */
export async function startSites(writeDocs: (path: string, builder: string) => string): Promise<Sites> {
	const findBuilt = findIn(dist);
	const builderSite = await startSite(async (path) => {
		if (path === "/witness.js") {
			return { body: `(${installWitness})();`, headers: { "content-type": "text/javascript" } };
		}
		if (path !== "/") return findBuilt(path);
		const html = await readFile(join(dist, "index.html"), "utf8");
		return { body: html.replace("<head>", '<head><script src="./witness.js"></script>') };
	});
	const builder = `${numberOf(builderSite)}/`;
	const docsSite = await startSite((path) => ({ body: writeDocs(path, builder) }));
	return {
		builder,
		docs: docsSite.origin,
		close: async () => {
			await builderSite.close();
			await docsSite.close();
		},
	};
}

/** A site's origin by its number, so that it is another site than the documentation. */
function numberOf({ origin }: DocsSite): string {
	return origin.replace("localhost", "127.0.0.1");
}
