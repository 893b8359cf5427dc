/**
 * What the page's address says of how it stands in another one: nothing where it stands alone, `file` for the files with
 * only the period and the place above them, and an empty text for the whole form.
 */
export function readEmbed(): "" | "file" | undefined {
	const said = new URLSearchParams(location.search).get("embed");
	if (said === null) return undefined;
	return said === "file" ? said : "";
}

/** Marks the root for the styles: `data-embed` in another page, and there `data-view` for a part of the page. */
export function markEmbed(): void {
	const said = readEmbed();
	const { dataset } = document.documentElement;
	if (said !== undefined) dataset.embed = "";
	if (said) dataset.view = said;
}

/** Shows the whole page where only a part of it is shown. */
export function showWhole(): void {
	delete document.documentElement.dataset.view;
}
