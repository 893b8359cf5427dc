import { findSecretShape, isHexSecret } from "../object-store/secret-shape.ts";
import { objectStores, stores } from "../stores/stores.ts";
import { mask } from "../text/mask.ts";

/** The names of all options that hold a secret, in every spelling. */
const secretOptions = objectStores.flatMap((store) =>
	stores[store].options.filter((option) => "secret" in option).flatMap(({ key, aliases }) => [key, ...aliases]),
);

/** Names that hold secrets in connection strings, queries, headers and shells. */
const otherNames =
	"AccountKey|SharedAccessSignature|sig|signature|X-(?:Amz|Goog)-(?:Signature|Credential|Security-Token)|WebIdentityToken|assertion|client_secret|access_token|refresh_token|id_token|password|passwd|pwd|passphrase|api[_-]?key|secret(?:[_-]?(?:access[_-]?)?key)?|private_key(?:_id)?|[\\w-]*(?:secret|password)[\\w-]*";

/** What may stand between a name and its value: in files, JSON, YAML's lists of variables, and Rust's debug output. */
const between = String.raw`\\*["']?\)?(?:\s*(?:=>|[=:]|,(?=\s*\\*["']))\s*|\s*,?\s*\\*["']?value\\*["']?\s*[:=]\s*)(?:Some\()?`;

/** A text in quotes, escaped ones among them, or a word. */
const value = String.raw`"""[\s\S]*?"""|\\*"(?:[^"\\\n]|\\.)*"?|\\*'(?:[^'\\\n]|\\.)*'?|[^\s"',;&<>)\]}]+`;

const assignment = new RegExp(
	`((?:^|[^\\w/-])(?:\\w+__)?(?:${secretOptions.join("|")}|${otherNames})${between})(${value})`,
	"gi",
);

/** What holds a secret by its shape, and what is left of it. */
const shapes: readonly (readonly [RegExp, string])[] = [
	[/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, mask],
	[/(\bauthorization\\*["']?\s*[:=]\s*\\*["']?)[^\n"']+/gi, `$1${mask}`],
	[/(\b(?:Bearer|Basic)\s+)(?=[\w+/=.~-]*[\d._=])[\w+/=.~-]{8,}/g, `$1${mask}`],
	[/(\bSharedKey(?:Lite)? [\w-]+:)[\w+/=]+/g, `$1${mask}`],
	[/([a-z][a-z\d+.-]*:\/\/)[^\s/?#@:"'<>]*:(?!\d{1,5}(?:[/?#]|$))[^\s"'<>]*@/gi, `$1${mask}@`],
	[
		/([?&](?:sig|signature|token|code|se?cret|x-(?:amz|goog)-(?:signature|credential|security-token))=)[^\s&"'<>)]+/gi,
		`$1${mask}`,
	],
	[/(<(?:StringToSign|SignatureProvided|SessionToken|SecretAccessKey|Token-0)>)[^<]*/g, `$1${mask}`],
	[/(\beyJ[\w-]{8,}\.)eyJ[\w-]{8,}(?:\.[\w-]+)?/g, `$1${mask}`],
];

/**
 * A log's text whose secrets nobody can read: values of options and names that hold secrets, signatures and tokens in
 * addresses and headers, users' parts of URLs, private keys, and words that look like a key. What names a file, a key's ID
 * or a hash stays.
 *
 * A secret that a person chose and that no name gives away, such as `minioadmin`, can't be told from a word.
 */
export function maskMessage(text: string): string {
	let masked = text;
	for (const [shape, replacement] of shapes) masked = masked.replace(shape, replacement);
	masked = masked.replace(assignment, (whole, name: string, secret: string) =>
		isNone(secret) ? whole : `${name}${mask}`,
	);
	return masked.replace(/[\w+/~.=-]{28,}/g, maskWord);
}

/** Whether the value is one that says that there is none. */
function isNone(value: string): boolean {
	return /^(?:None|null|True|False|•+|…|\*+|REDACTED|)$/i.test(value.replace(/["'\\]/g, ""));
}

function maskWord(word: string): string {
	if (findSecretShape(word) === "all" || isHexSecret(word)) return mask;
	// A secret may be a part of a path or of a file's name.
	return word
		.split(/(?=[/=])|(?<=[/=])/)
		.map((part) => (part.length >= 28 && findSecretShape(part) === "all" ? mask : part))
		.join("");
}
