/** An engine and the program that drives it here. */
export interface Browser {
	/** Name, version and driver, for the report: `Firefox 140.3 (Puppeteer, Debian's firefox-esr)`. */
	readonly title: string;
	readonly tab: Driver;
	readonly close: () => Promise<void>;
}

/** What every driver can do. A script is an expression, evaluated in the page. */
export interface Driver {
	readonly open: (address: string) => Promise<void>;
	readonly resize: (width: number, height: number) => Promise<void>;
	readonly evaluate: (script: string) => Promise<unknown>;
	/** Clicks the element that a script finds, as a person does: with the mouse, in sight. */
	readonly click: (script: string) => Promise<void>;
	/** Types into what has the focus. */
	readonly type: (text: string) => Promise<void>;
	readonly press: (key: Key, withControl?: boolean) => Promise<void>;
	/** Goes on with what stands in a frame, found by a script; without one, with the page again. */
	readonly enterFrame: (script?: string) => Promise<void>;
	readonly screenshot: (path: string) => Promise<void>;
}

export type Key = "Enter" | "Tab" | "ArrowDown" | "ArrowRight" | "Escape" | "Delete" | "a";

/** How long the page may take until what is awaited is there, in milliseconds: only to end what hangs. */
const patience = 30_000;

/**
 * The page as a person finds their way in it, by the names that assistive tools hear, in whichever browser.
 * Where the drivers differ, it asks the page itself.
 */
export class Tab {
	readonly driver: Driver;

	constructor(driver: Driver) {
		this.driver = driver;
	}

	async open(address: string): Promise<void> {
		// A fragment alone would not load the page.
		await this.driver.open("about:blank");
		await this.driver.open(address);
		await this.until(`document.documentElement.dataset.start !== "pending"`);
		await this.driver.evaluate(`(() => {
			window.violations = [];
			document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
			addEventListener("error", (event) => violations.push(event.message));
			addEventListener("unhandledrejection", (event) => violations.push(String(event.reason)));
		})()`);
	}

	/** Waits until a script gives something that is true, and gives it back. */
	async until(script: string): Promise<unknown> {
		const end = Date.now() + patience;
		for (;;) {
			const found = await this.driver.evaluate(`(() => { try { return ${script} } catch { return null } })()`);
			if (found) return found;
			if (Date.now() > end) throw new Error(`Not so within ${patience / 1000} s: ${script}`);
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}

	async click(role: Role, name: string): Promise<void> {
		const script = find(role, name);
		await this.until(script);
		await this.driver.click(script);
	}

	/** Puts a text in the place of what a field holds, key by key. */
	async fill(name: string, text: string): Promise<void> {
		await this.click("field", name);
		await this.driver.press("a", true);
		await this.driver.press("Delete");
		await this.driver.type(text);
	}

	async value(name: string): Promise<string> {
		return String(await this.until(`String(${find("field", name)}.value)`));
	}

	/** Waits until a part of the page holds a text. */
	async sees(text: string, within = "document.body"): Promise<void> {
		await this.until(`${within}.innerText.includes(${JSON.stringify(text)})`);
	}

	/** Waits until a shown file holds a text. */
	async shows(file: string, text: string): Promise<void> {
		await this.sees(text, find("region", file));
	}

	/** What broke the page's policy, or failed unheard, since it was opened. */
	async violations(): Promise<unknown> {
		return this.driver.evaluate("window.violations");
	}
}

/** The roles that the journeys need; a `field` is anything with a label. */
export type Role = "button" | "field" | "region" | "option" | "link";

const selectors: Readonly<Record<Role, string>> = {
	button: "button, summary",
	field: "input, select, textarea, [role=textbox], [role=combobox], [role=slider]",
	region: "section, [role=region]",
	option: "[role=option]",
	link: "a",
};

/** A script that finds the element of a role and an exact name that can be seen. */
export function find(role: Role, name: string): string {
	return `[...document.querySelectorAll(${JSON.stringify(selectors[role])})].find((element) => {
		const named = (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id));
		const texts = element.labels?.length ? [...element.labels] : named[0] ? named : [element];
		const name = element.getAttribute("aria-label") ?? texts.map((part) => part?.textContent ?? "").join(" ");
		return element.checkVisibility() && name.replace(/\\s+/g, " ").trim() === ${JSON.stringify(name)};
	})`;
}
