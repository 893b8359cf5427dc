const onPrem = "https://docs.cloud.pola.rs/polars-on-premises/bare-metal/configuration/";

/** Addresses of the documentation that fields and problems link to. */
export const docs = {
	checkpointing: `${onPrem}checkpointing/`,
	reference: `${onPrem}reference/`,
	schemaLine: "https://taplo.tamasfe.dev/configuration/directives.html",
	jiff: "https://docs.rs/jiff/0.2.18/jiff/fmt/friendly/index.html",
	s3: "https://docs.rs/object_store/0.13.2/object_store/aws/enum.AmazonS3ConfigKey.html",
	gcs: "https://docs.rs/object_store/0.13.2/object_store/gcp/enum.GoogleConfigKey.html",
	abs: "https://docs.rs/object_store/0.13.2/object_store/azure/enum.AzureConfigKey.html",
} as const;

/** Address of a page of the On-Prem documentation on bare metal: `network-addresses`. */
export function onPremPage(name: string): string {
	return `${onPrem}${name}/`;
}
