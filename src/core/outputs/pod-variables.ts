import { secretName } from "../draft/pod-needs.ts";
import type { Setting } from "../draft/setting.ts";
import { YamlText, type YamlValue } from "./yaml.ts";

/** Settings as the options of a location, each a variable of the pods; secrets are read from the Secret. */
export function listOptions(settings: readonly Setting[]): YamlValue | undefined {
	if (settings.length === 0) return undefined;
	return settings.map((setting): YamlValue => {
		const key = setting.key.at(-1) ?? "";
		// A secret that is missing from its own file doesn't keep this one from being used: so no field for it here.
		const field = setting.secret ? undefined : setting.field;
		const name = new YamlText(key, { field, plain: /^[a-z]\w*$/i.test(key) });
		return setting.secret
			? { name, valueFrom: { secretKeyRef: { name: secretName, key: name } } }
			: { name, value: toVariable(setting) };
	});
}

/**
 * A value that is handed to Kubernetes as that of an environment variable, where `$(NAME)` would be replaced
 * and `$$` stands for one `$`.
 *
 * @see docs: Kubernetes API, `EnvVar` of core/v1.
 */
export function toVariable(setting: Setting | undefined): YamlText {
	const value = typeof setting?.value === "string" ? setting.value : "";
	return new YamlText(value.replaceAll("$", "$$$$"), { field: setting?.field, secret: setting?.hidden });
}
