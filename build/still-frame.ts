import { storageKey } from "../src/page/draft/storage-key.ts";
import { carriesLink } from "../src/page/start/carries-link.ts";

/*
 * Runs behind the built page's markup. Who comes with another state than the default sees the page's frame at once, of
 * the right store and without values, until the code is there that knows them.
 */

const { documentElement } = document;
const root = document.getElementById("root");
if (root && documentElement.dataset.start === "pending") {
	const embedded = "embed" in documentElement.dataset;
	const draft = readGlance();
	const other = findFrame(draft, embedded);
	if (other) root.replaceChildren(other.content);
	// An embed without a link opens with the default draft: its markup is what React takes over.
	if (embedded && !carriesLink(location)) documentElement.dataset.start = "default";
	else {
		if (embedded) for (const part of root.querySelectorAll("#root > div > :is(header, footer)")) part.remove();
		showStill(root);
	}
}
for (const template of document.querySelectorAll("template[data-store]")) template.remove();

/** What the page will open with, as far as a glance tells: its link, or what the tab kept. */
function readGlance(): string {
	if (carriesLink(location)) return `${location.hash}&${location.search}`;
	try {
		return sessionStorage.getItem(storageKey) ?? "";
	} catch {
		return "";
	}
}

/** The markup of the page with the store that a draft names, unless it stands there already. */
function findFrame(draft: string, embedded: boolean): HTMLTemplateElement | undefined {
	const store = /\bstore(?:=|":")(\w+)/.exec(draft)?.[1];
	const scheme = /\burl=(\w+)(?::|%3A)/i.exec(draft)?.[1]?.toLowerCase();
	const frames = [...document.querySelectorAll<HTMLTemplateElement>("template[data-store]")];
	const isMeant = ({ dataset: { store: own, schemes = "" } }: HTMLTemplateElement) =>
		store === undefined ? schemes.split(" ").includes(scheme ?? "") : own === store;
	const isDefault = ({ dataset }: HTMLTemplateElement) => "embed" in dataset;
	const other = frames.filter((frame) => !isDefault(frame)).find(isMeant);
	return other ?? (embedded ? frames.find(isDefault) : undefined);
}

/** Empties the page's controls, whose values are not yet known, and lets nobody use them: another page takes its place. */
function showStill(page: HTMLElement): void {
	for (const control of page.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select")) {
		if (control instanceof HTMLSelectElement) control.selectedIndex = -1;
		else if (control.type !== "radio" && control.type !== "checkbox") control.value = "";
		else if (control.name !== "store") control.checked = false;
	}
	page.inert = true;
	page.setAttribute("aria-busy", "true");
	documentElement.dataset.start = "still";
}
