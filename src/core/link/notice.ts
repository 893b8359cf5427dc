import { removeCredentials } from "../draft/secret.ts";
import { findForeign } from "../object-store/foreign.ts";
import { listOptions } from "../object-store/option.ts";
import { isObjectStore, type Store, storeNames, stores } from "../stores/stores.ts";
import { findNearest } from "../text/nearest.ts";
import { quote } from "../text/quote.ts";
import { joinOr, suggest } from "../text/wording.ts";
import { findParameter, listParameters } from "./parameter.ts";
import { latestVersion } from "./versions.ts";

/** What was not taken from a link as it stands there. */
export interface LinkNotice {
	/** Name of the parameter, without anything that may be secret; empty where none is meant. */
	readonly parameter: string;
	/** One sentence that names the parameter and never quotes a secret. */
	readonly message: string;
}

const notice = (parameter: string, message: string): LinkNotice => ({ parameter, message });

/** Every notice that a link can get, but for what {@link explainUnknown} says. Texts that come in hold no credentials. */
export const notices = {
	newerVersion: notice(
		"v",
		"This link was made by a newer version of this page. Reload the page, or check each field.",
	),
	noVersion: (found: string) => {
		const expected = latestVersion === 1 ? "1" : `a number from 1 to ${latestVersion}`;
		return notice("v", `v must be ${expected}, not ${quote(found)}: the link is read as version 1.`);
	},
	repeated: (name: string) => notice(name, `${name} is there twice: the first one is used.`),
	noChoice: (name: string, choices: readonly string[], found: string) =>
		notice(name, `${name} must be ${joinOr(choices)}: ${quote(found)} was ignored.`),
	unused: (name: string) => notice(name, `${name} was ignored: it does not go with these credentials.`),
	broken: (name: string) => notice(name, `A % in ${name} was kept as it is. In a link, write %25 for it.`),
	secret: (name: string) => notice(name, `${name} is a secret and was not loaded. Enter it here.`),
	unknownOption: (name: string) =>
		notice(name, `The value of ${quote(name)} was not loaded: the option is not known, so it may be a secret.`),
	credentials: (name: string) =>
		notice(name, `${name} contained credentials, which were not loaded. Check the rest of it.`),
	secretsCleared: notice(
		"",
		"This link sends requests to another place, so the secrets that you typed were removed. Enter them again if you trust that place.",
	),
	secretsDropped: notice("", "This link has no field for some of the secrets that you typed, so they were removed."),
	tooLong: notice("", "This link is too long: only its start was read."),
	more: (count: number) => notice("", `There are ${count} more notes like these.`),
} as const;

/** Why a parameter has no place in a draft of a store, with what was likely meant. */
export function explainUnknown(name: string, store: Store): LinkNotice {
	const parameter = removeCredentials(name);
	const dropped = (why: string) =>
		notice(parameter, `${parameter === "" ? "A part of the link" : quote(parameter)} was ignored: ${why}`);
	const foreign = isObjectStore(store) ? findForeign(store, name) : undefined;
	if (foreign) return dropped(`it is a key of ${foreign.library}. ${foreign.note}`);
	const owners = storeNames.filter((other) => findParameter(name, other)).map((other) => stores[other].title);
	if (owners.length > 0) return dropped(`it is for ${joinOr(owners)}, but this link is for ${stores[store].title}.`);
	const meant = findMeant(name, store);
	return dropped(`there is no such parameter.${suggest(meant)}`);
}

/** The parameter that an unknown name likely stands for, in a link to a store or else to any. */
export function findMeant(name: string, store: Store): string | undefined {
	return findNearest(name, listNames(store)) ?? findNearest(name, storeNames.flatMap(listNames));
}

function listNames(store: Store): readonly string[] {
	const options = isObjectStore(store) ? listOptions(store) : [];
	return [...listParameters(store), ...options.flatMap(({ key, aliases }) => [key, ...aliases])];
}
