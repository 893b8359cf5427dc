import type { Browser, Page } from "@playwright/test";

/** How many times slower than this machine the page's is. */
const slowdown = 4;

/**
 * Does something with a page of its own, with nothing cached, on a processor that is four times slower.
 *
 * @param prepare Runs in the page before any of its scripts.
 */
export async function withSlowPage<Result>(
	browser: Browser,
	baseURL: string,
	prepare: () => void,
	act: (page: Page) => Promise<Result>,
): Promise<Result> {
	const context = await browser.newContext({ baseURL });
	try {
		const page = await context.newPage();
		await page.addInitScript(prepare);
		const session = await context.newCDPSession(page);
		await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
		return await act(page);
	} finally {
		await context.close();
	}
}
