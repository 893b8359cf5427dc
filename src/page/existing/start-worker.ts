import { isOffline } from "../edition.ts";
import workerUrl from "./check-worker.ts?worker&url";

/** What this page needs of Trusted Types, which TypeScript's library does not describe yet. */
interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL: (url: string) => string },
	): { readonly createScriptURL: (url: string) => string };
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/**
 * Starting a worker runs a script by its address, which the page's policy (`require-trusted-types-for 'script'`) only
 * allows for an address that a Trusted Types policy has let pass. This one lets the worker's own pass and no other;
 * `index.html` names it, and a policy can be created under its name but once. Where a browser has no Trusted Types, the
 * address is a text.
 */
const policy = trustedTypes?.createPolicy("check-worker", {
	createScriptURL: (url) => {
		if (url !== workerUrl) throw new TypeError("Only the worker that checks files may be started.");
		return url;
	},
});

/**
 * Starts the worker that checks files. Where the page comes from a disk it has no origin, and browsers let it start no
 * module.
 */
export function startWorker(): Worker {
	return new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: isOffline ? "classic" : "module" });
}
