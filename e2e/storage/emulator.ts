import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";

/** A store on this machine, and the credentials that it takes. */
export interface Emulator {
	/** Address of the server. */
	readonly address: string;
	readonly account: string;
	readonly secret: string;
	readonly stop: () => void;
}

/** Starts the S3 emulator, which checks signatures and has a bucket named `bucket`. */
export async function startS3(): Promise<Emulator> {
	const server = start(["s3.mjs"], {});
	return { address: await readAddress(server), account: "S3RVER", secret: "S3RVER", stop: () => server.kill() };
}

/** Starts the Azure emulator with an account of its own, and makes a container named `container`. */
export async function startAzure(): Promise<Emulator> {
	const account = "youraccount";
	const secret = randomBytes(64).toString("base64");
	const flags = ["--blobHost=127.0.0.1", "--blobPort=0", "--inMemoryPersistence", "--disableTelemetry"];
	const server = start(["node_modules/azurite/dist/src/blob/main.js", ...flags, "--skipApiVersionCheck"], {
		AZURITE_ACCOUNTS: `${account}:${secret}`,
	});
	const address = `${await readAddress(server)}/${account}`;
	await createContainer(address, account, secret);
	return { address, account, secret, stop: () => server.kill() };
}

function start(command: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
	return spawn(process.execPath, command, {
		cwd: import.meta.dirname,
		env: { ...process.env, ...environment },
		stdio: ["ignore", "pipe", "inherit"],
	});
}

/** Waits until a server has printed where it listens. */
function readAddress(server: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let output = "";
		server.once("exit", () => reject(new Error(`The emulator ended: ${output}`)));
		server.stdout?.setEncoding("utf8").on("data", (text: string) => {
			output += text;
			const [address] = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(output) ?? [];
			if (address !== undefined) resolve(address);
		});
	});
}

/** @see docs: Azure Storage REST, "Create Container" and "Authorize with Shared Key". */
async function createContainer(address: string, account: string, secret: string): Promise<void> {
	const headers = { "x-ms-date": new Date().toUTCString(), "x-ms-version": "2021-12-02" };
	const signed = [
		"PUT",
		...Array(11).fill(""),
		...Object.entries(headers).map((header) => header.join(":")),
		`/${account}/${account}/container`,
		"restype:container",
	].join("\n");
	const signature = createHmac("sha256", Buffer.from(secret, "base64")).update(signed).digest("base64");
	const response = await fetch(`${address}/container?restype=container`, {
		method: "PUT",
		headers: { ...headers, authorization: `SharedKey ${account}:${signature}` },
	});
	if (!response.ok) throw new Error(`No container: ${response.status} ${await response.text()}`);
}
