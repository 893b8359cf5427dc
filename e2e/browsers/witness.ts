/** A control or a part of the page, by what assistive tools call it. */
export interface Place {
	readonly role: string;
	/** Its accessible name. */
	readonly name?: string;
	/** A part of its text, where it has no name. */
	readonly says?: string;
	/** What it stands in. */
	readonly within?: Place;
}

/** What a person finds at a place. */
export interface Sight {
	readonly text: string;
	readonly value: string;
	readonly description: string;
	readonly checked: boolean;
	readonly disabled: boolean;
	readonly invalid: boolean;
	readonly focused: boolean;
}

/** What stands in a page that is watched, as `witness`. */
export interface Witness {
	/** Errors of the page and breaches of its policy. */
	readonly faults: string[];
	find(place: Place): Element | undefined;
	look(place: Place): Sight | undefined;
}

declare global {
	var witness: Witness;
}

/**
 * Puts a witness into a page. It is written into the page as text, ahead of the page's own scripts, so that no fault
 * is too early; and uses nothing but what stands in it.
 *
 * Roles and names are worked out only as far as this page needs: the other tests hold it to the browser's own.
 */
export function installWitness(): void {
	const faults: string[] = [];
	addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
		faults.push(`policy: ${violatedDirective} ${blockedURI} ${sample}`),
	);
	// Of what can't be fetched, the event says no more than where.
	const tellError = ({ target, message }: ErrorEvent) =>
		faults.push(`error: ${target instanceof Element ? target.outerHTML : message}`);
	addEventListener("error", tellError, true);
	addEventListener("unhandledrejection", ({ reason }) => faults.push(`rejection: ${reason}`));
	for (const level of ["error", "warn"] as const) {
		// biome-ignore lint/suspicious/noConsole: what the page logs as an error is a fault.
		const log = console[level];
		console[level] = (...words: unknown[]) => {
			faults.push(`console: ${words.join(" ")}`);
			log(...words);
		};
	}

	const roles: Readonly<Record<string, string>> = {
		A: "link",
		BUTTON: "button",
		CODE: "code",
		DEL: "deletion",
		DIALOG: "dialog",
		H2: "heading",
		INS: "insertion",
		LI: "listitem",
		MARK: "mark",
		SECTION: "region",
		SELECT: "combobox",
		SUMMARY: "button",
		TEXTAREA: "textbox",
		UL: "list",
	};
	const roleOf = (element: Element): string | undefined => {
		const role = element.getAttribute("role");
		if (role !== null) return role;
		if (!(element instanceof HTMLInputElement)) return roles[element.tagName];
		return element.type === "radio" || element.type === "checkbox" ? element.type : "textbox";
	};
	const isHeard = (node: Node) =>
		!(node instanceof HTMLElement) || !(node.hidden || node.getAttribute("aria-hidden") === "true");
	const textOf = (node: Node): string =>
		node.nodeType === Node.TEXT_NODE
			? (node.textContent ?? "")
			: [...node.childNodes].filter(isHeard).map(textOf).join("");
	const tidy = (text: string) => text.replace(/\s+/g, " ").trim();
	const textsOf = (element: Element, attribute: string) =>
		(element.getAttribute(attribute) ?? "")
			.split(" ")
			.map((id) => document.getElementById(id))
			.map((other) => (other ? tidy(textOf(other)) : ""))
			.join(" ")
			.trim();
	const nameOf = (element: Element): string => {
		const labels = "labels" in element ? (element.labels as NodeListOf<HTMLLabelElement> | null) : null;
		const label = [...(labels ?? [])].map(textOf).join(" ");
		return tidy(textsOf(element, "aria-labelledby") || element.getAttribute("aria-label") || label || textOf(element));
	};
	const listAll = (root: Element | Document | ShadowRoot): Element[] =>
		[...root.querySelectorAll("*")].flatMap((element) =>
			element.shadowRoot ? [element, ...listAll(element.shadowRoot)] : [element],
		);
	const find = ({ role, name, says, within }: Place): Element | undefined => {
		const root = within ? find(within) : document;
		if (!root) return undefined;
		return listAll(root).find(
			(element) =>
				roleOf(element) === role &&
				element.checkVisibility() &&
				(name === undefined || nameOf(element) === name) &&
				(says === undefined || textOf(element).includes(says)),
		);
	};
	const focusedElement = () => {
		let element = document.activeElement;
		while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
		return element;
	};
	const look = (place: Place): Sight | undefined => {
		const element = find(place);
		if (!element) return undefined;
		const { value = "", checked = false, disabled = false } = element as Partial<HTMLInputElement>;
		return {
			text: textOf(element),
			value: String(value),
			description: textsOf(element, "aria-describedby"),
			checked,
			disabled: disabled || element.getAttribute("aria-disabled") === "true",
			invalid: element.getAttribute("aria-invalid") === "true",
			focused: element === focusedElement(),
		};
	};
	globalThis.witness = { faults, find, look };
}
