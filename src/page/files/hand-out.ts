import type { Finished } from "../../core/outputs/finish.ts";
import type { TextFile } from "../../core/outputs/output.ts";
import { awaitPart, giveUpLate, type LoadFault } from "../lazy-part.tsx";
import { ownFault } from "../own-fault.ts";

/** What came of handing texts out, in words for a person. */
export interface HandedOut {
	readonly done: boolean;
	readonly said: string;
}

/** Gives texts away, and resolves to what came of it. */
export type Give = (files: readonly TextFile[]) => Promise<HandedOut>;

/**
 * Hands out texts, once they were read back and say what was meant. Nothing else on the page gives one away.
 *
 * @param readBack May not take long: a browser lets the clipboard be written only soon after a click.
 * @param give Rejects, as `readBack` does, where its code can't be fetched.
 */
export async function handOut(readBack: () => Finished | Promise<Finished>, give: Give): Promise<HandedOut> {
	if (missedLate) await giveUpLate();
	missedLate = false;
	const refuse = (reason: string) => ({ done: false, said: `${reason}: nothing was copied or saved. ${ownFault}` });
	const read = await awaitPart(async () => readBack());
	if ("fault" in read) {
		missedLate = read.fault === "late";
		return refuse(missing[read.fault]);
	}
	if (!read.part.ok) return refuse(read.part.difference);
	try {
		return await give(read.part.files);
	} catch (error) {
		const fault = error instanceof MissingPart ? error.fault : "failed";
		missedLate = fault === "late";
		return refuse(missing[fault]);
	}
}

/** Whether a part was late when something was last asked for: who asks again wants it anew. */
let missedLate = false;

const missing: Readonly<Record<LoadFault, string>> = {
	failed: "Part of this page did not load",
	late: "Part of this page has not loaded yet",
};

class MissingPart extends Error {
	readonly fault: LoadFault;

	constructor(fault: LoadFault) {
		super(missing[fault]);
		this.fault = fault;
	}
}

/** What is copied of some texts. */
export function joinTexts(files: readonly TextFile[]): string {
	return files.map(({ text }) => text).join("");
}

/**
 * Puts a text on the clipboard.
 *
 * @param within Where the old way may put its field: an open modal dialog makes all else inert.
 * @returns Whether it is there. Where the modern way is denied, as in some frames, the old one is tried.
 */
export async function copyText(text: string, within: HTMLElement = document.body): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copyBySelection(text, within);
	}
}

/** `execCommand` is deprecated, and still the only way to copy without the clipboard permission. */
function copyBySelection(text: string, within: HTMLElement): boolean {
	const focused = document.activeElement;
	const area = document.createElement("textarea");
	area.value = text;
	area.readOnly = true;
	area.className = "visually-hidden";
	within.append(area);
	area.select();
	try {
		return document.execCommand("copy");
	} finally {
		area.remove();
		if (focused instanceof HTMLElement) focused.focus();
	}
}

/** Saves a file as the browser's download. */
function downloadFile(name: string, content: string | Uint8Array<ArrayBuffer>): void {
	const url = URL.createObjectURL(new Blob([content], { type: "application/octet-stream" }));
	const link = document.createElement("a");
	link.href = url;
	link.download = name;
	link.click();
	// Some browsers read the address only after the click is over.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Saves some files with one download: a lone file as it is, more as a ZIP archive, since browsers ask before a second.
 *
 * @returns What there is to say of it.
 */
export async function downloadFiles(files: readonly TextFile[]): Promise<HandedOut> {
	const [only, ...others] = files;
	if (only && others.length === 0) downloadFile(only.name, only.text);
	else {
		const packer = await awaitPart(() => import("fflate"));
		if ("fault" in packer) throw new MissingPart(packer.fault);
		const { strToU8, zipSync } = packer.part;
		const entries = Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]));
		downloadFile("polars-checkpoint.zip", zipSync(entries));
	}
	return { done: true, said: `Downloading ${files.map(({ name }) => name).join(" and ")}` };
}
