import { expect, test } from "vitest";
import { mask } from "../../core/text/mask.ts";
import { maskSecrets } from "./mask-secrets.ts";

const secret = "wJalrXUtnFEMI";

test.each([
	[`[worker.checkpoint_location.s3]\naws_secret_access_key = "${secret}"`],
	[`worker.checkpoint_location = { s3 = { url = "s3://b/k", AWS_SECRET_ACCESS_KEY = '${secret}' } }`],
	[`worker.shuffle_location.abs.account_key = "${secret}"`],
	[`worker.checkpoint_location.s3.aws_secret_acess_key = "${secret}" # misspelt`],
	[`worker.checkpoint_location.gcs.service_account_key = '''\n{"private_key":\n"${secret}"}'''\n`],
	[`worker.checkpoint_location.s3.url = "s3://AKIA:${secret}@bucket/key"`],
	[`license.on_prem.client_secret = "${secret}"`],
	[`[worker.env_vars]\nAWS_SECRET_ACCESS_KEY = "${secret}"`],
	[`anything = ["https://user:${secret}@host"]`],
	[`# aws_secret_access_key = "${secret}"\n`],
	[`worker.checkpoint_location.s3.aws_secret_access_key = ["${secret}"]`],
	[`worker.checkpoint_location.s3.aws_secret_acces_key = { value = "${secret}" }`],
	[`[worker.checkpoint_location.s3.client_kwargs]\nlogin.name = "${secret}"`],
	[`[worker.checkpoint_location.s3]\nstorage_options = { "aws_endpoint_url" = "${secret}" }`],
	[`[credentials.own]\nname = "${secret}"`],
	[`[[tokens]]\nname = "${secret}"`],
	[`anything = [{ name = "a", token = "${secret}" }]`],
	[`[worker.env_vars]\nLOGIN = "password:${secret}"`],
	[`[worker.env_vars]\nHEADER = "Bearer ${secret}"`],
	[`a = "https://host/x?sas=${secret}"`],
	[`a = "https://host/x?code=${secret}"`],
	[`a = "sv=2022-11-02&sig=${secret}"`],
	[`a = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ3In0xMjM.${secret}"`],
	[`a = "-----BEGIN EC PRIVATE KEY-----\\n${secret}"`],
	[`"token=${secret}" = 1`],
	[`worker.checkpoint_location.s3.aws_access_key_id = "${secret}/K7MDENG/bPxRfiCYEXAMPLEKEY"`],
	[`# worker.checkpoint_location.s3.aws_secret_acces_key = "${secret}"\n`],
	[`#worker.checkpoint_location.s3 = { url = "s3://b/k", no_such_option = "${secret}" }\n`],
	[`# password:${secret}\n`],
	[`# curl -H 'Authorization: Bearer ${secret}'\n`],
	[`# -----BEGIN PRIVATE KEY-----\r\n# ${secret}\r\n# -----END PRIVATE KEY-----\r\n`],
])("nobody reads the secret of %s", (text) => {
	const masked = maskSecrets(text, "toml");
	expect(masked).not.toContain(secret);
	expect(masked).toContain(mask);
	expect(masked.split("\n")).toHaveLength(text.split("\n").length);
});

test.each([
	['[worker]\ncheckpoint_location.s3.url = "s3://bucket/key" # the bucket\n'],
	['worker.checkpoint_location.s3.aws_access_key_id = "AKIA"\n'],
	['worker.checkpoint_location.gcs.google_service_account_path = "/etc/key.json"'],
	['[scheduler.checkpoint]\nperiod = "10 mins"\n'],
	['# cluster_id = "a"\n# period = "5m" or so\n# see https://host/x?page=1\n'],
	['[worker.checkpoint_location.s3]\nurl = "s3://b/2fd4e1c67a2d28fced849ee1bb76e7391b93eb12"\nmax-retries = "3"\n'],
	['cluster_id = "a"\n[[array]]\nx = 1979-05-27\n'],
])("everybody reads %s", (text) => {
	expect(maskSecrets(text, "toml")).toBe(text);
});
