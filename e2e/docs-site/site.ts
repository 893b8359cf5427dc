import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

export interface SitePage {
	readonly body: string | Buffer;
	readonly headers?: Readonly<Record<string, string>>;
}

/** A docs site that somebody else runs: it has another origin than the builder, and is another site to the browser. */
export interface DocsSite {
	readonly origin: string;
	readonly close: () => Promise<void>;
}

/**
 * Starts a site on this machine.
 *
 * @param findPage What the site has at a path; an address without one is not found.
 * @param port By default, a free one.
 */
export async function startSite(
	findPage: (path: string) => SitePage | undefined | Promise<SitePage | undefined>,
	port = 0,
): Promise<DocsSite> {
	const server = createServer(async (request, response) => {
		const { pathname } = new URL(request.url ?? "/", "http://site");
		const page = pathname === "/favicon.ico" ? { body: "" } : await findPage(pathname);
		response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8", ...page?.headers });
		response.end(page?.body ?? "Not found");
	});
	await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
	return {
		// By its name, as the builder goes by its number: a browser takes them for different sites.
		origin: `http://localhost:${(server.address() as AddressInfo).port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

const types: Readonly<Record<string, string>> = {
	".js": "text/javascript",
	".css": "text/css",
	".svg": "image/svg+xml",
	".json": "application/json",
	".wasm": "application/wasm",
};

/** Finds the pages of a site that was built into a folder. */
export function findIn(folder: string): (path: string) => Promise<SitePage | undefined> {
	return async (path) => {
		const name = path.endsWith("/") ? `${path}index.html` : path;
		try {
			const body = await readFile(join(folder, name));
			const type = types[extname(name)];
			return type === undefined ? { body } : { body, headers: { "content-type": type } };
		} catch {
			return undefined;
		}
	};
}
