const onPrem = "https://docs.cloud.pola.rs/polars-on-premises/bare-metal/configuration/";

/** Addresses of the documentation that fields and problems link to. */
export const docs = {
	checkpointing: `${onPrem}checkpointing/`,
	reference: `${onPrem}reference/`,
	variables: "https://docs.cloud.pola.rs/polars-on-premises/bare-metal/environment-variables/",
	schemaLine: "https://taplo.tamasfe.dev/configuration/directives.html",
	kubernetes: "https://docs.cloud.pola.rs/polars-on-premises/kubernetes/",
	jiff: "https://docs.rs/jiff/0.2.18/jiff/fmt/friendly/index.html",
} as const;

/** Address of a page of the On-Prem documentation on bare metal: `network-addresses`. */
export function onPremPage(name: string): string {
	return `${onPrem}${name}/`;
}

/** Address of TOML's own specification. */
export const tomlDocs = "https://toml.io/en/v1.0.0";

/** Address of the version of YAML that Kubernetes and Helm read. */
export const yamlDocs = "https://yaml.org/spec/1.1/";
