// Starts an S3 emulator that checks signatures, with one bucket. Prints its address, and runs until it is ended.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "@20minutes/s3rver";

const directory = mkdtempSync(join(tmpdir(), "s3-"));
const server = new S3rver({
	address: "127.0.0.1",
	port: 0,
	silent: true,
	directory,
	configureBuckets: [{ name: "bucket" }],
});
const { port } = await server.run();
process.once("SIGTERM", () => {
	rmSync(directory, { recursive: true });
	process.exit();
});
process.stdout.write(`http://127.0.0.1:${port}\n`);
