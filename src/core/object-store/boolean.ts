/** Whether the text of an option of type `boolean` means true, in one of the spellings that the store takes. */
export function isTrue(text: string): boolean {
	return /^(?:1|true|on|yes|y)$/i.test(text.trim());
}
