import { toError } from "../text/fault.ts";
import { askFor } from "../text/wording.ts";
import { optionalText } from "./field.ts";
import { sharedFields } from "./fields.ts";
import { isSchemaFolder } from "./schema-folder.ts";
import { removeCredentials } from "./secret.ts";

/** The `schema` of a configuration: the address of the folder that holds the JSON Schemas, or nothing for no line. */
export const schemaAddress = optionalText(sharedFields.schema, (text) => {
	if (isSchemaFolder(text)) return undefined;
	const open = removeCredentials(text);
	const folder = open.replace(/[?#].*$/s, "").replace(/\/[\w.-]+\.json$|\/?$/, "/");
	return toError(
		{
			code: "wrong-value",
			message: askFor("the address of a folder, such as https://host/ or ./", open),
			meant: [folder],
		},
		isSchemaFolder,
	);
});
