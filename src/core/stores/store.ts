/** What a person is told about a field of a store. It is as secret as the option that it sets. */
export interface StoreField {
	readonly title: string;
	/** One or two sentences above the field's control. */
	readonly help: string;
	readonly example?: string;
	/** Address of the documentation page that the field comes from. */
	readonly docs: string;
	/** What to say while the field is empty; absent where it may stay empty. */
	readonly missing?: string;
	/** Whether few need it, so that a form folds it away. */
	readonly rare?: true;
}

/**
 * What the text of an option must be. All of them are TOML strings: the store takes nothing else.
 *
 * In `oneOf`, a member that ends in `*` stands for itself with any text in the place of the `*`. With `anyCase` its
 * members are taken in any case, with `orBoolean` every text of a boolean is taken too.
 */
export type OptionType =
	| "string"
	| "boolean"
	| "integer"
	| "duration"
	| "url"
	| "path"
	| "json"
	| { readonly oneOf: readonly string[]; readonly anyCase?: true; readonly orBoolean?: true };

/** One option of an object store. */
export interface StoreOption {
	/** The spelling that we write: the one that Polars documents, else the crate's canonical one. */
	readonly key: string;
	/** Every other spelling that the store accepts. */
	readonly aliases: readonly string[];
	readonly type: OptionType;
	readonly secret?: true;
	/** The first version of the object_store crate that knows the option; absent if every Polars On-Prem does. */
	readonly since?: "0.14";
	/** What it does and when it is needed, in one sentence or two short ones. */
	readonly help: string;
}

/** What the names of buckets must be, as the service has it. */
export interface NameRule {
	readonly severity: "warning" | "advice";
	/** Who refuses such a name, as the subject of a sentence. */
	readonly who: string;
	readonly what: string;
	/** What may not be in the name, the first match being marked. */
	readonly refused: readonly RegExp[];
	readonly exempt?: RegExp;
	/** How many characters a name with a dot may have; 63, as one without, unless set. */
	readonly longestDotted?: number;
}

interface Descriptor {
	/** What a person calls it. */
	readonly title: string;
	/** Names that people give to its table by mistake. */
	readonly otherNames: readonly string[];
	/** Address of the page on its keys. */
	readonly docs: string;
	/**
	 * The key of its part of a PolarsCluster's `checkpoint.data`, and there the key of the place.
	 *
	 * @see polars-k8s-operator, docs/api.md, `CheckpointSpec`.
	 */
	readonly operator: { readonly data: string; readonly place: string };
	/**
	 * The key of its part of the Helm chart's `checkpointData`, and there the key of the place.
	 *
	 * @see polars-inc/helm-charts 2.2.0, charts/polars/values.yaml.
	 */
	readonly chart: { readonly data: string; readonly place: string };
}

/** A place that commands are written for, and how to read what else a draft sets there. */
export interface Place {
	readonly bucket: string;
	/** The folder in the bucket, with a slash at its end; empty for the root. */
	readonly folder: string;
	/** Azure's account, if the URL names it. */
	readonly account: string | undefined;
	/** The text of an option by its own key, wherever it is set; empty where it isn't. */
	readonly read: (key: string) => string;
	/** As `read`, of an address; undefined for a text that is none. */
	readonly readUrl: (key: string) => string | undefined;
	/** Whether an option of type `boolean` is set to true. */
	readonly isOn: (key: string) => boolean;
	/** A text as one word of a shell. */
	readonly quote: (text: string) => string;
}

/** A place that the workers' pods are let into. */
export interface PodPlace extends Place {
	/** The Kubernetes account that they run as. */
	readonly serviceAccount: string;
}

/** One thing to do in its turn: see `Step` of the outputs. What only the person knows begins with `YOUR_`. */
export interface IdentityStep {
	readonly title: string;
	readonly text: string;
	readonly command?: string;
}

/** How workers get credentials that nobody hands to them, in the cloud that the store is a part of. */
export interface Identity {
	/** Why that is safer than a key, as the end of a sentence that names what to choose. */
	readonly advice: string;
	/** Whether requests go to the cloud itself: other services that speak its API know none of its identities. */
	readonly isCloud: (place: Pick<Place, "read" | "isOn">) => boolean;
	/** For pods in the cloud's own Kubernetes, once their account is there. */
	readonly pods: (place: PodPlace) => readonly IdentityStep[];
	/** Labels that the cloud asks of such pods. */
	readonly podLabels?: Readonly<Record<string, string>>;
	/** For a machine of the cloud. */
	readonly machine: (place: Place) => IdentityStep;
	/** For all others: what Polars reads in the environment, and how a systemd unit says it, with a file in a folder. */
	readonly variables: {
		readonly text: string;
		readonly unit: (folder: string) => { readonly text: string; readonly command: string };
	};
}

/** What to type with the tool of the service. */
export interface Commands {
	/** Makes the bucket. */
	readonly create: string;
	/** Lists what is in the folder. */
	readonly look: string;
}

type RequiredField = StoreField & { readonly missing: string };

/** A place that the workers have in their own file system. */
export interface FileSystemDescriptor extends Descriptor {
	readonly kind: "file system";
	readonly fields: { readonly path: RequiredField & { readonly example: string } };
}

/** A place whose URL and options the object_store crate reads. Its keys are those of the crate. */
export interface ObjectStoreDescriptor extends Descriptor {
	readonly kind: "object store";
	/** Those that Polars takes (crates/polars-utils/src/pl_path.rs), the one to write first. */
	readonly schemes: readonly [string, ...string[]];
	/** Those of other programs for the same places, and the one of ours to write. */
	readonly foreignSchemes: Readonly<Record<string, string>>;
	/** What its buckets are called. */
	readonly bucket: string;
	readonly credentials: {
		/** By name; the first is chosen at the start. `environment` is the one that no option is a sign of. */
		readonly kinds: Readonly<Record<string, CredentialsDescriptor>> & { readonly environment: CredentialsDescriptor };
		/** Which kind each option belongs to; of several that are set, the first counts. */
		readonly signs: readonly (readonly [key: string, kind: string])[];
		/** The store refuses two kinds at once; else it takes the first and leaves the others. */
		readonly exclusive?: true;
	};
	readonly identity: Identity;
	/** What the form has a field for, by the option's key, and the `url`. */
	readonly fields: Readonly<Record<string, StoreField>> & {
		readonly url: RequiredField & { readonly example: string };
	};
	/** What it knows beside the options of the HTTP client that all stores share. */
	readonly options: readonly StoreOption[];
	/** What the client's options may have before their keys. */
	readonly optionPrefix: string;
	readonly nameRule?: NameRule;
	/** Nothing where the place can't be told to the tool. */
	readonly commands?: (place: Place) => Commands | undefined;
}

interface CredentialsDescriptor {
	readonly title: string;
	/** Whose credentials the workers use then, in one sentence. */
	readonly help: string;
	/** Keys of the fields that go with it, in the order in which the documentation writes them. */
	readonly keys: readonly string[];
}
