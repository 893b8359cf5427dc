import type { Locator, Page } from "@playwright/test";
import { parse } from "smol-toml";
import { parseAllDocuments } from "yaml";
import { checkDraft } from "../src/core/draft/check.ts";
import { type CheckpointDraft, defaultDraft, listSectionKeys } from "../src/core/draft/draft.ts";
import { isAtChartPath, listPodKeys } from "../src/core/draft/pods.ts";
import { isSecretField, removeSecrets } from "../src/core/draft/secret.ts";
import { joinLines } from "../src/core/listing.ts";
import { findOption } from "../src/core/object-store/option.ts";
import { loadOutput } from "../src/core/outputs/registry.ts";
import { storeNames } from "../src/core/stores/stores.ts";
import type { Action } from "./random-action.ts";
import { expect } from "./test.ts";

/** What can be seen of the page; in the files, each half of a character is U+FFFD. */
interface Sight {
	/** Texts and choices by the names of their fields. */
	readonly fields: Readonly<Record<string, string>>;
	readonly files: readonly { readonly name: string; readonly text: string }[];
	readonly blocked: boolean;
}

const presets = ["5 mins", "10 mins", "20 mins", "30 mins", "1 hour"];
const queries = ["", "timeout", "key", "aws", "http", "true", "no such option"];

/** Somebody who does anything at all, and remembers what they typed. */
export class RandomUser {
	private readonly page: Page;
	/** What the form must hold. */
	private draft: CheckpointDraft = defaultDraft;
	/** What was done, for somebody to do it again. */
	readonly deeds: string[] = [];

	constructor(page: Page) {
		this.page = page;
	}

	/** Does something, if there is anything to do it to. */
	async act({ kind, pick, text }: Action): Promise<void> {
		const { page } = this;
		const choose = <Item>(items: readonly Item[]): Item | undefined => items[pick % Math.max(1, items.length)];
		const note = (what = "") => this.deeds.push(what === "" ? kind : `${kind}: ${what}`);
		switch (kind) {
			case "replace": {
				const field = choose(await this.listNames("input[type=text][name], input[type=password][name]"));
				if (field === undefined) return;
				note(`${field} ${JSON.stringify(text)}`);
				// Typed by its code units, since half of a character doesn't reach the browser otherwise.
				await page.locator(`input[name="${field}"]`).evaluate((element: HTMLInputElement, codes) => {
					element.focus();
					element.select();
					const typed = String.fromCharCode(...codes);
					document.execCommand(typed === "" ? "delete" : "insertText", false, typed);
				}, toCodes(text));
				return this.write(field, text);
			}
			case "append": {
				const field = choose(await this.listNames("input[type=text][name], input[type=password][name]"));
				const keys = text.replace(/\p{C}/gu, "").slice(0, 6).toWellFormed();
				if (field === undefined || keys === "") return;
				note(`${field} ${JSON.stringify(keys)}`);
				await page.locator(`input[name="${field}"]`).focus();
				await page.keyboard.press("End");
				await page.keyboard.type(keys);
				return this.write(field, this.read(field) + keys);
			}
			case "undo": {
				note();
				await page.keyboard.press("ControlOrMeta+z");
				return this.adopt(1);
			}
			case "choose": {
				const choices = await page
					.locator("input[type=radio]:visible:not(:checked)")
					.evaluateAll((radios: HTMLInputElement[]) => radios.map(({ name, value }) => ({ name, value })));
				const choice = choose(choices);
				return choice && this.choose(choice.name, choice.value, note);
			}
			case "visit another store": {
				const { store } = this.draft;
				const other = choose(storeNames.filter((each) => each !== store));
				if (other === undefined) return;
				await this.choose("store", other, note);
				await this.check();
				return this.choose("store", store, note);
			}
			case "select": {
				const field = choose(await this.listNames("select[name]"));
				if (field === undefined) return;
				const select = page.locator(`select[name="${field}"]`);
				const value = choose(await select.locator("option").allTextContents()) ?? "";
				note(`${field} ${value}`);
				await select.selectOption(value);
				return this.write(field, value);
			}
			case "preset": {
				const index = pick % presets.length;
				note(presets[index]);
				await page.getByRole("group", { name: "Everyday periods" }).getByRole("button").nth(index).click();
				return this.write("period", presets[index] ?? "");
			}
			case "add an option":
				return this.addOption(pick, note);
			case "remove an option": {
				const { store } = this.draft;
				const buttons = page.getByRole("button", { name: "Remove option" });
				const count = await buttons.count();
				if (count === 0 || store === "shared_filesystem") return;
				note(`${pick % count}`);
				await buttons.nth(pick % count).click();
				return this.write(`${store}.options`, this.draft[store].options.toSpliced(pick % count, 1));
			}
			case "apply a fix": {
				const button = await this.pickOne(page.locator('form :has(> [id$="-message"]) > button'), pick);
				if (!button) return;
				note((await button.textContent()) ?? "");
				await button.click();
				// A repair may be meant for another field of another store.
				return this.adopt(3);
			}
			case "reload":
				note();
				await page.reload();
				return this.forget();
			case "leave and come back":
				note();
				await page.goto("about:blank");
				await page.goBack();
				return this.forget();
			case "go back and forward":
				note();
				await page.goBack();
				await page.goForward();
				return this.forget();
			case "ask for a file, and leave it": {
				note();
				await page.getByRole("button", { name: "Open existing file" }).click();
				const area = page.getByRole("textbox", { name: "Paste your file" });
				await expect(area).toBeFocused();
				await page.keyboard.insertText(pick.toString());
				await page.keyboard.press("Escape");
				await expect(area).toHaveCount(0);
				return;
			}
			case "open or close the advisor":
				note();
				await page.getByRole("button", { name: "Help me choose" }).click();
				return;
			case "move the advisor's slider": {
				const slider = page.getByRole("slider", { name: "Period on the curve" });
				if (!(await slider.isVisible())) return;
				note();
				await slider.press(pick % 2 ? "ArrowRight" : "ArrowLeft");
				return this.adopt(1);
			}
			case "show or hide": {
				const button = await this.pickOne(
					page.locator("summary, main button[aria-pressed]").filter({ hasText: /^(Apply|What)/ }),
					pick,
				);
				if (!button) return;
				note((await button.textContent()) ?? "");
				return button.click();
			}
		}
	}

