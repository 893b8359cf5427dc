import type { CheckRequest } from "./check-worker.ts";
import { startWorker } from "./start-worker.ts";
import type { Answers, Task } from "./work.ts";

interface Waiting {
	readonly resolve: (answer: never) => void;
	readonly reject: (reason: Error) => void;
}

let worker: Worker | undefined;
let count = 0;
const waiting = new Map<number, Waiting>();

/**
 * Has a task done beside the page, which stays free meanwhile. Tasks are done one after the other.
 *
 * @throws {Error} If the worker can't be loaded, or the task fails. It may be asked again.
 */
export function askWorker<Kind extends Task["kind"]>(task: Extract<Task, { kind: Kind }>): Promise<Answers[Kind]> {
	return new Promise((resolve, reject) => {
		worker ??= listen(startWorker());
		count++;
		waiting.set(count, { resolve, reject });
		worker.postMessage({ id: count, task } satisfies CheckRequest);
	});
}

function listen(started: Worker): Worker {
	started.addEventListener("message", ({ data }: MessageEvent<{ id: number; answer: never; failure?: string }>) => {
		const asked = waiting.get(data.id);
		waiting.delete(data.id);
		if (data.failure === undefined) asked?.resolve(data.answer);
		else asked?.reject(new Error(data.failure));
	});
	started.addEventListener("error", () => {
		if (worker === started) worker = undefined;
		started.terminate();
		for (const { reject } of waiting.values()) reject(new Error("The worker stopped."));
		waiting.clear();
	});
	return started;
}
