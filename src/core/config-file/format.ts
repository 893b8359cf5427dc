/**
 * What a configuration can be written in: a node's TOML, a file of environment variables, a PolarsCluster or what stands
 * under its `spec`, values of the Helm chart, and a shell script that holds any of these.
 */
export const configFormats = ["toml", "env", "polars_cluster", "helm_values", "shell"] as const;

/** One of {@link configFormats}. */
export type ConfigFormat = (typeof configFormats)[number];

/** Each format as a person calls it. */
export const formatTitles: Readonly<Record<ConfigFormat, string>> = {
	toml: "TOML",
	env: "Environment variables",
	polars_cluster: "PolarsCluster",
	helm_values: "Helm values",
	shell: "Shell script",
};
