import * as z from "zod/mini";
import { mapStores, type ObjectStore, type Store, storeNames, type stores } from "../stores/stores.ts";
import { type CheckpointDraft, defaultDraft, type OptionRow } from "./draft.ts";
import { choice, expectOneOf, requiredText } from "./field.ts";
import { sharedFields } from "./fields.ts";
import { kubernetesTexts } from "./kubernetes.ts";
import { judgePeriod } from "./period.ts";
import { schemaAddress } from "./schema-address.ts";
import { buildSection } from "./section-schema.ts";

const shared = {
	period: requiredText(sharedFields.period, judgePeriod),
	shuffle: choice(sharedFields.shuffle),
	files: choice(sharedFields.files),
	key_style: choice(sharedFields.key_style),
	output: choice(sharedFields.output),
	secrets: choice(sharedFields.secrets),
	schema: schemaAddress,
	kubernetes: kubernetesTexts,
};

type Shared = z.ZodMiniObject<typeof shared>;
type Fields<Name extends Store> = (typeof stores)[Name]["fields"];

/** The keys of a table's texts: of an object store, those of a kind of credentials. */
type Kinds<Name extends ObjectStore> = (typeof stores)[Name]["credentials"]["kinds"];
type Keys<Name extends ObjectStore, Kind extends keyof Kinds<Name>> = Kinds<Name>[Kind] extends {
	readonly keys: readonly (infer Key)[];
}
	? Key & keyof Fields<Name>
	: never;
type RequiredKeys<Name extends Store, Key extends keyof Fields<Name>> = {
	[Each in Key]: Fields<Name>[Each] extends { readonly missing: string } ? Each : never;
}[Key];

type Section<Name extends Store> = Name extends ObjectStore
	? {
			[Kind in keyof Kinds<Name>]: { credentials: Kind; options: OptionRow[] } & Record<Keys<Name, Kind>, string>;
		}[keyof Kinds<Name>]
	: Record<keyof Fields<Name>, string>;

type SectionInput<Name extends Store> = Name extends ObjectStore
	? {
			[Kind in keyof Kinds<Name>]: { credentials: Kind; options?: OptionRow[] | undefined } & Record<
				RequiredKeys<Name, Keys<Name, Kind>>,
				string
			> &
				Partial<Record<Exclude<Keys<Name, Kind>, RequiredKeys<Name, Keys<Name, Kind>>>, string | undefined>>;
		}[keyof Kinds<Name>]
	: Record<keyof Fields<Name>, string>;

/** A valid checkpoint configuration. */
export type CheckpointConfig = {
	[Name in Store]: z.output<Shared> & { store: Name } & { [Each in Name]: Section<Each> };
}[Store];

/** A checkpoint configuration as a program may write it: what has a default may be left out. */
export type CheckpointInput = {
	[Name in Store]: z.input<Shared> & { store: Name } & { [Each in Name]: SectionInput<Each> };
}[Store];

const members = mapStores(storeNames, (store) =>
	z.object({ store: z.literal(store), ...shared, [store]: buildSection(store) }),
);

type CheckpointSchema = z.ZodMiniType<CheckpointConfig, CheckpointInput>;

/** {@link checkpointSchema} for each store: to judge a value whose store is known, without a look at the others. */
export const storeSchemas = members as unknown as { readonly [Name in Store]: CheckpointSchema };

/**
 * A checkpoint configuration: when the scheduler makes a checkpoint and where the workers store it.
 *
 * It takes the value that the form edits ({@link CheckpointDraft}), keeps what the chosen store and credentials use and
 * drops the rest.
 */
export const checkpointSchema = z.discriminatedUnion(
	"store",
	Object.values(members) as [(typeof members)[Store]],
	expectOneOf(storeNames),
) as unknown as CheckpointSchema;

/** The draft that makes a configuration, with everything that it has no word on as it is at the start. */
export function toDraft(config: CheckpointConfig): CheckpointDraft {
	const { store, period, shuffle, files, key_style, output, secrets, schema, kubernetes } = config;
	const shared = { store, period, shuffle, files, key_style, output, secrets, schema, kubernetes };
	const draft: CheckpointDraft = { ...defaultDraft, ...shared };
	const sections: { readonly [Name in Store]?: Section<Name> } = config;
	return { ...draft, [store]: { ...defaultDraft[store], ...sections[store] } };
}
