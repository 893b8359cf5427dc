import { listEntries, readText, type YamlFile } from "./document.ts";

/** The entries of the Secrets that a file holds beside what refers to them, by the Secret's name and the entry's. */
export function readSecrets({ documents }: YamlFile): (secret: string, key: string) => string | undefined {
	const held = new Map<string, string>();
	for (const document of documents) {
		const entries = listEntries(document.root, document);
		if (readText(entries.get("kind"), document) !== "Secret") continue;
		const metadata = listEntries(entries.get("metadata")?.pair.value, document);
		const name = readText(metadata.get("name"), document) ?? "";
		for (const [key, entry] of listEntries(entries.get("stringData")?.pair.value, document)) {
			const text = readText(entry, document);
			if (text !== undefined) held.set(`${name}\0${key}`, text);
		}
	}
	return (secret, key) => held.get(`${secret}\0${key}`);
}
