import { hostedFolder } from "../edition.ts";

/** Whether the checkbox of a field is ticked: one that stands for an address is with any. */
export function isTicked(name: string, held: string): boolean {
	return name === "schema" ? held !== "" : held === "shared";
}

/** What a field holds with its checkbox ticked or not: the address of this page's schemas, or where shuffles are. */
export function readBox(name: string, ticked: boolean): string {
	if (name === "schema") return ticked ? hostedFolder() : "";
	return ticked ? "shared" : "local";
}
