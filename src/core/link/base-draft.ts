import type { CheckpointDraft } from "../draft/draft.ts";
import { readAddress } from "../object-store/address.ts";
import { type Store, storeNames } from "../stores/stores.ts";
import { foldKey } from "../text/fold-key.ts";
import { findParameter, listCarried, listChoices, writeField } from "./parameter.ts";

/** A parameter as a link gives it, before anything is made of it. */
export interface GivenParameter {
	readonly name: string;
	readonly value: string;
}

/**
 * The draft that a link is filled into: the defaults, with the store and the credentials that the link is about, whether
 * it says so or its other parameters do.
 */
export function chooseBaseDraft(parameters: readonly GivenParameter[], defaults: CheckpointDraft): CheckpointDraft {
	const given = findChoice(parameters, "store", "store");
	const frame = writeField(defaults, "store", given ?? inferStore(parameters) ?? defaults.store);
	const field = `${frame.store}.credentials`;
	const kinds = listChoices(field) ?? [];
	const kind = findChoice(parameters, "credentials", field);
	if (kind !== undefined) return writeField(frame, field, kind);
	return pickFullest(parameters, [frame, ...kinds.map((other) => writeField(frame, field, other))]);
}

/** The first value that exists, of a parameter that offers a choice. */
function findChoice(parameters: readonly GivenParameter[], name: string, field: string): string | undefined {
	return parameters
		.filter((parameter) => parameter.name.toLowerCase() === name)
		.map(({ value }) => matchChoice(listChoices(field) ?? [], value))
		.find((choice) => choice !== undefined);
}

/** The choice that a value stands for, whatever its case and what joins its words. */
export function matchChoice(choices: readonly string[], value: string): string | undefined {
	const folded = foldKey(value.trim());
	return choices.find((choice) => choice === folded);
}

function inferStore(parameters: readonly GivenParameter[]): Store | undefined {
	for (const { name, value } of parameters) {
		const owners = storeNames.filter((store) => findParameter(name, store));
		const isUrl = name.toLowerCase() === "url";
		const inferred = isUrl ? readAddress(value.trim())?.store : owners.length === 1 ? owners[0] : undefined;
		if (inferred && owners.includes(inferred)) return inferred;
	}
	return undefined;
}

/** The first of those drafts that use the most of the given fields. */
function pickFullest(
	parameters: readonly GivenParameter[],
	[first, ...others]: readonly [CheckpointDraft, ...CheckpointDraft[]],
): CheckpointDraft {
	const given = new Set(parameters.map(({ name }) => findParameter(name, first.store)?.name ?? ""));
	const count = (draft: CheckpointDraft) => [...listCarried(draft).keys()].filter((name) => given.has(name)).length;
	return others.reduce((best, draft) => (count(draft) > count(best) ? draft : best), first);
}
