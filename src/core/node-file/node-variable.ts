/** What the names of the variables that set a node's keys begin with. */
export const variablePrefix = "PC_CUBLET__";

/** The key that a variable sets, from the root; undefined for a variable that sets none. */
export function readVariableName(name: string): readonly string[] | undefined {
	return name.startsWith(variablePrefix) ? name.slice(variablePrefix.length).split("__") : undefined;
}
