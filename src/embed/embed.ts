import { openFrame } from "./builder-frame.ts";

const elementName = "polars-checkpoint-builder";

/**
 * The frame lies on what the page wrote, in the room that the page or an earlier frame gives it, so that less moves later.
 * It is never positioned: a browser keeps what is read in place while something above grows, but not while something there
 * changes its positioning.
 */
const style = new CSSStyleSheet();
style.replaceSync(`
	:host { display: block }
	:host([hidden]) { display: none }
	div { display: grid }
	slot, iframe { display: block; grid-area: 1 / 1; min-inline-size: 0 }
	iframe { inline-size: 100%; block-size: 40rem; border: 0; visibility: hidden }
	.failed iframe { block-size: 0 }
	.shown iframe { visibility: visible }
	.shown slot { display: none }
`);

function defineElement(builder: URL): void {
	customElements.define(
		elementName,
		class extends HTMLElement {
			readonly #box = document.createElement("div");
			#connection = new AbortController();

			constructor() {
				super();
				const root = this.attachShadow({ mode: "open" });
				root.adoptedStyleSheets = [style];
				this.#box.append(document.createElement("slot"));
				root.append(this.#box);
			}

			connectedCallback(): void {
				this.#connection = new AbortController();
				openFrame(this, this.#box, builder, this.#connection.signal);
			}

			disconnectedCallback(): void {
				this.#connection.abort();
			}
		},
	);
}

// An element with the name `currentScript` would stand in for the script if its class were not looked at.
const script = document.currentScript;
if (!(script instanceof HTMLScriptElement)) throw new Error('embed.js needs a script element without type="module".');
if (!customElements.get(elementName)) defineElement(new URL(".", script.src));
