import type { CheckpointDraft } from "../draft/draft.ts";
import { secretName } from "../draft/pod-needs.ts";
import { listSettings, type Setting } from "../draft/setting.ts";
import { findOption } from "../object-store/option.ts";
import type { Step } from "./output.ts";
import { YamlText, type YamlValue } from "./yaml.ts";

/** The Secret that the options' `secretKeyRef` refers to; nothing if there are no secrets. */
export function buildSecret(draft: CheckpointDraft): YamlValue | undefined {
	const secrets = listSecrets(draft);
	if (secrets.length === 0) return undefined;
	const entries = secrets.map(({ key, value, field }) => [
		key.at(-1) ?? "",
		new YamlText(typeof value === "string" ? value : "", { field, secret: true }),
	]);
	return {
		apiVersion: "v1",
		kind: "Secret",
		metadata: { name: secretName },
		type: "Opaque",
		stringData: Object.fromEntries(entries),
	};
}

/** The settings that are kept in a Secret. */
export function listSecrets(draft: CheckpointDraft): readonly Setting[] {
	return listSettings(draft).filter(({ secret }) => secret);
}

/**
 * Makes the Secret from what is typed at a prompt: neither the history, nor a file, nor the list of processes gets to
 * see it. The parentheses make the shell read all lines before it asks.
 *
 * @see docs: kubectl, `create secret generic`; Kubernetes issue 29923, on what `apply` keeps of a Secret.
 */
export function describeSecret(draft: CheckpointDraft): readonly Step[] {
	const keys = listSecrets(draft).map(({ key }) => key.at(-1) ?? "");
	if (keys.length === 0) return [];
	const isJson = (key: string) => draft.store !== "shared_filesystem" && findOption(draft.store, key)?.type === "json";
	const prompts = keys
		.filter((key) => !isJson(key))
		.map((key) => `  printf '${key}: ' && IFS= read -rs ${key} && echo &&\n`);
	const sources = keys.map(
		(key) => ` \\\n    --from-file=${key}=${isJson(key) ? "key.json" : `<(printf %s "$${key}")`}`,
	);
	return [
		{
			title: "Create the Secret",
			text: `In the namespace of the workers' pods, with bash or zsh.${
				prompts.length > 0
					? " The command asks for each secret, and stores it neither in the history nor on a disk."
					: ""
			}${
				keys.some(isJson) ? " key.json is the service account's file." : ""
			} checkpoint-secret.yaml creates the same Secret: use kubectl create -f, because apply would copy the secrets into an annotation.`,
			command: `(\n${prompts.join("")}  kubectl create secret generic ${secretName}${sources.join("")}\n)`,
		},
	];
}
