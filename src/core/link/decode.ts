import type { CheckpointDraft, OptionRow } from "../draft/draft.ts";
import { isSecretField, removeCredentials, removeSecrets } from "../draft/secret.ts";
import { findOption } from "../object-store/option.ts";
import { isObjectStore, objectStores, storeNames } from "../stores/stores.ts";
import { chooseBaseDraft, type GivenParameter, matchChoice } from "./base-draft.ts";
import { trimSentence, unescapeText, unescapeWhole } from "./escape.ts";
import { explainUnknown, type LinkNotice, notices } from "./notice.ts";
import { findParameter, listCarried, listChoices, type ParameterPlace, writeField } from "./parameter.ts";
import { getDefaults, latestVersion } from "./versions.ts";

/** What came of reading a link. */
export interface DecodedLink {
	/** Always whole, and never with a secret in it. */
	readonly draft: CheckpointDraft;
	/** What of the link was dropped or changed, and why; at most 20, lost secrets first. */
	readonly notices: readonly LinkNotice[];
	/** The link holds a secret, or what may be one: it must not stay in the address. */
	readonly hadSecret: boolean;
}

/** The most that is read of a link, in characters and in parameters. What the form makes and chats take is far shorter. */
const maxLength = 100_000;
const maxParameters = 1000;
const maxNotices = 20;

interface Parameter extends GivenParameter {
	/** The value as it stands in the link. */
	readonly raw: string;
	/** The value holds a percent sign that starts no escape. */
	readonly broken: boolean;
}

/**
 * Reads the fragment of a link, with or without its `#`. It takes any text and never throws: what can be used is used,
 * a text that is merely wrong stands in its field, and each parameter that can't be used gets a notice.
 *
 * - Of a parameter that is there twice, the first usable one counts.
 * - Without `v`, the link is of version 1. One of a newer version is read as far as it can be.
 * - Without `store`, the first parameter decides that only one store can have: `url` by its scheme or host, any other by
 *   its name. Without `credentials`, they are the kind that uses most of the given fields; the default one, if it does.
 * - Secrets, credentials in URLs and the values of unknown options are left out. What follows a secret and is no
 *   parameter is taken for the rest of it, behind an `&` that was not escaped.
 * - One that was escaped as a whole is read as it was before. What a sentence put behind the link is left away.
 * - What is beyond 100,000 characters or 1,000 parameters is not read.
 */
