import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, request, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { python } from "./install-python.ts";

/** What a gate lets nobody pass with. */
export interface GateRules {
	/** Only requests that were signed for it. */
	readonly region?: string;
	/** Answers a wrong region with the redirect of a region's own host, rather than with a word. */
	readonly redirects?: true;
	/** How far its clock goes before this machine's, in minutes. */
	readonly ahead?: number;
	/** A session token that has run out. */
	readonly expired?: string;
}

export interface Gate {
	readonly address: string;
	/** The file with the certificate of the authority, where it speaks TLS. */
	readonly authority?: string;
	readonly stop: () => void;
}

/**
 * A server before an emulator of S3, which answers as Amazon documents where the emulator looks at nothing: of the region,
 * the clock and the age of a token.
 *
 * @see docs: Amazon S3, "Error responses", list of error codes.
 */
export function startGate(target: string, rules: GateRules, secure = false): Promise<Gate> {
	return listen((incoming, outgoing) => {
		const now = Date.now() + (rules.ahead ?? 0) * 60_000;
		outgoing.setHeader("date", new Date(now).toUTCString());
		const refusal = findRefusal(incoming, rules, now);
		if (!refusal) return forward(target, incoming, outgoing);
		const [status, code, message] = refusal;
		const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;
		incoming.resume().on("end", () => outgoing.writeHead(status, { "content-type": "application/xml" }).end(body));
	}, secure);
}

/** Starts a server of one's own on a free port. */
export async function listen(answer: RequestListener, secure = false): Promise<Gate> {
	const folder = secure ? mkdtempSync(join(tmpdir(), "tls-")) : undefined;
	if (folder) execFileSync(python, ["-m", "trustme", "--dir", folder, "--identities", "127.0.0.1", "--quiet"]);
	const read = (name: string) => readFileSync(join(folder ?? "", name));
	const server = folder
		? createTlsServer({ key: read("server.key"), cert: read("server.pem") }, answer)
		: createServer(answer);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		address: `http${secure ? "s" : ""}://127.0.0.1:${port}`,
		...(folder && { authority: join(folder, "client.pem") }),
		stop: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}

type Refusal = readonly [status: number, code: string, message: string];

function findRefusal({ headers }: IncomingMessage, rules: GateRules, now: number): Refusal | undefined {
	const { authorization = "", "x-amz-date": date = "", "x-amz-security-token": token } = headers;
	if (rules.expired !== undefined && token === rules.expired) {
		return [400, "ExpiredToken", "The provided token has expired."];
	}
	const [, region] = /Credential=[^/]+\/\d+\/([^/]+)/.exec(authorization) ?? [];
	if (rules.region !== undefined && region !== undefined && region !== rules.region) {
		if (rules.redirects) {
			return [
				301,
				"PermanentRedirect",
				"The bucket you are attempting to access must be addressed using another endpoint.",
			];
		}
		const message = `The authorization header is malformed; the region '${region}' is wrong; expecting '${rules.region}'`;
		return [400, "AuthorizationHeaderMalformed", message];
	}
	const time = Date.parse(String(date).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
	if (rules.ahead !== undefined && Math.abs(time - now) > 15 * 60_000) {
		return [403, "RequestTimeTooSkewed", "The difference between the request time and the current time is too large."];
	}
	return undefined;
}

/** Hands a request on as it came, the host that was signed with it. */
function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
	const { host, hostname, port } = new URL(target);
	void host;
	const onward = request(
		{ hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers },
		(answer) => {
			const { date: _, ...headers } = answer.headers;
			outgoing.writeHead(answer.statusCode ?? 502, headers);
			answer.pipe(outgoing);
		},
	);
	onward.on("error", () => outgoing.destroy());
	incoming.pipe(onward);
}
