import { parse } from "yaml";
import type { CheckpointDraft } from "../draft/draft.ts";
import { secretName } from "../draft/pod-needs.ts";
import { compareEntries, type Entries } from "./compare.ts";
import type { TextFile } from "./output.ts";
import { listSecrets } from "./secret-manifest.ts";

/**
 * Compares files for Kubernetes with a draft's settings: reads each as YAML 1.1, which Kubernetes and Helm read, and as
 * 1.2. The Secret among them is compared here.
 *
 * @param read What a file of another kind says, and what it has to say.
 * @returns The first difference; see {@link compareEntries}.
 */
export function compareYaml(
	files: readonly TextFile[],
	draft: CheckpointDraft,
	read: (parsed: unknown, name: string) => readonly [read: Entries, set: Entries],
): string | undefined {
	for (const { name, text } of files) {
		for (const version of ["1.1", "1.2"] as const) {
			let parsed: unknown;
			try {
				parsed = parse(text, { version, logLevel: "error" });
			} catch {
				return `${name} can't be read as YAML`;
			}
			const [found, set] = name.endsWith("-secret.yaml")
				? [readSecret(parsed), listSecretEntries(draft)]
				: read(parsed, name);
			const difference = compareEntries(name, found, set);
			if (difference !== undefined) return difference;
		}
	}
	return undefined;
}

/** Stands for a value that is kept in the Secret. */
export const inSecret = Symbol("in the Secret");

/** Stands for what nobody set. */
export const unknown = ["", undefined] as const;

/** An option as its own key and value; one of the Secret with {@link inSecret}. */
export function readOption(option: unknown): Entries[number] {
	const { name: key, value, valueFrom, ...rest } = toRecord(option);
	const name = key ?? "";
	if (typeof name !== "string" || Object.keys(rest).length > 0) return unknown;
	if (valueFrom === undefined) return [name, readVariable(value)];
	const { secretKeyRef } = toRecord(valueFrom);
	const reference = toRecord(secretKeyRef);
	return reference.name === secretName && (reference.key ?? "") === name && value === undefined
		? [name, inSecret]
		: unknown;
}

/**
 * A variable's value as Kubernetes hands it on; nothing where it would be another by what else is set.
 *
 * @see docs: Kubernetes API, `EnvVar` of core/v1.
 */
export function readVariable(value: unknown): unknown {
	// A value that is missing in the draft is missing here.
	if (value === null) return "";
	if (typeof value !== "string" || /^(?:[^$]|\$[^(])*\$\(/.test(value)) return undefined;
	return value.replace(/\$([^(])/g, (whole, next) => (next === "$" ? "$" : whole));
}

function readSecret(manifest: unknown): Entries {
	const { kind, metadata, stringData } = toRecord(manifest);
	const isOwn = kind === "Secret" && toRecord(metadata).name === secretName;
	return isOwn ? Object.entries(toRecord(stringData)).map(([key, value]) => [key, value ?? ""]) : [];
}

function listSecretEntries(draft: CheckpointDraft): Entries {
	return [...new Map(listSecrets(draft).map(({ key, value }) => [key.at(-1) ?? "", value]))];
}

/** What a value holds by name; nothing where it is no mapping. */
export function toRecord(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
