/**
 * Every rule that a problem can come from, by its code, with what the rule says in one line.
 *
 * A code names what is wrong in kind. It stays as it is when a message is worded anew, so that a person may look it up or
 * ignore it, and a program may count it. An example of each is in `check/rule-examples.ts`.
 */
export const problemCodes = {
	// The text of a file
	"toml-syntax": "The file is not TOML 1.0.",
	"yaml-syntax": "The file is not YAML.",
	"unrelated-file": "Nothing in the file is configuration of Polars.",
	"filled-in": "A variable or a template stands for what isn't known here.",
	"variable-name": "Nothing reads a variable of this name.",
	"variable-spelling": "systemd or Docker reads the variable otherwise than it looks.",
	"repeated-key": "A key is set twice, perhaps under two spellings.",
	"file-encoding": "The text can't be stored or read as UTF-8.",
	"byte-order-mark": "A byte order mark stands before the text, at which some readers stop.",
	"invisible-character": "A value holds a character that nobody sees.",
	"path-escape": "A backslash in a path in double quotes begins an escape.",
	"surrounding-space": "White space around a value is taken for a part of it.",
	"too-large": "The text is larger than what is checked.",

	// Keys and their values
	"unknown-key": "The documentation has no such key.",
	"renamed-key": "The key is one of an earlier release.",
	"misplaced-key": "The key belongs to another place.",
	"undocumented-key": "A program of Polars writes the key, and the documentation doesn't name it.",
	"wrong-type": "The value has another type than the key takes.",
	"wrong-value": "The key takes no such value.",
	"missing-value": "What is needed isn't set.",
	"empty-value": "An empty text is not the same as leaving the key out.",
	"two-places": "A location names more than one place.",

	// Options of object stores
	"unknown-option": "The store knows no such option, and Polars ignores it.",
	"foreign-option": "The option is one of another library or another store, and Polars ignores it.",
	"unused-option": "The option changes nothing beside what else is set.",
	"option-without-partner": "The option does nothing without another that isn't set.",
	"recent-release": "Only recent releases of Polars know this.",

	// Durations
	"duration-syntax": "The text is not a duration that Polars reads.",
	"duration-months": "“M” means months here, not minutes.",
	"duration-comma": "A comma is a decimal mark, and reads like a thousands separator.",
	"period-length": "The checkpoint period is so short or so long that checkpoints are of little use.",
	"period-missing": "No checkpoint period is set, and the documentation names no default.",

	// Secrets
	"secret-in-url": "A password, a key or a signature is in an address, which isn't kept secret.",
	"stray-secret": "A secret is in a field that isn't kept secret.",
	"possible-secret": "A part of a text looks like a secret.",
	placeholder: "A placeholder or the documentation's example is left where your own value belongs.",

	// URLs of buckets and containers
	"url-syntax": "The store takes no such URL.",
	"url-ignored-part": "Polars doesn't read a port, a query or a fragment in the URL.",
	"bucket-name": "The service refuses such a name for a new bucket or container.",
	"bucket-root": "Checkpoints go to the root of the bucket.",
	"key-spelling": "A part of the key is refused, rewritten, or not read as it looks.",
	"express-bucket": "The bucket's name and aws_s3_express don't agree.",

	// Paths
	"not-a-path": "The text is not an absolute path on a Linux machine.",
	"path-spelling": "The path depends on where Polars is started, or on what Polars doesn't replace.",
	"volatile-path": "The directory is emptied at a restart.",
	"own-disk": "The place is a worker's own disk, which is lost with the worker.",

	// Endpoints and regions
	"endpoint-scheme": "The address doesn't start with https:// or http://.",
	"endpoint-syntax": "The text is not the address of a server.",
	"loopback-endpoint": "The address is that of each worker itself.",
	"plain-http": "Checkpoints travel unencrypted.",
	"http-forbidden": "Plain http is forbidden, and the endpoint uses it.",
	"bucket-twice": "The endpoint holds the bucket, which Polars adds once more.",
	"endpoint-incomplete": "The endpoint must hold the bucket or the account, since Polars doesn't add it.",
	"name-mismatch": "The endpoint or the URL names another bucket or account than the rest.",
	"region-missing": "The endpoint needs a region, and none is set.",
	"region-unknown": "The text is not a region of Amazon's.",
	"region-mismatch": "The region is another one than that of the endpoint.",

	// Credentials
	"credential-shape": "The text doesn't look like a credential of its kind.",
	"wrong-credential": "The text is no credential of its kind.",
	"sas-token": "The SAS token has expired, expires soon, isn't signed, or doesn't allow to write.",
	"two-credentials": "Credentials of two kinds are set, of which one at most is used.",

	// What several settings or files come to
	"enabled-missing": "A table lacks enabled = true.",
	"no-checkpoint-location": "The scheduler makes checkpoints, and a worker has no place for them.",
	"checkpoint-disabled": "A worker has a place for checkpoints, and the scheduler makes none.",
	"shuffle-on-shared-storage": "Checkpoints do nothing where shuffles go to shared storage.",
	"shared-folder": "Shuffles and checkpoints go to the same folder.",
	"public-address": "A service is bound to every address, and has none for others to find it by.",
	"node-identity": "Two files name different clusters, or the same node.",

	// Kubernetes
	"go-duration": "The operator reads durations as Go does, and refuses this one.",
	"claim-conflict": "The chart is to make a volume claim, and to find it.",
	"volume-missing": "A shared filesystem is named, and no volume is mounted there.",

	// Outputs
	"kubernetes-value": "Kubernetes doesn't take this as a name, a size or a server.",
	"output-limit": "The chosen output can't hold this, or not as it is.",
} as const;

/** The code of a rule: `unknown-key`. */
export type ProblemCode = keyof typeof problemCodes;
