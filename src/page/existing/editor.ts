import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { StreamLanguage } from "@codemirror/language";
import { toml } from "@codemirror/legacy-modes/mode/toml";
import { EditorState, type Extension, Transaction } from "@codemirror/state";
import {
	EditorView,
	highlightActiveLine,
	highlightActiveLineGutter,
	highlightSpecialChars,
	keymap,
	lineNumbers,
} from "@codemirror/view";
import { largestSize } from "../../core/check/size-limit.ts";
import { replaceDifference } from "../../core/text/edit.ts";
import type { FileProblem } from "../../core/text/file-problem.ts";
import { editorTheme } from "./editor-theme.ts";
import { fitLineEnds, hasSameLineEnds, keepLineEnds } from "./line-ends.ts";
import { problemMarks, setProblems } from "./problem-marks.ts";

interface EditorOptions {
	/** How assistive tools call it. */
	readonly label: string;
	/** The text that it opens with, byte for byte as the file has it. */
	readonly text: string;
	/** How long typing must rest before its text is taken, in milliseconds. Leaving the editor takes it at once. */
	readonly rest: number;
	/** Takes the text that somebody typed, byte for byte as the file is to have it. */
	readonly onText: (text: string) => void;
}

/** An editor for a config. */
export interface Editor {
	/** The element that holds it. */
	readonly host: HTMLElement;
	/** Shows another text, unless somebody typed since. The editor's own Undo leaves it alone: it was not made there. */
	readonly show: (text: string) => void;
	/** Marks what is wrong with the text, if that is the text. */
	readonly mark: (text: string, problems: readonly FileProblem[]) => void;
	/** Moves the focus into it, to the beginning of a line, counted from 1; or to where the cursor is. */
	readonly focus: (line?: number) => void;
	/** Ends it, and gives away what was typed last. */
	readonly end: () => void;
}

/**
 * Makes an editor. It stands in a shadow root, since there its styles are no breach of the page's policy. Tab leaves it,
 * as it leaves every other field.
 */
export function createEditor({ label, text: opened, rest, onText }: EditorOptions): Editor {
	let typing: ReturnType<typeof setTimeout> | undefined;
	const tell = () => {
		if (typing === undefined) return;
		clearTimeout(typing);
		typing = undefined;
		onText(view.state.sliceDoc());
	};
	const listen = [
		EditorView.updateListener.of(({ transactions }) => {
			if (!transactions.some(isOwnChange)) return;
			clearTimeout(typing);
			typing = setTimeout(tell, rest);
		}),
		EditorView.domEventHandlers({ blur: tell }),
	];
	const open = (text: string) => EditorState.create({ doc: text, extensions: [listen, setUp(label, text)] });
	const host = document.createElement("div");
	const root = host.attachShadow({ mode: "open" });
	const view = new EditorView({ parent: root, root, state: open(opened) });
	// The page has a live region, which says all there is to say.
	view.dom.querySelector(".cm-announced")?.remove();
	return {
		host,
		show: (text) => {
			const present = view.state.sliceDoc();
			if (typing !== undefined || text === present) return;
			if (hasSameLineEnds(text, present)) replaceText(view, text);
			else view.setState(open(text));
		},
		mark: (text, problems) => {
			if (text === view.state.sliceDoc()) view.dispatch({ effects: setProblems.of(problems) });
		},
		focus: (number) => {
			view.focus();
			if (number === undefined) return;
			const { from } = view.state.doc.line(Math.min(number, view.state.doc.lines));
			view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
		},
		end: () => {
			tell();
			view.destroy();
		},
	};
}

function isOwnChange(change: Transaction): boolean {
	return change.docChanged && change.annotation(Transaction.addToHistory) !== false;
}

function setUp(label: string, text: string): Extension {
	return [
		keepLineEnds(text),
		lineNumbers(),
		history(),
		highlightSpecialChars(),
		highlightActiveLine(),
		highlightActiveLineGutter(),
		EditorView.lineWrapping,
		StreamLanguage.define(toml),
		problemMarks,
		editorTheme,
		keymap.of([...defaultKeymap, ...historyKeymap]),
		// The index says what the browser does anyway, to tools that don't take an editable text for a tab stop.
		EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
		// A text over the limit would not be checked.
		EditorState.changeFilter.of(
			({ newDoc, startState }) => newDoc.length <= Math.max(largestSize, startState.doc.length),
		),
		EditorView.clipboardInputFilter.of(fitLineEnds),
		EditorView.domEventHandlers({
			// Files go to the page, which opens them.
			drop: ({ dataTransfer }) => (dataTransfer?.files.length ?? 0) > 0,
			// Tools that type for a person insert whole texts; the browser takes minutes for many lines.
			beforeinput: ({ inputType, data }, view) => {
				if (inputType !== "insertText" || !data?.includes("\n")) return false;
				const inserted = view.state.replaceSelection(view.state.toText(fitLineEnds(data, view.state)));
				view.dispatch(inserted, { annotations: isolateHistory.of("full"), userEvent: "input.paste" });
				return true;
			},
		}),
	];
}

/** Turns the text into another, by one change of no more than what is different. */
function replaceText(view: EditorView, text: string): void {
	const { state } = view;
	const present = state.doc.toString();
	const { range, text: insert } = replaceDifference(
		present,
		{ start: 0, end: present.length },
		state.toText(text).toString(),
	);
	view.dispatch({
		changes: { from: range.start, to: range.end, insert: state.toText(fitLineEnds(insert, state)) },
		annotations: Transaction.addToHistory.of(false),
	});
}
