import fc from "fast-check";
import { expect, test } from "vitest";
import { findSecretShape, isHexSecret } from "./secret-shape.ts";

/** Made up, each as its maker makes them. */
const secrets = {
	amazon: "q8Zt+Lw3/bVn0KxRy7PdUe2MgHs5AfJc4oTi9BXE",
	documented: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
	minio: "zuT7nQpXw2LrB9cVh4KsYd6MgJ8fEa3RbUo5Wi1k",
	backblaze: "K004hGq7TzLw2XcVbN9mPrYd5sJk8Qa",
	spaces: "pL9xTq3ZvW7nBk2RmYc8Hd5Js1Gf6Aw4Eo0UiQzXyVt",
	azure: `${"Zk9+/qT3mWx7".repeat(7)}Ab==`,
	entra: "x8W8Q~mK2vTz.pR7nL_qY5sB9cJdHgFw-E3uA6oi",
	tigris: "tsec_Pq7Zx2LmVw9TkRb4Yc",
	token: "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ3b3JrZXIifQ.c2lnbmF0dXJl",
	session: `IQoJb3JpZ2luX2VjE${"q8Zt+Lw3/bVn0KxRy7PdUe2MgHs5AfJc4oTi9BXE".repeat(6)}=`,
};

test.each(Object.entries(secrets))("a secret of %s is one, alone and in a text", (_, secret) => {
	expect(findSecretShape(secret)).toBe("all");
	expect(findSecretShape(` ${secret}\n`)).toBe("all");
	for (const text of [`key: ${secret}`, `"${secret}",`, `https://host/?x=${secret}`, `# ${secret} is the old one`]) {
		expect(findSecretShape(text), text).toBe("part");
	}
});

test.each(["s3://bucket/", "https://s3.example.com/", "/mnt/", "s3://bucket/a/"])(
	"Amazon's secret is found behind %s, with the slashes in it",
	(before) => {
		for (const secret of [secrets.amazon, secrets.documented, secrets.minio]) {
			expect(findSecretShape(before + secret)).toBe("part");
			expect(findSecretShape(`${before + secret}/x`)).toBe("part");
		}
	},
);

test.each([
	"",
	"minioadmin",
	"AKIAIOSFODNN7EXAMPLE",
	"ASIAIOSFODNN7EXAMPLE",
	"GOOG1EABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTUVWX",
	"AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA",
	"LTAI5tQnXw2LrB9cVh4KsYd6Mg",
	"bf1D9jfkXcX9lRXm0Gyk",
	"5d41402abc4b2a76b9719d911017c592",
	"2fd4e1c67a2d28fced849ee1bb76e7391b93eb12",
	"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
	"3f2504e0-4f89-11d3-9a0c-0305e82c3301",
	"3F2504E0-4F89-11D3-9A0C-0305E82C3301",
	"https://5d41402abc4b2a76b9719d911017c592.r2.cloudflarestorage.com",
	"/subscriptions/3f2504e0-4f89-11d3-9a0c-0305e82c3301/resourceGroups/MyRG/providers/Microsoft.ManagedIdentity/userAssignedIdentities/polars",
	"arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AdministratorAccess_0a1b2c3d4e5f6a7b",
	"arn:aws:kms:eu-west-1:123456789012:key/mrk-1234abcd12ab34cd56ef1234567890ab",
	"MyTeamCheckpointsBucketForProductionEU01",
	"s3://bucket/Team/Project2/Checkpoints/2024/Run01/x",
	"s3://bucket/date=2026-01-01/part-00000-3f2504e0-4f89-11d3-9a0c-0305e82c3301.c000.snappy.parquet",
	"s3://bucket/01ARZ3NDEKTSV4RRFFQ69G5FAV/2fd4e1c67a2d28fced849ee1bb76e7391b93eb12/x",
	"polars-checkpoints-8f14e45fceea167a5a36dedd4bea2543-eu-west-1",
	"/mnt/Storage2/Polars/Checkpoints/PROD01/A",
	"MyProject-123456.iam.gserviceaccount.com",
	"polars@my-project-123456.iam.gserviceaccount.com",
	"Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
	"application/vnd.apache.parquet",
	"PolarsWorkersOfTheDataTeam2024Production",
	"-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUQ8Zt1Lw3bVn0KxRy7PdUe2MgHs5wCgYIKoZIzj0EAwIw\nq8Zt1Lw3bVn0KxRy7PdUe2MgHs5AfJc4oTi9BXEa\n-----END CERTIFICATE-----\n",
])("nothing is a secret in %j", (text) => {
	expect(findSecretShape(text)).toBeUndefined();
});

test("64 hexadecimal digits are a secret of R2's where a key ID is expected", () => {
	expect(isHexSecret("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")).toBe(true);
	expect(isHexSecret("5d41402abc4b2a76b9719d911017c592")).toBe(false);
});

const base64 = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"];

/** 40 characters drawn one by one, with no more slashes than one in a thousand has. */
const anyAmazonSecret = fc
	.array(fc.constantFrom(...base64), { minLength: 40, maxLength: 40 })
	.map((characters) => characters.join(""))
	.filter((text) => text.split("/").length <= 5);

test("hardly a random secret is missed", () => {
	const drawn = fc.sample(anyAmazonSecret, { numRuns: 3000, seed: 1 });
	expect(drawn.filter((secret) => findSecretShape(secret) !== "all").length).toBeLessThan(15);
	const inPath = drawn.filter((secret) => findSecretShape(`s3://bucket/${secret}`) === undefined);
	expect(inPath.length).toBeLessThan(80);
});

/** Parts of names as people and programs make them. */
const anyPart = fc.oneof(
	fc.constantFrom(
		"polars",
		"Checkpoints",
		"PROD",
		"team",
		"DataScience",
		"eu-west-1",
		"Q3",
		"v2",
		"run",
		"myBucket",
		"ETL",
	),
	fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
	fc.uuid(),
	fc.nat({ max: 9999 }).map(String),
	fc.array(fc.constantFrom(..."0123456789abcdef"), { minLength: 7, maxLength: 64 }).map((digits) => digits.join("")),
	fc
		.array(fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"), { minLength: 26, maxLength: 26 })
		.map((id) => id.join("")),
);

test("no name that is put together of words, numbers, dates, hashes and IDs is taken for one", () => {
	fc.assert(
		fc.property(
			fc.array(anyPart, { minLength: 1, maxLength: 9 }),
			fc.constantFrom("/", "-", "_", "."),
			fc.constantFrom("", "s3://bucket/", "/mnt/", "https://host.example/"),
			(parts, joint, before) => {
				expect(findSecretShape(before + parts.join(joint))).toBeUndefined();
			},
		),
		{ numRuns: 3000 },
	);
});

test("a long text is read to its end", () => {
	for (const piece of ["a", "/", "aB3", "aB3/", "eyJ", "=", "-", "f"]) {
		const start = performance.now();
		findSecretShape(piece.repeat(1_000_000 / piece.length));
		expect(performance.now() - start).toBeLessThan(5000);
	}
});
