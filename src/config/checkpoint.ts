import * as z from "zod/mini";
import { abs } from "./abs.ts";
import { type CheckpointDraft, defaultDraft } from "./draft.ts";
import { choice, requiredText } from "./field.ts";
import { sharedFields } from "./fields.ts";
import { gcs } from "./gcs.ts";
import { judgePeriod } from "./period.ts";
import { s3 } from "./s3.ts";
import { schemaAddress } from "./schema-address.ts";
import { sharedFilesystem } from "./shared-filesystem.ts";

const shared = {
	period: requiredText(sharedFields.period, judgePeriod),
	shuffle: choice(sharedFields.shuffle),
	files: choice(sharedFields.files),
	key_style: choice(sharedFields.key_style),
	output: choice(sharedFields.output),
	secrets: choice(sharedFields.secrets),
	schema: schemaAddress,
};

/** {@link checkpointSchema} for each store: to judge a value whose store is known, without a look at the others. */
export const storeSchemas = {
	shared_filesystem: z.object({
		store: z.literal("shared_filesystem"),
		...shared,
		shared_filesystem: sharedFilesystem,
	}),
	s3: z.object({
		store: z.literal("s3"),
		...shared,
		s3: z.discriminatedUnion("credentials", [s3.access_key, s3.environment], expectKeys(s3)),
	}),
	gcs: z.object({
		store: z.literal("gcs"),
		...shared,
		gcs: z.discriminatedUnion("credentials", [gcs.key_file, gcs.inline_key, gcs.environment], expectKeys(gcs)),
	}),
	abs: z.object({
		store: z.literal("abs"),
		...shared,
		abs: z.discriminatedUnion(
			"credentials",
			[abs.shared_key, abs.shared_access_signature, abs.service_principal, abs.environment],
			expectKeys(abs),
		),
	}),
} as const;

/**
 * A checkpoint configuration: when the scheduler makes a checkpoint and where the workers store it.
 *
 * It takes the value that the form edits ({@link CheckpointDraft}), keeps what the chosen store and credentials use and
 * drops the rest.
 */
export const checkpointSchema = z.discriminatedUnion(
	"store",
	[storeSchemas.shared_filesystem, storeSchemas.s3, storeSchemas.gcs, storeSchemas.abs],
	expectKeys(sharedFields.store.choices),
);

function expectKeys(values: object): string {
	return `Expected one of ${Object.keys(values).join(", ")}.`;
}

/** A valid checkpoint configuration. */
export type CheckpointConfig = z.output<typeof checkpointSchema>;
/** A checkpoint configuration as a program may write it: what has a default may be left out. */
export type CheckpointInput = z.input<typeof checkpointSchema>;

/** The draft that makes a configuration, with everything that it has no word on as it is at the start. */
export function toDraft(config: CheckpointConfig): CheckpointDraft {
	const { store, period, shuffle, files, key_style, output, secrets, schema } = config;
	const draft: CheckpointDraft = { ...defaultDraft, store, period, shuffle, files, key_style, output, secrets, schema };
	switch (config.store) {
		case "shared_filesystem":
			return { ...draft, shared_filesystem: config.shared_filesystem };
		case "s3":
			return { ...draft, s3: { ...defaultDraft.s3, ...config.s3 } };
		case "gcs":
			return { ...draft, gcs: { ...defaultDraft.gcs, ...config.gcs } };
		case "abs":
			return { ...draft, abs: { ...defaultDraft.abs, ...config.abs } };
	}
}
