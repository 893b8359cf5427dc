import type { Step } from "./output.ts";

/** Where the documentation keeps a node's configuration. */
export const folder = "/etc/polars-cloud";

/**
 * How a node is given a file of variables.
 *
 * @param files Name of each file with the nodes that it is for: `[["worker.env", "every worker"]]`.
 * @see docs: systemd.exec(5), `EnvironmentFile=`; docker, `container run --env-file`.
 */
export function describeVariables(files: readonly (readonly [name: string, nodes: string])[]): Step {
	const places = files.map(([name, nodes]) => `${name} to ${nodes}`).join(" and ");
	return {
		title: "Give the variables to the nodes",
		text: `Copy ${places}, readable by root alone. Put the line under [Service] of the unit that starts the node there, or name the file in docker run --env-file.`,
		command: files.map(([name]) => `EnvironmentFile=${folder}/${name}`).join("\n"),
	};
}

/**
 * How a node is started.
 *
 * @param note What else to know of it.
 * @see docs: the On-Prem pages "Getting started" and "License" of the bare-metal part.
 */
export function describeStart(note: string): Step {
	return {
		title: "Start the nodes",
		text: `Or restart those that run. ${note} A node of On-Prem Enterprise starts only where POLARS_EULA_ACCEPTED says that its licence is accepted.`,
		command: `polars-on-premises service --config-path ${folder}/config.toml`,
	};
}
