import { expect } from "vitest";
import type { Tab, View } from "./browser.ts";
import type { Place, Sight } from "./witness.ts";

export function button(name: string, within?: Place): Place {
	return within ? { role: "button", name, within } : { role: "button", name };
}

export function textbox(name: string): Place {
	return { role: "textbox", name };
}

export function checkbox(name: string): Place {
	return { role: "checkbox", name };
}

export function region(name: string): Place {
	return { role: "region", name };
}

export function radio(group: string, name: string): Place {
	return { role: "radio", name, within: { role: "radiogroup", name: group } };
}

/** The text of a file in the preview. */
export function file(name: string): Place {
	return { role: "code", within: region(name) };
}

export const period = textbox("Checkpoint period");

/** What stands for a secret in a file. */
export const mask = "••••••••";

/** Opens the help with the period, takes the figures that stand there, and gives the handle on the curve. */
export async function openAdvisor(page: Page): Promise<Place> {
	const slider = { role: "slider", name: "Period on the curve" };
	await page.click(button("Help me choose"));
	await page.click(button("Show the advice"));
	await page.see(slider);
	return slider;
}

/** A page as a person goes about in it, in whatever browser. */
export class Page {
	readonly tab: Tab;
	readonly view: View;
	/** What went wrong so far, here and in the frames. */
	readonly faults: string[];

	constructor(tab: Tab, view: View = tab, faults: string[] = []) {
		this.tab = tab;
		this.view = view;
		this.faults = faults;
	}

	async open(address: string): Promise<void> {
		await this.collectFaults();
		await this.tab.open(address);
	}

	async reload(): Promise<void> {
		await this.collectFaults();
		await this.tab.reload();
	}

	/** Runs a function in the page; it can use nothing but the page and what it is given. */
	async run<Args extends readonly unknown[], Result>(
		run: (...args: Args) => Result,
		...args: Args
	): Promise<Awaited<Result>> {
		return (await this.view.evaluate(call(run, args))) as Awaited<Result>;
	}

	/** What is at a place now; nothing if it isn't there. */
	look(place: Place): Promise<Sight | null> {
		return this.run((place) => globalThis.witness?.look(place) ?? null, place);
	}

	/** Waits until a place looks as expected. */
	async see(place: Place, expected: Readonly<Record<string, unknown>> = {}): Promise<void> {
		const message = JSON.stringify(place);
		// Nothing matches an object without keys, too.
		await expect.poll(() => this.look(place), { message }).not.toBeNull();
		await expect.poll(() => this.look(place), { message }).toMatchObject(expected);
	}

	async seeNone(place: Place): Promise<void> {
		await expect.poll(() => this.look(place), { message: JSON.stringify(place) }).toBeNull();
	}

	async click(place: Place): Promise<void> {
		await this.see(place, { disabled: false });
		await this.view.click(call((place) => globalThis.witness.find(place), [place]));
	}

	async focus(place: Place): Promise<void> {
		await this.see(place);
		await this.run((place) => (globalThis.witness.find(place) as HTMLElement).focus(), place);
	}

	/** Puts another text in the place of what a field holds, with the keyboard. */
	async fill(place: Place, text: string): Promise<void> {
		await this.click(place);
		await this.tab.press("Control+a");
		await (text === "" ? this.tab.press("Delete") : this.tab.type(text));
	}

	/** How a place is drawn, or the first within it that a CSS selector finds; nothing if it isn't there. */
	readStyle(place: Place, property: string, selector?: string): Promise<string | undefined> {
		return this.run(
			(place, property, selector) => {
				const found = globalThis.witness.find(place);
				const element = selector === undefined ? found : found?.querySelector(selector);
				return element ? getComputedStyle(element).getPropertyValue(property) : undefined;
			},
			place,
			property,
			selector,
		);
	}

	async choose(group: string, name: string): Promise<void> {
		await this.click(radio(group, name));
		await this.see(radio(group, name), { checked: true });
	}

	/** The fragment of the address. */
	hash(): Promise<string> {
		return this.run(() => location.hash);
	}

	/** Goes on in the frame that a function finds in this page. */
	within(find: () => Element | null | undefined): Page {
		return new Page(this.tab, this.view.frame(call(find, [])), this.faults);
	}

	/** Asks the witness in this document, who goes with it. */
	async collectFaults(): Promise<void> {
		this.faults.push(...(await this.run(() => globalThis.witness?.faults.splice(0) ?? [])));
	}
}

function call<Args extends readonly unknown[]>(run: (...args: Args) => unknown, args: Args): string {
	return `(${run})(${args.map((arg) => JSON.stringify(arg)).join(", ")})`;
}
