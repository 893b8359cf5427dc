import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { StreamLanguage } from "@codemirror/language";
import { toml } from "@codemirror/legacy-modes/mode/toml";
import { EditorState, Transaction, type TransactionSpec } from "@codemirror/state";
import {
	EditorView,
	highlightActiveLine,
	highlightActiveLineGutter,
	highlightSpecialChars,
	keymap,
	lineNumbers,
	placeholder,
} from "@codemirror/view";
import { largestSize } from "../../core/check/size-limit.ts";
import { replaceDifference, type TextEdit } from "../../core/text/edit.ts";
import { documentFormat, replaceAll } from "./document-format.ts";
import { editorTheme } from "./editor-theme.ts";
import { problemMarks } from "./problem-marks.ts";

export interface EditorEvents {
	/** Whether it was typed, so that more may follow at once. */
	readonly onChange: (typed: boolean) => void;
	/** Somebody pasted more than {@link largestSize}; the text is as it was. */
	readonly onTooLarge: (length: number) => void;
}

/** An editor and the element that holds it. */
export interface Editor {
	readonly host: HTMLElement;
	readonly view: EditorView;
}

/**
 * Makes an editor for TOML. It stands in a shadow root, since there its styles are no breach of the page's policy.
 * Tab leaves it, as it leaves every other field.
 */
export function createEditor(text: string, { onChange, onTooLarge }: EditorEvents): Editor {
	const host = document.createElement("div");
	const root = host.attachShadow({ mode: "open" });
	const view = new EditorView({
		parent: root,
		root,
		state: EditorState.create({
			extensions: [
				lineNumbers(),
				history(),
				documentFormat,
				highlightSpecialChars(),
				highlightActiveLine(),
				highlightActiveLineGutter(),
				EditorView.lineWrapping,
				placeholder("Paste TOML here"),
				StreamLanguage.define(toml),
				problemMarks,
				editorTheme,
				keymap.of([...defaultKeymap, ...historyKeymap]),
				// The index says what the browser does anyway, to tools that don't take an editable text for a tab stop.
				EditorView.contentAttributes.of({ "aria-label": "Config TOML", tabindex: "0" }),
				EditorView.updateListener.of(({ docChanged, transactions }) => {
					if (!docChanged) return;
					onChange(transactions.some((change) => change.isUserEvent("input.type") || change.isUserEvent("delete")));
				}),
				EditorView.domEventHandlers({
					// Files go to the panel, which keeps their names.
					drop: ({ dataTransfer }) => (dataTransfer?.files.length ?? 0) > 0,
					paste: ({ clipboardData }, view) => insert(view, clipboardData?.getData("text/plain") ?? "", onTooLarge),
					// Tools that type for a person insert whole texts; the browser takes minutes for many lines.
					beforeinput: ({ inputType, data }, view) =>
						inputType === "insertText" && data?.includes("\n") === true && insert(view, data, onTooLarge),
				}),
			],
		}),
	});
	// The page has a live region, which says all there is to say.
	view.dom.querySelector(".cm-announced")?.remove();
	view.dispatch(replaceAll(view.state, text), { annotations: Transaction.addToHistory.of(false) });
	return { host, view };
}

/**
 * Puts a text in the place of what is selected, if it isn't too large. Where all is selected, or nothing is there, it is
 * a whole file and brings its line ends along.
 */
function insert(view: EditorView, text: string, onTooLarge: EditorEvents["onTooLarge"]): boolean {
	const { state } = view;
	const { from, to } = state.selection.main;
	const rest = state.doc.length - (to - from);
	if (text === "") return false;
	if (rest + text.length > largestSize) onTooLarge(rest + text.length);
	else if (rest === 0) setText(view, text);
	else {
		const inserted = state.replaceSelection(text.replace(/\r\n?/g, "\n"));
		dispatchAlone(view, { ...inserted, scrollIntoView: true, userEvent: "input.paste" });
	}
	return true;
}

/** Puts another text in the place of all that is there. Undo takes it back. */
export function setText(view: EditorView, text: string): void {
	dispatchAlone(view, { ...replaceAll(view.state, text), selection: { anchor: 0 }, userEvent: "input.paste" });
}

/** Makes some edits as one change, which Undo takes back at once, and puts the cursor behind the last of them. */
export function applyEdits(view: EditorView, edits: readonly TextEdit[]): void {
	const changes = view.state.changes(
		edits.map(({ range: { start, end }, text }) => ({ from: start, to: end, insert: view.state.toText(text) })),
	);
	const last = Math.max(...edits.map(({ range: { end } }) => end));
	dispatchAlone(view, {
		changes,
		selection: { anchor: changes.mapPos(last, 1) },
		scrollIntoView: true,
		userEvent: "input.fix",
	});
}

/** Turns the text into another as one change, of no more than what is different. Lines end in LF, as in the editor. */
export function replaceText(view: EditorView, text: string): void {
	const present = view.state.doc.toString();
	if (text !== present) applyEdits(view, [replaceDifference(present, { start: 0, end: present.length }, text)]);
}

function dispatchAlone(view: EditorView, change: TransactionSpec): void {
	view.dispatch(change, { annotations: isolateHistory.of("full") });
}

/** Moves the focus into the editor and selects all that is there. */
export function selectAll(view: EditorView): void {
	view.focus();
	view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } });
}

/** Moves the focus into the editor and the cursor to a place in it, in sight. */
export function goTo(view: EditorView, offset: number): void {
	const at = Math.min(offset, view.state.doc.length);
	view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
	view.focus();
}
