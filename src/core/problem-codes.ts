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
	"unrelated-file": "The file contains no configuration of Polars.",
	"filled-in": "A variable or a template takes the place of a value, which can't be checked here.",
	"variable-name": "Polars doesn't read a variable of this name.",
	"variable-spelling": "systemd or Docker reads the variable differently from how it looks.",
	"repeated-key": "A key is set twice, perhaps under two spellings.",
	"file-encoding": "The text can't be stored or read as UTF-8.",
	"byte-order-mark": "The file starts with a byte order mark, at which some programs stop.",
	"invisible-character": "A value contains an invisible character.",
	"path-escape": "A backslash in a path in double quotes starts an escape.",
	"surrounding-space": "Polars reads white space around a value as part of it.",
	"too-large": "The text is too large to be checked.",

	// Keys and their values
	"unknown-key": "The documentation has no such key.",
	"renamed-key": "The key is from an earlier release.",
	"misplaced-key": "The key belongs in another place.",
	"undocumented-key": "A program of Polars writes the key, but the documentation doesn't name it.",
	"wrong-type": "The value has the wrong type for the key.",
	"wrong-value": "The key can't have this value.",
	"missing-value": "A setting that is needed is missing.",
	"empty-value": "An empty text is not the same as leaving the key out.",
	"two-places": "A location names more than one place.",

	// Options of object stores
	"unknown-option": "The store knows no such option, and Polars ignores it.",
	"foreign-option": "The option is one of another library or another store, and Polars ignores it.",
	"unused-option": "The option has no effect with the other settings.",
	"option-without-partner": "The option has no effect without another, which is not set.",
	"recent-release": "Only recent releases of Polars can read this.",

	// Durations
	"duration-syntax": "The text is not a duration that Polars reads.",
	"duration-months": "“M” means months here, not minutes.",
	"duration-comma": "A comma is a decimal mark, but looks like a thousands separator.",
	"period-length": "The checkpoint period is so short or so long that checkpoints are of little use.",
	"period-missing": "No checkpoint period is set, and the documentation names no default.",

	// Secrets
	"secret-in-url": "A password, a key or a signature is in an address, which isn't kept secret.",
	"stray-secret": "A secret is in a field that isn't kept secret.",
	"possible-secret": "Part of a text looks like a secret.",
	placeholder: "A placeholder or the documentation's example is where your own value belongs.",

	// URLs of buckets and containers
	"url-syntax": "The store can't use this URL.",
	"url-ignored-part": "Polars doesn't read a port, a query or a fragment in the URL.",
	"bucket-name": "The service refuses such a name for a new bucket or container.",
	"bucket-root": "Checkpoints go to the root of the bucket.",
	"key-spelling": "Part of the key is refused, rewritten, or read differently from how it looks.",
	"express-bucket": "The bucket's name and aws_s3_express don't agree.",

	// Paths
	"not-a-path": "The text is not an absolute path on a Linux machine.",
	"path-spelling": "The path depends on where Polars is started, or contains what Polars doesn't replace.",
	"volatile-path": "The directory is emptied at a restart.",
	"own-disk": "The place is a worker's own disk, which is lost with the worker.",

	// Endpoints and regions
	"endpoint-scheme": "The address doesn't start with https:// or http://.",
	"endpoint-syntax": "The text is not the address of a server.",
	"loopback-endpoint": "For each worker, the address is the worker itself.",
	"plain-http": "Checkpoints are sent unencrypted.",
	"http-forbidden": "Plain http is forbidden, but the endpoint uses it.",
	"bucket-twice": "The endpoint contains the bucket, which Polars adds again.",
	"endpoint-incomplete": "The endpoint must contain the bucket or the account, since Polars doesn't add it.",
	"name-mismatch": "The endpoint or the URL names another bucket or account than the other settings.",
	"region-missing": "The endpoint needs a region, but none is set.",
	"region-unknown": "Amazon has no such region.",
	"region-mismatch": "The region is not the endpoint's.",

	// Credentials
	"credential-shape": "The text doesn't look like a credential of its kind.",
	"wrong-credential": "The text is not a credential of its kind.",
	"sas-token": "The SAS token has expired, expires soon, isn't signed, or doesn't allow writing.",
	"two-credentials": "Two kinds of credentials are set, but Polars uses only one.",

	// What several settings or files come to
	"enabled-missing": "A table has no enabled = true.",
	"no-checkpoint-location": "The scheduler makes checkpoints, but a worker has no place for them.",
	"checkpoint-disabled": "A worker has a place for checkpoints, but the scheduler makes none.",
	"shuffle-on-shared-storage": "Checkpoints have no effect if shuffles go to shared storage.",
	"shared-folder": "Shuffles and checkpoints go to the same folder.",
	"public-address": "A service listens on every address, but has no public address.",
	"node-identity": "Two files name different clusters, or the same node.",

	// Kubernetes
	"go-duration": "The operator reads durations as Go does, and can't read this one.",
	"claim-conflict": "The chart is told both to make a volume claim and to use an existing one.",
	"volume-missing": "A shared filesystem is set, but no volume is mounted there.",

	// Outputs
	"kubernetes-value": "Kubernetes can't use this as a name, a size or a server.",
	"output-limit": "The chosen output can't contain this, or not as it is.",
} as const;

/** The code of a rule: `unknown-key`. */
export type ProblemCode = keyof typeof problemCodes;
