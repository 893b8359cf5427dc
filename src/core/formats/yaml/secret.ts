import { listEntries, readText, type YamlFile } from "./document.ts";

/**
 * The entries of the Secrets that a file holds beside what refers to them, by the Secret's name and the entry's.
 *
 * @see docs: Kubernetes API, `Secret` of core/v1: `data` is base64, and `stringData` is laid over it.
 */
export function readSecrets({ documents }: YamlFile): (secret: string, key: string) => string | undefined {
	const held = new Map<string, string>();
	for (const document of documents) {
		const entries = listEntries(document.root, document);
		if (readText(entries.get("kind"), document) !== "Secret") continue;
		const metadata = listEntries(entries.get("metadata")?.pair.value, document);
		const name = readText(metadata.get("name"), document) ?? "";
		for (const field of ["data", "stringData"]) {
			for (const [key, entry] of listEntries(entries.get(field)?.pair.value, document)) {
				const written = readText(entry, document);
				const text = field === "data" && written !== undefined ? decodeBase64(written) : written;
				if (text !== undefined) held.set(`${name}\0${key}`, text);
			}
		}
	}
	return (secret, key) => held.get(`${secret}\0${key}`);
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The text that base64 of its UTF-8 stands for; undefined for what is none. */
function decodeBase64(written: string): string | undefined {
	const text = written.replace(/\s/g, "");
	if (!/^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(text)) return undefined;
	const bits = [...text.replace(/=+$/, "")].map((character) =>
		alphabet.indexOf(character).toString(2).padStart(6, "0"),
	);
	const bytes = bits.join("").match(/.{8}/g) ?? [];
	try {
		return decodeURIComponent(
			bytes.map((byte) => `%${Number.parseInt(byte, 2).toString(16).padStart(2, "0")}`).join(""),
		);
	} catch {
		return undefined;
	}
}
