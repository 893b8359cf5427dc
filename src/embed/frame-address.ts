/** Attributes that every element may have, and this element's own. */
const otherAttributes =
	/^(class|dir|hidden|id|inert|is|lang|loading|mode|nonce|part|popover|role|slot|style|tabindex|theme|title)$/;

type Attributes = Iterable<{ readonly name: string; readonly value: string }>;

/**
 * The address that opens the builder alone, with an element's attributes as the parameters of its link.
 *
 * @param builder Address of the builder's folder.
 * @param attributes Those that aren't a word of TOML, such as `data-…`, and those that every element may have stay out.
 * @returns The first version of the link is meant where no attribute `v` names another.
 */
export function writeLink(builder: string, attributes: Attributes): string {
	const link = new URLSearchParams({ v: "1" });
	for (const { name, value } of attributes) {
		if (/^[a-z][\w.]*$/.test(name) && !otherAttributes.test(name)) link.set(name, value);
	}
	// %20 is a space to every reader of a link, + only to some.
	return `${builder}#${link.toString().replaceAll("+", "%20")}`;
}

/**
 * The address that shows the builder in a frame: of the whole form, or with the attribute `mode="file"` of the files with
 * little around them.
 *
 * @param builder Address of the builder's folder.
 * @param attributes As {@link writeLink} takes them.
 */
export function writeAddress(builder: string, attributes: Attributes): string {
	const all = [...attributes];
	const isFile = all.some(({ name, value }) => name === "mode" && value === "file");
	return writeLink(`${builder}?embed${isFile ? "=file" : ""}`, all);
}