export function decodeLink(fragment: string): DecodedLink {
	// An address that was copied out of a page's source has &amp; between its parts.
	const text = trimSentence(unescapeWhole(fragment.replace(/^#/, "")).replaceAll("&amp;", "&"));
	// A parameter that the limit cuts in two is not read.
	const end = text.length > maxLength ? Math.max(0, text.lastIndexOf("&", maxLength)) : text.length;
	const all = readParameters(text.slice(0, end));
	const parameters = all.slice(0, maxParameters);
	const tooLong = end < text.length || all.length > maxParameters;
	const frame = chooseBaseDraft(parameters, getDefaults(readVersion(parameters)));
	const reading = readParametersInto(frame, parameters);
	const { draft, removed } = removeSecrets(reading.draft);
	const found = [
		...removed.map((field) => noticeRemoval(field, draft)),
		...reading.found,
		...(tooLong ? [notices.tooLong] : []),
	];
	const more = found.length - maxNotices;
	return {
		draft,
		notices: more > 0 ? [...found.slice(0, maxNotices - 1), notices.more(more + 1)] : found,
		hadSecret: removed.length > 0 || reading.droppedSecret || tooLong,
	};
}

function readParameters(text: string): Parameter[] {
	return text.split("&").flatMap((part) => {
		const [name, raw] = splitAtEquals(part);
		const { text: value, broken } = unescapeText(raw);
		return part === "" ? [] : [{ name: unescapeText(name).text, raw, value, broken }];
	});
}

function splitAtEquals(text: string): [before: string, after: string] {
	const at = text.indexOf("=");
	return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function readVersion(parameters: readonly Parameter[]): number {
	const given = parameters.find(({ name }) => name.toLowerCase() === "v");
	return given && /^\d+$/.test(given.value) ? Math.max(1, Number(given.value)) : 1;
}

function judgeVersion(value: string): LinkNotice | undefined {
	if (!/^0*[1-9]\d*$/.test(value)) return notices.noVersion(removeCredentials(value));
	return Number(value) > latestVersion ? notices.newerVersion : undefined;
}

interface Reading {
	/** Secrets included. */
	readonly draft: CheckpointDraft;
	readonly found: readonly LinkNotice[];
	/** Whether a parameter that can't be used holds what may be a secret. */
	readonly droppedSecret: boolean;
}

/** Fills the parameters into a draft of the store and the credentials that they are about. */
function readParametersInto(frame: CheckpointDraft, parameters: readonly Parameter[]): Reading {
	const { store } = frame;
	const carried = listCarried(frame);
	const seen = new Set<string>();
	const options: OptionRow[] = [];
	const found: LinkNotice[] = [];
	let draft = frame;
	let droppedSecret = false;
	let followsSecret = false;

	const put = ({ name, value, raw }: Parameter, place: ParameterPlace): LinkNotice | undefined => {
		if (place.kind === "row") {
			options.push(readRow(raw, value));
			return undefined;
		}
		if (place.kind === "field" && !carried.has(place.name)) return notices.unused(place.name);
		if (seen.has(place.name)) return notices.repeated(place.name);
		const choices = place.kind === "field" ? listChoices(place.field) : undefined;
		const text = choices ? matchChoice(choices, value) : value;
		if (text === undefined) return notices.noChoice(place.name, choices ?? [], removeCredentials(value));
		seen.add(place.name);
		if (place.kind === "version") return judgeVersion(value);
		if (place.kind === "option") options.push({ key: name, value });
		else draft = writeField(draft, place.field, text);
		return undefined;
	};

	for (const parameter of parameters) {
		const place = findParameter(parameter.name, store);
		if (!place && followsSecret) continue;
		const problem = place ? put(parameter, place) : explainUnknown(parameter.name, store);
		if (problem) {
			found.push(problem);
			droppedSecret ||= mayHoldSecret(parameter);
		} else if (place && parameter.broken) found.push(notices.broken(place.name));
		followsSecret = parameter.value !== "" && namesSecret(parameter.name);
	}
	if (isObjectStore(store) && options.length > 0) draft = { ...draft, [store]: { ...draft[store], options } };
	return { draft, found, droppedSecret };
}

/** An option that is written as `option=KEY=VALUE`; a tool may have escaped the second `=` too. */
function readRow(raw: string, value: string): OptionRow {
	if (!raw.includes("=")) {
		const [key, text] = splitAtEquals(value);
		return { key, value: text };
	}
	const [key, text] = splitAtEquals(raw);
	return { key: unescapeText(key).text, value: unescapeText(text).text };
}

function namesSecret(name: string): boolean {
	return objectStores.some((store) => findOption(store, name)?.secret);
}

function mayHoldSecret({ name, value }: Parameter): boolean {
	if (value !== "" && namesSecret(name)) return true;
	const known = storeNames.some((store) => findParameter(name, store));
	const assigned = known ? "" : value === "" ? name : `${name}=${value}`;
	return [value, assigned].some((text) => removeCredentials(text) !== text);
}

function noticeRemoval(field: string, draft: CheckpointDraft): LinkNotice {
	const [store = "", key = field, index, part] = field.split(".");
	const secret = isSecretField(draft, field);
	if (!isObjectStore(store) || part === undefined) return (secret ? notices.secret : notices.credentials)(key);
	const name = draft[store].options[Number(index)]?.key || "option";
	if (!secret) return notices.credentials(name);
	return (findOption(store, name) ? notices.secret : notices.unknownOption)(name);
}
