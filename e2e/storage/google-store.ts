import { createVerify, generateKeyPairSync, randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { type Gate, listen } from "./gate.ts";

/** Permissions of Google Cloud Storage that requests need. */
export type Permission = "create" | "get" | "list" | "delete";

interface GoogleStore extends Gate {
	/** The file of a service account that the store knows, with a key of its own or of another. */
	readonly writeKeyFile: (isRight: boolean) => string;
	/** Permissions that are not given from now on. */
	readonly deny: (...permissions: Permission[]) => void;
}

const email = "worker@project.example";

/**
 * A Google Cloud Storage with one bucket named `bucket`, as far as the object_store crate asks of it: put, multipart upload,
 * get and head, list and delete of the XML API. It checks the signature and the time of the token that a service account's
 * file makes.
 *
 * The emulators that there are can't stand here: fake-gcs-server 1.56.1 answers `POST OBJECT?uploads`, Polars' first request of
 * every write, with 400 “invalid uploadType”.
 *
 * @see docs: Google Cloud Storage XML API; object_store 0.13, src/gcp/client.rs and src/gcp/credential.rs.
 */
export async function startGoogle(): Promise<GoogleStore> {
	const [own, other] = [1, 2].map(() => generateKeyPairSync("rsa", { modulusLength: 2048 }));
	const objects = new Map<string, Buffer>();
	const uploads = new Map<string, Map<number, Buffer>>();
	let denied: readonly Permission[] = [];
	const gate = await listen(async (incoming, outgoing) => {
		const [path = "", query = ""] = (incoming.url ?? "").split("?");
		const parameters = new URLSearchParams(query);
		const [, bucket, ...rest] = path.split("/").map(decodeURIComponent);
		const key = rest.join("/");
		const body = await readBody(incoming);
		const answer = (status: number, text: string | Buffer = "", headers: Record<string, string> = {}) =>
			outgoing.writeHead(status, { "content-length": String(Buffer.byteLength(text)), ...headers }).end(text);
		const refuse = (status: number, code: string, message: string) =>
			answer(status, `<?xml version='1.0'?><Error><Code>${code}</Code><Message>${message}</Message></Error>`);
		if (!own || !isSigned(incoming, own.publicKey))
			return refuse(401, "AuthenticationRequired", "Authentication required.");
		if (bucket !== "bucket") return refuse(404, "NoSuchBucket", "The specified bucket does not exist.");
		const needed = findPermission(incoming.method ?? "", key);
		if (denied.includes(needed)) {
			const details = `${email} does not have storage.objects.${needed} access to the Google Cloud Storage object.`;
			return refuse(403, "AccessDenied", `Access denied.</Message><Details>${details}</Details><Message>`);
		}
		const upload = uploads.get(parameters.get("uploadId") ?? "");
		const object = objects.get(key);
		const etag = { etag: '"1"', "x-goog-generation": "1" };
		if (incoming.method === "POST" && parameters.has("uploads")) {
			const id = randomUUID();
			uploads.set(id, new Map());
			return answer(200, `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
		}
		if (incoming.method === "PUT" && upload) {
			upload.set(Number(parameters.get("partNumber")), body);
			return answer(200, "", etag);
		}
		if (incoming.method === "POST" && upload) {
			const parts = [...upload].toSorted(([a], [b]) => a - b).map(([, part]) => part);
			objects.set(key, Buffer.concat(parts));
			return answer(200, "<CompleteMultipartUploadResult><ETag>1</ETag></CompleteMultipartUploadResult>", etag);
		}
		if (incoming.method === "PUT") {
			objects.set(key, body);
			return answer(200, "", etag);
		}
		if (incoming.method === "GET" && key === "") {
			const prefix = parameters.get("prefix") ?? "";
			const found = [...objects].filter(([name]) => name.startsWith(prefix));
			const rows = found.map(
				([name, { length }]) =>
					`<Contents><Key>${name}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><ETag>"1"</ETag><Size>${length}</Size></Contents>`,
			);
			return answer(200, `<ListBucketResult>${rows.join("")}</ListBucketResult>`);
		}
		if (!object) return refuse(404, "NoSuchKey", "The specified key does not exist.");
		if (incoming.method === "DELETE") {
			objects.delete(key);
			return answer(204);
		}
		const modified = { ...etag, "last-modified": new Date(0).toUTCString() };
		if (incoming.method === "HEAD") {
			return outgoing.writeHead(200, { ...modified, "content-length": String(object.length) }).end();
		}
		const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(incoming.headers.range ?? "") ?? [];
		if (from === "" && to === "") return answer(200, object, modified);
		const start = from === "" ? object.length - Number(to) : Number(from);
		const end = from === "" || to === "" ? object.length : Math.min(Number(to) + 1, object.length);
		const range = `bytes ${start}-${end - 1}/${object.length}`;
		return answer(206, object.subarray(start, end), { ...modified, "content-range": range });
	});
	return {
		...gate,
		writeKeyFile: (isRight) =>
			JSON.stringify({
				type: "service_account",
				client_email: email,
				private_key_id: "0123456789abcdef",
				private_key: (isRight ? own : other)?.privateKey.export({ type: "pkcs8", format: "pem" }),
				gcs_base_url: gate.address,
			}),
		deny: (...permissions) => {
			denied = permissions;
		},
	};
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of incoming) parts.push(part as Buffer);
	return Buffer.concat(parts);
}

/** Whether a request brings a token that was signed with the key, and is of this hour. */
function isSigned(incoming: IncomingMessage, key: Parameters<ReturnType<typeof createVerify>["verify"]>[0]): boolean {
	const [, header = "", claims = "", signature = ""] =
		/^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(incoming.headers.authorization ?? "") ?? [];
	if (signature === "") return false;
	const { iss, exp, iat } = JSON.parse(Buffer.from(claims, "base64url").toString());
	const now = Date.now() / 1000;
	const isNow = iss === email && iat <= now + 60 && exp > now;
	return isNow && createVerify("sha256").update(`${header}.${claims}`).verify(key, Buffer.from(signature, "base64url"));
}

function findPermission(method: string, key: string): Permission {
	if (method === "DELETE") return "delete";
	if (method === "PUT" || method === "POST") return "create";
	return key === "" ? "list" : "get";
}
