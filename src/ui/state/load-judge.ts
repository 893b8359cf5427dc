import { nextTask } from "../next-task.ts";
import type * as judge from "./judge.ts";

/**
 * Fetches what judges a draft. Its schemas run in tasks of their own: on a slow machine all together are long.
 *
 * @throws If it can't be fetched; it may be tried again.
 */
export async function loadJudge(): Promise<typeof judge> {
	await import("../../config/checkpoint.ts");
	await nextTask();
	return import("./judge.ts");
}