	/** Holds the page to what was typed: it answers, each field has its text, and the files say the same. */
	async check(): Promise<void> {
		const { draft } = this;
		await this.unfold();
		const output = await loadOutput(draft.output);
		const errors = [...checkDraft(draft).problems, ...output.check(draft)].filter(
			({ severity }) => severity === "error",
		);
		const files = output.layout(draft).map(({ name, lines }) => ({ name, text: joinLines(lines).toWellFormed() }));
		await expect
			.poll(async () => {
				const { fields, files, blocked } = await this.look();
				const other = Object.entries(fields).filter(([name, text]) => text !== this.read(name));
				const missing = this.listFields().filter((name) => !(name in fields));
				return { other, missing, files, blocked };
			})
			.toEqual({
				other: [],
				missing: [],
				files,
				blocked: errors.length > 0,
			});
		for (const file of files) this.checkFile(file, errors.length > 0);
	}

	/** What a shown file says in its own format, right or wrong as it is. */
	private checkFile({ name, text }: Sight["files"][number], isWrong: boolean): void {
		const { draft } = this;
		if (name.endsWith(".yaml")) {
			for (const { errors } of parseAllDocuments(text, { uniqueKeys: false })) expect(errors).toEqual([]);
		}
		if (name.endsWith(".env")) expect(text).toMatch(/^(?:(?:#.*|PC_CUBLET__\w+=.*)\n)+$/);
		if (!name.endsWith(".toml")) return;
		const { scheduler, worker } = JSON.parse(JSON.stringify(parse(text)));
		if (isWrong) return;
		if (scheduler) expect(scheduler.checkpoint.period).toBe(draft.period.trim());
		for (const key of worker ? listSectionKeys(draft) : []) {
			const field = `${draft.store}.${key}`;
			const isSecret = isSecretField(draft, field);
			const typed = isSecret ? this.read(field) : this.read(field).trim();
			if (typed === "" || (isSecret && draft.secrets === "environment")) continue;
			expect(worker.checkpoint_location[draft.store][key]).toBe(typed.toWellFormed());
		}
	}

	/** Goes to every store and each of its kinds of credentials, and finds there what was typed. */
	async lookEverywhere(): Promise<void> {
		const note = (what: string) => this.deeds.push(`look at ${what}`);
		for (const store of storeNames) {
			if (this.draft.store !== store) await this.choose("store", store, note);
			await this.check();
			const kinds = await this.page
				.locator(`input[name="${store}.credentials"]:not(:checked)`)
				.evaluateAll((radios: HTMLInputElement[]) => radios.map(({ value }) => value));
			for (const kind of kinds) {
				await this.choose(`${store}.credentials`, kind, note);
				await this.check();
			}
		}
	}

	private async choose(name: string, value: string, note: (what: string) => void): Promise<void> {
		note(`${name} ${value}`);
		await this.page.locator(`input[name="${name}"][value="${value}"]`).check();
		this.write(name, value);
	}

	private async addOption(pick: number, note: (what: string) => void): Promise<void> {
		const { store } = this.draft;
		if (store === "shared_filesystem") return;
		const query = queries[pick % queries.length] ?? "";
		await this.unfold();
		await this.page.getByRole("button", { name: "Add option" }).click();
		await this.page.getByRole("combobox", { name: "Search options" }).fill(query);
		const hit = await this.pickOne(this.page.getByRole("listbox", { name: "Options" }).getByRole("option"), pick);
		if (!hit) {
			note(`none for ${query}`);
			return this.page.keyboard.press("Escape");
		}
		const key = (await hit.locator("code").first().textContent()) ?? "";
		note(key);
		await hit.click();
		await this.rest();
		const focused = await this.page.evaluate(() => {
			const { activeElement: element } = document;
			if (!(element instanceof HTMLInputElement || element instanceof HTMLSelectElement)) return undefined;
			return { name: element.name, label: element.labels?.[0]?.textContent ?? "", value: element.value };
		});
		// Whoever chooses an option is where it is set: in a field, or in a row that is there or new.
		if (focused?.name === `${store}.${key}`) {
			const { fields } = await this.look();
			return this.write(`${store}.credentials`, fields[`${store}.credentials`]);
		}
		expect(findOption(store, focused?.label ?? "")?.key, JSON.stringify(focused)).toBe(key);
		const { options } = this.draft[store];
		const index = Number(/^\w+\.options\.(\d+)\.value$/.exec(focused?.name ?? "")?.[1]);
		expect(index).toBeLessThanOrEqual(options.length);
		if (index === options.length) this.write(`${store}.options`, [...options, { key, value: focused?.value }]);
	}

	/** Opens what few need of the form, so that all of it is in sight. */
	private async unfold(): Promise<void> {
		await this.rest();
		for (const summary of await this.page.locator("form details:not([open]) > summary").all()) await summary.click();
	}

	/** Waits until what was done is drawn, with all that it takes out of sight. */
	private async rest(): Promise<void> {
		await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
	}

	private async pickOne(locator: Locator, pick: number): Promise<Locator | undefined> {
		await this.rest();
		const all = await locator.filter({ visible: true }).all();
		return all[pick % Math.max(1, all.length)];
	}

	private listNames(selector: string): Promise<readonly string[]> {
		return this.page
			.locator(selector)
			.filter({ visible: true })
			.evaluateAll((controls: HTMLInputElement[]) => controls.map(({ name }) => name));
	}

	/** Names of the fields that must be in sight. */
	private listFields(): readonly string[] {
		const { draft } = this;
		const section = isAtChartPath(draft) ? [] : listSectionKeys(draft).map((key) => `${draft.store}.${key}`);
		const pods = listPodKeys(draft).map((key) => `kubernetes.${key}`);
		const options = draft.store === "shared_filesystem" ? [] : draft[draft.store].options;
		const rows = options.map((_, index) => `${draft.store}.options.${index}.value`);
		return ["period", "store", "output", ...section, ...pods, ...rows];
	}

	private async look(): Promise<Sight> {
		const { fields, ...sight } = await this.page.evaluate(() => {
			const controls = [
				...document.querySelectorAll<HTMLInputElement>("input[name]:not([type=checkbox]), select[name]"),
			];
			const present = controls.filter(
				(control) => control.checkVisibility() && (control.type !== "radio" || control.checked),
			);
			// The focus stays where it is, as a click of the mouse would not let it.
			for (const button of document.querySelectorAll<HTMLElement>('main button[aria-pressed="false"]')) {
				if (button.textContent === "Show secrets") button.click();
			}
			const files = [...document.querySelectorAll("main section:has(> pre > code)")].map((section) => ({
				name: section.querySelector("h2")?.textContent ?? "",
				text: (section.querySelector("code")?.textContent ?? "").toWellFormed(),
			}));
			return {
				// As JSON, in which half of a character reaches us as it is.
				fields: JSON.stringify(Object.fromEntries(present.map(({ name, value }) => [name, value]))),
				files,
				blocked: /^\d+ to fix$/.test(document.getElementById("summary")?.textContent ?? ""),
			};
		});
		return { ...sight, fields: JSON.parse(fields) };
	}

	/** Takes over what an action did to the fields in sight, which must be no more than so many. */
	private async adopt(most: number): Promise<void> {
		await this.rest();
		const { fields } = await this.look();
		const changed = Object.entries(fields).filter(([name, text]) => text !== this.read(name));
		expect(changed.length, JSON.stringify(changed)).toBeLessThanOrEqual(most);
		for (const [name, text] of changed) this.write(name, text);
	}

	/** What a page that was left keeps: all but the secrets. */
	private forget(): void {
		this.draft = removeSecrets(this.draft).draft;
	}

	private read(field: string): string {
		return String(field.split(".").reduce<unknown>((part, key) => Object(part)[key], this.draft));
	}

	private write(field: string, value: unknown): void {
		const draft = structuredClone(this.draft);
		const keys = field.split(".");
		const last = keys.pop() ?? "";
		Object(keys.reduce<unknown>((part, key) => Object(part)[key], draft))[last] = value;
		this.draft = draft;
	}
}

function toCodes(text: string): readonly number[] {
	return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}
