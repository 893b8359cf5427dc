import fc from "fast-check";
import { expect, test } from "vitest";
import { objectStores, stores } from "../stores/stores.ts";
import { maskMessage } from "./mask-message.ts";

const secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const names = objectStores.flatMap((store) =>
	stores[store].options.flatMap(({ key, aliases, ...option }) => ("secret" in option ? [key, ...aliases] : [])),
);

const places: readonly ((name: string, value: string) => string)[] = [
	(name, value) => `${name} = "${value}"`,
	(name, value) => `PC_CUBLET__worker__checkpoint_location__s3__${name}=${value}`,
	(name, value) => `export ${name.toUpperCase()}='${value}'`,
	(name, value) => `{'${name}': '${value}', 'aws_region': 'eu-west-1'}`,
	(name, value) => `{"message":"{\\"${name}\\":\\"${value}\\"}"}`,
	(name, value) => `invalid value for '${name}': '${value}' (expected str)`,
	(name, value) => `options: [("${name}", "${value}")]`,
	(name, value) => `${name}: Some("${value}")`,
	(name, value) => `- name: ${name}\n  value: "${value}"`,
];

test("the value of every secret option is masked, wherever it stands and whatever it is", () => {
	const value = fc.stringMatching(/^[A-Za-z\d+/]{6,40}$/).filter((text) => !/^(?:none|null|true|false)$/i.test(text));
	fc.assert(
		fc.property(fc.constantFrom(...names), fc.constantFrom(...places), value, (name, place, text) => {
			const masked = maskMessage(`ERROR ${place(name, text)} end`);
			expect(masked).not.toContain(text);
			expect(masked).toMatch(/^ERROR .* end$/s);
		}),
	);
});

test.each([
	`https://user:${secret}@host/path`,
	`https://acc.blob.core.windows.net/c?sv=2024&sig=${encodeURIComponent(secret)}&se=2026`,
	`https://b.s3.amazonaws.com/k?X-Amz-Security-Token=${secret}&X-Amz-Signature=0123456789abcdef`,
	`DefaultEndpointsProtocol=https;AccountName=acc;AccountKey=${secret}==;EndpointSuffix=core.windows.net`,
	`authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/x, Signature=${secret}`,
	`Authorization: Bearer ${secret}`,
	`Authorization: SharedKey acc:${secret}`,
	`-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`,
	`it was ${secret}, or so`,
	`https://sts.amazonaws.com/?Action=AssumeRoleWithWebIdentity&WebIdentityToken=${secret}`,
])("%s loses its secret", (text) => {
	const masked = maskMessage(text);
	expect(masked).not.toContain(secret);
	expect(masked).not.toContain(secret.slice(0, 20));
	expect(masked).toContain("••••••••");
	expect(maskMessage(masked)).toBe(masked);
});

test.each([
	"Failed to read token file '/var/run/secrets/eks.amazonaws.com/serviceaccount/token': No such file",
	"Generic S3 error: Error performing PUT https://s3.eu-west-1.amazonaws.com/my-bucket/checkpoints/q1 in 85.2ms",
	"access key AKIAIOSFODNN7EXAMPLE is not known",
	"arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
	"/var/lib/polars/checkpoints/5f2b9c1d8e7a4f3b9c1d8e7a4f3b9c1d/part-00000.parquet",
	"Generic MicrosoftAzure error: Invalid Access Key: Invalid padding",
	"aws_session_token = None",
])("%s holds none", (text) => expect(maskMessage(text)).toBe(text));
