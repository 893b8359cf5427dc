import * as z from "zod/mini";
import { docs } from "../docs.ts";
import { pushProblem, type TextJudge } from "../draft/field.ts";
import type { FieldMeta } from "../draft/fields.ts";
import { judgePeriod } from "../draft/period.ts";
import { findPlaceholder } from "../object-store/placeholder.ts";
import type { BareProblem, TextProblem } from "../problem.ts";
import type { ObjectStore } from "../stores/stores.ts";

/** What is told of a key of a node's file, beside what a field of the form has. */
export interface KeyMeta extends FieldMeta {
	/** What the node takes where the key isn't there. */
	readonly default?: string | number | boolean;
	/** Lawful texts for an editor to offer, where there are better ones than the example. */
	readonly examples?: readonly string[];
	/** What every lawful text matches: for a schema that can't ask a judge. It must also be a pattern of JSON Schema. */
	readonly pattern?: string;
	/** What a number counts, where people are used to write it with a unit. */
	readonly unit?: "bytes";
	/** A table that holds the options of this object store, in any case of their letters. */
	readonly options?: ObjectStore;
	/** A table that holds one of its keys and no more. */
	readonly exclusive?: true;
	/** What is said of the key wherever it is set. Of what nobody promises, nothing graver can be said than this. */
	readonly note?: BareProblem;
	/** What is lawful in the text and worth a word. */
	readonly advise?: (text: string) => TextProblem | undefined;
}

/**
 * What is told of a key that programs of Polars write, and that its documentation doesn't name.
 *
 * @param writers `Helm chart`, `Ray package`: Polars' own.
 */
export function writtenBy(...writers: readonly ("Helm chart" | "Ray package")[]): Pick<KeyMeta, "note"> {
	const message = `Polars' ${writers.join(" or ")} writes this key. The documentation doesn't name it.`;
	return { note: { code: "undocumented-key", severity: "advice", message } };
}

/** The {@link KeyMeta} of each key's schema. */
export const keyMeta = z.registry<KeyMeta>();

/** Names under which a JSON Schema keeps what several of its places share. */
export const sharedName = z.registry<{ readonly id: string }>();

/** Title and help, and whatever else is known. The documentation's reference page is the source unless said otherwise. */
type Told = readonly [title: string, help: string, more?: Partial<KeyMeta>];

function describe([title, help, more]: Told): KeyMeta {
	return { title, help, docs: docs.reference, ...more };
}

/** A text in quotes. Of one that holds a placeholder, nobody knows what it will be. */
export function text(meta: KeyMeta, judge?: TextJudge) {
	const check = (payload: z.core.ParsePayload<string>) => {
		const problem = findPlaceholder(payload.value) ? undefined : judge?.(payload.value);
		if (problem) pushProblem(payload, [], problem);
	};
	return z.string().check(check).register(keyMeta, meta);
}

/** A name, a path or any other text that only the node can judge. */
export function name(...told: Told) {
	return text(describe(told));
}

/** `true` or `false` */
export function flag(...told: Told) {
	return z.boolean().register(keyMeta, describe(told));
}

/** A whole number, zero or more. */
export function count(...told: Told) {
	return z.int().check(z.minimum(0, "Write zero or more.")).register(keyMeta, describe(told));
}

const amount = String.raw`\d+(?:[.,]\d+)?`;
const unit = [
	"h(?:ours?|rs?)?",
	"m(?:in(?:ute)?s?)?",
	"(?:(?:milli|micro|nano)(?:second)?|[mnuµ]?sec(?:ond)?)s?",
	"[mnuµ]?s",
].join("|");
const item = String.raw`${amount}\s*(?:${unit})`;

/** Every duration that {@link judgePeriod} lets pass, and others that are out of order or too large for it. */
const periodPattern = String.raw`^\+?(?:[Pp][Tt](?:${amount}[HhMmSs])+|\d+:\d+:${amount}|${item}(?:(?:,\s)?\s*${item})*)\s*$`;

/** A duration such as `10 mins` or `PT10M`. */
export function period(meta: KeyMeta) {
	return text({ ...meta, pattern: periodPattern }, judgePeriod);
}

const outOfRange = "Write a port number from 0 to 65535.";

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
const ipV6 = String.raw`[\da-fA-F]*:[\da-fA-F]*:[\da-fA-F:.]*`;
/** The last part of a name is no number, or it would be an IP address. */
const hostName = String.raw`(?:[\w-]+\.)*[\d-]*[A-Za-z_][\w-]*\.?`;
const host = String.raw`(?:${octet}(?:\.${octet}){3}|\[${ipV6}\]|${hostName})`;
const addressPattern = String.raw`^(?:${ipV6}|${host}(?::\d{1,5})?)$`;
const isAddress = new RegExp(addressPattern);

const judgeAddress: TextJudge = (address) => {
	if (!isAddress.test(address)) {
		return {
			code: "wrong-value",
			severity: "error",
			message: "Write an IP address or a host name. A port can follow after a colon.",
		};
	}
	const port = /(?<=^[^:]*:|\]:)\d+$/.exec(address);
	if (!port || Number(port[0]) <= 65535) return undefined;
	return {
		code: "wrong-value",
		severity: "error",
		message: outOfRange,
		range: { start: port.index, end: address.length },
	};
};

/**
 * An address: `"IP"` or `"HOST"`, with `:PORT` or without, or a table with `ip` or `hostname`, and `port`.
 *
 * @see docs: the pages "Network addresses" and "Example configurations", where a table has a port alone.
 */
export function address(...told: Told) {
	const meta = describe(told);
	const parts = table(["Address", meta.help, { docs: meta.docs }], {
		ip: name("IP address", "Such as 192.168.1.2."),
		hostname: name("Host name", "In place of the IP address. It is resolved once, at the start."),
		port: z
			.int()
			.check(z.minimum(0, outOfRange), z.maximum(65535, outOfRange))
			.register(keyMeta, describe(["Port", "A number up to 65535."])),
	});
	return z.union([text({ ...meta, pattern: addressPattern }, judgeAddress), parts]).register(keyMeta, meta);
}

/** A table with the keys that are documented, each of which may be left out unless it is said to be required. */
export function table(told: Told, shape: Readonly<Record<string, z.ZodMiniType>>, required: readonly string[] = []) {
	const keys = Object.entries(shape).map(([key, schema]) => [
		key,
		required.includes(key) || schema._zod.def.type === "optional" ? schema : z.optional(schema),
	]);
	return z.strictObject(Object.fromEntries(keys) as Record<string, z.ZodMiniType>).register(keyMeta, describe(told));
}

/** A key's schema without what only says that it may be left out. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodTypes {
	const known = schema as z.core.$ZodTypes;
	return known._zod.def.type === "optional" ? unwrap(known._zod.def.innerType) : known;
}
