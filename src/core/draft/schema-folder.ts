/**
 * Whether a text is the address of a folder as a schema line may hold it: of `http` or `https`, or relative to the file
 * by `../config` or `..`, and with a slash at its end. No letter that it lets pass ends a line or an address.
 *
 * @see Taplo 0.7, which reads an address up to the first white space, relative ones too.
 */
export function isSchemaFolder(text: string): boolean {
	return /^(?:https?:\/\/[\w.:[\]-]+|\.\.?)\/(?:[!$-;=@-[\]_a-z|~]*\/)?$/.test(text);
}
