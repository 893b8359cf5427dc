/** Shapes that nothing but a secret has, wherever in a text they stand. */
const certain: readonly RegExp[] = [
	// A JSON Web Token: a header and a payload, both JSON in base64url.
	/(?<![\w-])eyJ[\w-]{8,}\.eyJ[\w-]{8,}/,
	// 64 bytes in base64: the key of an Azure storage account.
	/(?<![A-Za-z\d+/])[A-Za-z\d+/]{86}==(?!=)/,
	// The client secret of an application in Microsoft Entra.
	/(?<![\w.~-])[\w.~-]{3}\dQ~[\w.~-]{31,34}(?![\w.~-])/,
	// A secret of Tigris, which says so itself.
	/(?<!\w)tsec_\w{16,}/,
];

/** What certificates hold is public, and looks like a secret. */
const certificate = /-----BEGIN CERTIFICATE-----[^-]*(?:-----END CERTIFICATE-----)?/g;

/** What stands between words, in a sentence, a URL, a query and a line of a file. */
const separators = /[\s"'`,;<>()[\]{}:=@?&#|]+/;

/** How IDs of keys begin that look like secrets and are none: Amazon's, Google's, Alibaba's, Tencent's. */
const keyId = /^(?:A[KS]IA|GOOG|LTAI|AKID)/;

/** IDs and hashes in hexadecimal, which name things and open none. */
const hexadecimal = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?<![a-z\d])(?:[\da-f]{16,}|[\dA-F]{16,})(?![a-z\d])/gi;

/** Longer than any token that a cloud gives out. */
const longest = 8192;

/**
 * How much of a text looks like a secret key, by shapes that clouds give to theirs and by how mixed its characters are.
 * No name gives it away, and none is needed.
 *
 * Access key IDs, GUIDs, hashes in hexadecimal, names in any case and certificates are none. A secret that a person chose,
 * such as `minioadmin`, can't be told from a name.
 *
 * @returns `all` where there is nothing else in the text; `part` where it stands among other things, as in a URL. It takes
 * time in proportion to the text's length.
 */
export function findSecretShape(text: string): "all" | "part" | undefined {
	const rest = text.replace(certificate, "").trim();
	if (rest.length < 20) return undefined;
	if (isSecretWord(rest)) return "all";
	if (certain.some((shape) => shape.exec(rest)?.[0] === rest)) return "all";
	const isPart =
		certain.some((shape) => shape.test(rest)) || rest.split(separators).some(isSecretWord) || holdsAmazonSecret(rest);
	return isPart ? "part" : undefined;
}

/** Whether a text is the 64 hexadecimal digits of a secret of Cloudflare R2 or Garage, whose key IDs are shorter. */
export function isHexSecret(text: string): boolean {
	return /^[\da-f]{64}$/.test(text);
}

function isSecretWord(word: string): boolean {
	if (word.length < 28 || word.length > longest || keyId.test(word)) return false;
	if (isAmazonSecret(word)) return true;
	if (!/^[\w+.~-][\w+/.~-]*={0,2}$/.test(word)) return false;
	const mixed = listParts(word).filter((part) => part.length >= 8 && isMixed(part, 2.9));
	return mixed.join("").length > 0.7 * word.length && /\d.*\d/.test(word);
}

/** 40 characters of base64, as Amazon, Google and most that speak the S3 API make their secrets. */
function isAmazonSecret(word: string): boolean {
	return /^[A-Za-z\d+/]{40}$/.test(word) && isMixed(word, 3.3) && listParts(word).some((part) => isMixed(part, 3));
}

/** Such a secret between slashes of a path: it may hold slashes itself. */
function holdsAmazonSecret(text: string): boolean {
	const candidates = /(?<![\w+.~-])(?!\/)(?=([A-Za-z\d+/]{40})(?![\w+=.~-]))/g;
	for (const [, candidate = ""] of text.matchAll(candidates)) if (isAmazonSecret(candidate)) return true;
	return false;
}

/** What stands between the characters that join words, without what names things in hexadecimal. */
function listParts(word: string): string[] {
	return word.replace(hexadecimal, "").split(/[^A-Za-z\d]+/);
}

/**
 * Whether upper case, lower case and digits change as often as chance makes them. Of words, in whatever case, the pieces
 * are longer: `MyTeamCheckpoints2` has four in 18 characters.
 *
 * @param longestPiece How long the pieces may be on average; in random base64 it is 2.2.
 */
function isMixed(text: string, longestPiece: number): boolean {
	if (!/[A-Z].*[A-Z]/.test(text) || !/[a-z].*[a-z]/.test(text)) return false;
	const pieces = text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
	return pieces.join("").length < longestPiece * pieces.length;
}
