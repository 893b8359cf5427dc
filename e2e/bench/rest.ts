import { setTimeout as wait } from "node:timers/promises";

/** How long a small machine is busy with what came before, in milliseconds. */
const rest = 30_000;

/** Lets the machine come to rest: the build that comes before a benchmark makes its times longer. */
export default async function letRest(): Promise<void> {
	process.stderr.write("Letting the machine rest…\n");
	await wait(rest);
}
