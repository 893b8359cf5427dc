import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
	// The mode gives headers, true and false one name.
	{ tag: tags.atom, color: "var(--color-toml-header)" },
	{ tag: tags.propertyName, color: "var(--color-toml-key)" },
	{ tag: tags.string, color: "var(--color-toml-string)" },
	{ tag: tags.number, color: "var(--color-toml-boolean)" },
	{ tag: tags.bracket, color: "var(--color-toml-punctuation)" },
	{ tag: tags.comment, color: "var(--color-toml-punctuation)", fontStyle: "italic" },
]);

/** The page's own look. The page's style sheets don't reach into the editor, but its custom properties do. */
const look = EditorView.theme({
	"&": { fontSize: "var(--size-small)", color: "var(--color-text)", background: "var(--color-sunken)" },
	"&.cm-focused": { outline: "none" },
	".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.6" },
	".cm-content": { paddingBlock: "var(--space-3)", caretColor: "var(--color-text)", tabSize: "4" },
	".cm-line": { paddingInline: "var(--space-2)" },
	".cm-gutters": { color: "var(--color-muted)", background: "var(--color-sunken)", borderColor: "var(--color-line)" },
	".cm-lineNumbers .cm-gutterElement": { padding: "0 var(--space-2) 0 var(--space-3)", minWidth: "2.5rem" },
	".cm-specialChar": { color: "var(--color-error)" },
	".cm-activeLine, .cm-activeLineGutter": { background: "var(--color-accent-weak)" },
	"&:not(.cm-focused) .cm-activeLine, &:not(.cm-focused) .cm-activeLineGutter": { background: "none" },
	".cm-problem": {
		// Each on its own: older WebKit knows no shorthand of them.
		textDecorationLine: "underline",
		textDecorationStyle: "dotted",
		textDecorationThickness: "2px",
		textDecorationColor: "var(--color-warning)",
		textDecorationSkipInk: "none",
		textUnderlineOffset: "0.2em",
	},
	".cm-problem-error": {
		background: "var(--color-error-weak)",
		textDecorationStyle: "wavy",
		textDecorationThickness: "1.5px",
		textDecorationColor: "var(--color-error)",
	},
	".cm-problem-advice": { textDecorationColor: "var(--color-accent)" },
	".cm-gutterElement.cm-line-error": { color: "var(--color-error)", fontWeight: "700" },
	".cm-gutterElement.cm-line-warning": { color: "var(--color-warning)", fontWeight: "700" },
	".cm-gutterElement.cm-line-advice": { color: "var(--color-accent)", fontWeight: "700" },
	".cm-tooltip": {
		maxWidth: "min(30rem, 90vw)",
		padding: "var(--space-1) var(--space-2)",
		fontFamily: "var(--font-text)",
		color: "var(--color-text)",
		background: "var(--color-surface)",
		border: "1px solid var(--color-control)",
		borderRadius: "var(--radius)",
	},
});

/** Colours and measures, all from the page's tokens. */
export const editorTheme: Extension = [look, syntaxHighlighting(colours)];
