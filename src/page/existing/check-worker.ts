import { doTask, type Task } from "./work.ts";

/** A task and the number that its answer carries, so that the page can tell answers apart. */
export interface CheckRequest {
	readonly id: number;
	readonly task: Task;
}

addEventListener("message", ({ data: { id, task } }: MessageEvent<CheckRequest>) => {
	try {
		postMessage({ id, answer: doTask(task) });
	} catch (error) {
		postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
	}
});
