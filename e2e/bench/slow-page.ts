import type { Browser, Page } from "@playwright/test";

/** How many times slower than this machine the page's is. */
const slowdown = 4;

/** A slow 4G line: 1.6 Mbit/s down, 0.75 up, in bytes a second, and 150 ms to an answer. */
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/**
 * Does something with a page of its own, with nothing cached, on a processor that is four times slower.
 *
 * @param prepare Runs in the page before any of its scripts.
 * @param slowLine Whether the page comes over a slow line too.
 */
export async function withSlowPage<Result>(
	browser: Browser,
	baseURL: string,
	prepare: () => void,
	act: (page: Page) => Promise<Result>,
	{ slowLine = false } = {},
): Promise<Result> {
	const context = await browser.newContext({ baseURL });
	try {
		const page = await context.newPage();
		await page.addInitScript(prepare);
		const session = await context.newCDPSession(page);
		await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
		if (slowLine) await session.send("Network.emulateNetworkConditions", line);
		return await act(page);
	} finally {
		await context.close();
	}
}
