import { openFrame } from "./builder-frame.ts";
import { showCard } from "./link-card.ts";

const elementName = "polars-checkpoint-builder";

/**
 * The frame lies on what the page wrote, in the room that the page or an earlier frame gives it, so that less moves later.
 * It is never positioned: a browser keeps what is read in place while something above grows, but not while something there
 * changes its positioning. Paper has another width, and no script tells the height on it: there the frame keeps its shape.
 */
const style = new CSSStyleSheet();
style.replaceSync(`
	:host { display: block }
	:host([hidden]) { display: none }
	div { display: grid; min-block-size: inherit }
	slot, iframe { display: block; grid-area: 1 / 1; min-inline-size: 0 }
	iframe { inline-size: 100%; block-size: 40rem; border: 0 }
	.failed iframe { block-size: 0 }
	:not(.shown) > iframe { visibility: hidden }
	:is(.shown, .card) slot { display: none }
	a { padding: 0.75em 1em; border: 1px solid color-mix(in srgb, currentcolor 40%, transparent); border-radius: 0.4em; color: inherit; text-decoration: none }
	a:hover { background: color-mix(in srgb, currentcolor 8%, transparent) }
	a :first-child { font-weight: bold; text-decoration: underline }
	@media print {
		:host { min-block-size: 0 !important }
		iframe { block-size: auto !important }
		:not(.shown) > iframe { display: none }
	}
`);

function defineElement(builder: URL): void {
	customElements.define(
		elementName,
		class extends HTMLElement {
			static readonly observedAttributes = ["mode"];
			readonly #box = document.createElement("div");
			#connection: AbortController | undefined;

			constructor() {
				super();
				const root = this.attachShadow({ mode: "open" });
				root.adoptedStyleSheets = [style];
				this.#box.append(document.createElement("slot"));
				root.append(this.#box);
			}

			connectedCallback(): void {
				this.#connection = new AbortController();
				const { signal } = this.#connection;
				const show = this.getAttribute("mode") === "link" ? showCard : openFrame;
				// Some routers put a page in its place before they change the address, which says what is remembered of it.
				setTimeout(() => signal.aborted || show(this, this.#box, builder, signal));
			}

			disconnectedCallback(): void {
				this.#connection?.abort();
				this.#connection = undefined;
			}

			attributeChangedCallback(): void {
				if (!this.#connection) return;
				this.disconnectedCallback();
				this.connectedCallback();
			}
		},
	);
}

// An element with the name `currentScript` would stand in for the script if its class were not looked at.
const script = document.currentScript;
if (!(script instanceof HTMLScriptElement)) throw new Error('embed.js needs a script element without type="module".');
if (!customElements.get(elementName)) defineElement(new URL(".", script.src));
