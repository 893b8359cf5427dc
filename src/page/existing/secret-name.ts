import { readVariableName } from "../../core/node-file/node-variable.ts";
import { findOption } from "../../core/object-store/option.ts";
import { isSecretOption } from "../../core/object-store/secret-option.ts";
import { isObjectStore, type ObjectStore, objectStores } from "../../core/stores/stores.ts";

/** Parts of names that secrets go by. */
const secretName = /secret|token|passw|passphrase|pwd|credential|key|auth|signature|sas(?:$|_)/i;

/** Names with such a part that name a thing and hold no secret. */
const harmlessName =
	/^(?:secretKeyRef|secretRef|configMapKeyRef|topologyKey|imagePullSecrets?|existingSecret|secretName|automountServiceAccountToken|serviceAccountToken|tokenExpirationSeconds)$/;

/** Whether a key, an option of a command or a variable may hold a secret, by its name alone. */
export function isSecretName(name: string): boolean {
	return secretName.test(name) && !harmlessName.test(name);
}

/**
 * Whether the value of an option of a location is hidden: where it is a secret, and where nobody knows the option.
 *
 * @param store The location's store; of one that isn't known, an option is shown that some store has and none hides.
 */
export function isHiddenOption(store: ObjectStore | undefined, key: string): boolean {
	if (store) return isSecretOption(store, key);
	return (
		objectStores.every((other) => isSecretOption(other, key)) ||
		objectStores.some((other) => findOption(other, key)?.secret === true)
	);
}

/** Whether the value of a variable is hidden. What sets an option of a location is judged as that option is. */
export function isHiddenVariable(name: string): boolean {
	const path = readVariableName(name);
	const key = path?.at(-1) ?? "";
	const store = path?.at(-2) ?? "";
	if (isObjectStore(store) && key !== "url") return isHiddenOption(store, key);
	return isSecretName(name);
}
