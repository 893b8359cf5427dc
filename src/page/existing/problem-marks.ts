import {
	type EditorState,
	type Extension,
	RangeSet,
	RangeSetBuilder,
	StateEffect,
	StateField,
} from "@codemirror/state";
import {
	Decoration,
	type DecorationSet,
	EditorView,
	GutterMarker,
	gutterLineClass,
	hoverTooltip,
} from "@codemirror/view";
import type { Severity } from "../../core/problem.ts";
import type { FileProblem } from "../../core/text/file-problem.ts";

/** Marks problems in the editor's text, in the place of those that are marked there. */
export const setProblems = StateEffect.define<readonly FileProblem[]>();

const rank: Readonly<Record<Severity, number>> = { advice: 0, warning: 1, error: 2 };

class LineMarker extends GutterMarker {
	override readonly elementClass: string;
	constructor(severity: Severity) {
		super();
		this.elementClass = `cm-line-${severity}`;
	}
}

const lineMarkers: Readonly<Record<Severity, LineMarker>> = {
	error: new LineMarker("error"),
	warning: new LineMarker("warning"),
	advice: new LineMarker("advice"),
};

interface Marks {
	readonly inText: DecorationSet;
	readonly atLines: RangeSet<GutterMarker>;
}

const marksField = StateField.define<Marks>({
	create: () => ({ inText: Decoration.none, atLines: RangeSet.empty }),
	update: ({ inText, atLines }, { changes, effects, state }) => {
		for (const effect of effects) if (effect.is(setProblems)) return mark(state, effect.value);
		return { inText: inText.map(changes), atLines: atLines.map(changes) };
	},
	provide: (field) => [
		EditorView.decorations.from(field, ({ inText }) => inText),
		gutterLineClass.from(field, ({ atLines }) => atLines),
	],
});

function mark({ doc }: EditorState, problems: readonly FileProblem[]): Marks {
	const lines = new Map<number, Severity>();
	const stretches = problems.flatMap(({ range, severity, message, line: number, column }) => {
		const line = doc.line(Math.min(number, doc.lines));
		// A problem counts the characters of the file, in which a line end may be two, and a byte order mark is no column.
		const mark = number === 1 && line.text.startsWith("\ufeff") ? 1 : 0;
		const from = Math.min(line.from + mark + column - 1, line.to);
		const to = Math.min(from + range.end - range.start, doc.length);
		const other = lines.get(line.from);
		if (!other || rank[other] < rank[severity]) lines.set(line.from, severity);
		return from === to
			? []
			: [Decoration.mark({ class: `cm-problem cm-problem-${severity}`, message }).range(from, to)];
	});
	const atLines = new RangeSetBuilder<GutterMarker>();
	for (const [from, severity] of [...lines].toSorted(([a], [b]) => a - b))
		atLines.add(from, from, lineMarkers[severity]);
	return { inText: Decoration.set(stretches, true), atLines: atLines.finish() };
}

/** What is said of a marked stretch to a pointer that rests on it. The list beside the editor says it to everybody. */
const tooltip = hoverTooltip(({ state }, at) => {
	const messages: string[] = [];
	let start = at;
	let end = at;
	state.field(marksField).inText.between(at, at, (from, to, { spec }) => {
		messages.push(String(spec.message));
		start = Math.min(start, from);
		end = Math.max(end, to);
	});
	if (messages.length === 0) return null;
	return {
		pos: start,
		end,
		above: true,
		create: () => {
			const dom = document.createElement("div");
			for (const message of messages) dom.appendChild(document.createElement("div")).textContent = message;
			return { dom };
		},
	};
});

/** Lets an editor mark problems, at their characters and at their lines' numbers. */
export const problemMarks: Extension = [marksField, tooltip];
