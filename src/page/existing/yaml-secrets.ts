import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from "yaml";
import { removeCredentials } from "../../core/draft/secret.ts";
import {
	listEntries,
	rangeOf,
	readText,
	readYaml,
	resolve,
	type YamlDocument,
} from "../../core/formats/yaml/document.ts";
import { findOption } from "../../core/object-store/option.ts";
import type { TextRange } from "../../core/problem.ts";
import { isObjectStore, type ObjectStore } from "../../core/stores/stores.ts";
import { listLineSecrets } from "./line-secrets.ts";
import { isHiddenOption, isHiddenVariable, isSecretName } from "./secret-name.ts";

/** What is known of a place in a document from the keys above it. */
interface Context {
	/** Whether all that stands here is hidden. */
	readonly isHidden?: boolean;
	readonly store?: ObjectStore;
	/** Whether a location is described here. */
	readonly isLocation?: boolean;
	/** Whether what stands here names an entry of a Secret or of a ConfigMap. */
	readonly isReference?: boolean;
}

/** Keys of a location that hold no secret, in manifests and in values. */
const locationKey =
	/^(?:enabled|url|endpoint|endpointURL|path|mountPath|subPath|name|options|size|storageClassName|create|existingClaimName|presignDuration|optional)$/;

/** Keys that stand beside a `key` that names something. */
const besideKey = /^(?:operator|path|effect)$/;

/**
 * Finds the secrets of YAML: values of keys that hold secrets, of options and variables that do or that nobody knows, all
 * that is in a Secret, and what looks like a credential. In a text that can't be read whole it goes by the lines as well.
 *
 * @param looksSecret Whether a text over several lines, such as a file in a ConfigMap, holds a secret.
 */
export function listYamlSecrets(text: string, looksSecret: (text: string) => boolean): TextRange[] {
	const { documents } = readYaml(text);
	const isBroken =
		documents.some(({ remarks }) => remarks.length > 0) || (documents.length === 0 && text.trim() !== "");
	const found = documents.flatMap((document) => new Walk(document, text, looksSecret).list());
	// An expression of a template may hold a text.
	return isBroken || text.includes("{{") ? [...found, ...listLineSecrets(text, false)] : found;
}

class Walk {
	readonly #found: TextRange[] = [];
	readonly #seen = new Map<Node, Set<string>>();
	readonly #document: YamlDocument;
	readonly #text: string;
	readonly #looksSecret: (text: string) => boolean;

	constructor(document: YamlDocument, text: string, looksSecret: (text: string) => boolean) {
		this.#document = document;
		this.#text = text;
		this.#looksSecret = looksSecret;
	}

	list(): TextRange[] {
		this.#visit(this.#document.document.contents, {});
		return this.#found;
	}

	#visit(node: unknown, context: Context): void {
		if (isAlias(node)) this.#visit(resolve(node, this.#document), context);
		else if (isScalar(node)) this.#visitScalar(node, context);
		else if (isMap(node) || isSeq(node)) this.#visitCollection(node, context);
	}

	#visitCollection(node: YAMLMap | YAMLSeq, context: Context): void {
		// What an alias leads to more than once is looked at once for each thing that it may mean.
		const seen = this.#seen.get(node) ?? new Set();
		const about = JSON.stringify(context);
		if (seen.has(about)) return;
		this.#seen.set(node, seen.add(about));
		if (isMap(node)) this.#visitMap(node, context);
		else for (const item of node.items) this.#visit(item, context);
	}

	#visitScalar(node: Node & { readonly value: unknown; readonly source?: string }, { isHidden }: Context): void {
		const range = rangeOf(node);
		const texts = [String(node.value ?? ""), node.source ?? ""];
		const isSecret =
			isHidden === true ||
			texts.some((text) => removeCredentials(text) !== text || (text.includes("\n") && this.#looksSecret(text)));
		if (isSecret) this.#found.push(range);
	}

	#visitMap(map: YAMLMap, context: Context): void {
		const entries = listEntries(map, this.#document);
		const kind = readText(entries.get("kind"), this.#document) ?? "";
		for (const pair of map.items) this.#visitPair(pair, context, map, /secret/i.test(kind));
		// An entry of a list of options or variables, of which a merge may bring either half.
		const value = entries.get("value");
		if (!value) return;
		const names = [...map.items, ...entries.values()].flatMap((item) => {
			const key = "pair" in item ? item.pair : item;
			return isScalar(key.key) && /^(?:name|key)$/i.test(String(key.key.value)) ? [key.value] : [];
		});
		const isShown = names.length > 0 && names.every((name) => !this.#isHiddenName(name, context));
		if (!isShown) this.#visit(value.pair.value, { isHidden: true });
	}

	#isHiddenName(node: unknown, { store, isLocation }: Context): boolean {
		const name = resolve(node, this.#document);
		if (!isScalar(name) || typeof name.value !== "string") return true;
		return isLocation ? isHiddenOption(store, name.value) : isHiddenVariable(name.value);
	}

	#visitPair(pair: Pair, context: Context, map: YAMLMap, isSecret: boolean): void {
		const key = resolve(pair.key, this.#document);
		if (!isScalar(key)) {
			this.#visit(pair.key, { isHidden: true });
			this.#visit(pair.value, { ...context, isHidden: true });
			return;
		}
		const name = String(key.value);
		if (removeCredentials(name) !== name) this.#found.push(rangeOf(key));
		if (key.source === "<<") {
			this.#visit(pair.value, context);
			return;
		}
		const isSealed = /^stringData$/i.test(name) || (isSecret && /^(?:data|encryptedData)$/.test(name));
		if (isSealed) this.#hideComments(pair);
		const isReference = /KeyRef$/.test(name);
		// What refers to a secret names it, and holds none.
		const isHidden = !isReference && (context.isHidden || isSealed || this.#isHiddenKey(name, pair, context, map));
		const store = isObjectStore(name) ? name : context.store;
		this.#visit(pair.value, {
			...(isHidden && { isHidden }),
			...(store && { store }),
			...((store || context.isLocation || /data$|location|options/i.test(name)) && { isLocation: true }),
			...(isReference && { isReference }),
		});
	}

	#isHiddenKey(name: string, { value }: Pair, { store, isLocation, isReference }: Context, map: YAMLMap): boolean {
		const node = resolve(value, this.#document);
		const isText = isScalar(node) && typeof node.value !== "boolean" && node.value !== null;
		if (isReference) return !/^(?:name|key|optional)$/.test(name);
		if (name === "key" && map.items.some(({ key }) => isScalar(key) && besideKey.test(String(key.value)))) return false;
		if (name === "name" && map.has("value")) return false;
		if (store && isText && !locationKey.test(name)) return name === "value" ? false : isHiddenOption(store, name);
		if (isLocation && findOption("s3", name)) return isHiddenOption(undefined, name);
		return isSecretName(name);
	}

	/** A comment among a Secret's entries may hold one that was put out of use. */
	#hideComments({ key, value }: Pair): void {
		const { start } = rangeOf(key as Node);
		const end = (value as Node | null)?.range?.[2] ?? start;
		for (const { 0: comment, index } of this.#text.slice(start, end).matchAll(/#[^\n]*/g))
			this.#found.push({ start: start + index, end: start + index + comment.length });
	}
}
