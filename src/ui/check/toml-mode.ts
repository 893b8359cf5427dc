import { StreamLanguage, type StreamParser, type StringStream } from "@codemirror/language";

/** What a line begins in. */
interface State {
	/** Three quotes, while a string of several lines is open. */
	quote: string;
	/** Brackets that are open. */
	open: ("[" | "{")[];
	/** Whether a key comes next, and not a value. */
	inKey: boolean;
}

const bareKey = /^[\w-]+/;
const word = /^[^\s"'#,=[\]{}]+/;

/** Colours TOML, right or wrong, for the eyes alone: what is an error is for the checks to say. */
const tomlParser: StreamParser<State> = {
	name: "toml",
	startState: () => ({ quote: "", open: [], inKey: true }),
	copyState: (state) => ({ ...state, open: [...state.open] }),
	token: (stream, state) => {
		if (state.quote !== "") return readString(stream, state);
		if (stream.sol() && state.open.length === 0) state.inKey = true;
		if (stream.eatSpace()) return null;
		if (stream.peek() === "#") {
			stream.skipToEnd();
			return "comment";
		}
		if (state.inKey && state.open.length === 0 && stream.match(/^\[[^#]*\]|^\[[^#]*/)) return "heading";
		const quote = stream.match(/^("""|'''|"|')/);
		if (quote) return readQuoted(stream, state, stream.current());
		if (state.inKey) return readKey(stream, state);
		return readValue(stream, state);
	},
	languageData: { commentTokens: { line: "#" } },
};

function readString(stream: StringStream, state: State): string {
	while (!stream.eol()) {
		if (stream.match(state.quote)) {
			// Up to two more quotes are the string's own.
			stream.eatWhile(state.quote.charAt(0));
			state.quote = "";
			return "string";
		}
		if (stream.next() === "\\" && state.quote === '"""') stream.next();
	}
	return "string";
}

function readQuoted(stream: StringStream, state: State, quote: string): string {
	if (quote.length === 3) {
		state.quote = quote;
		return readString(stream, state);
	}
	for (let next = stream.next(); next !== undefined && next !== quote; next = stream.next()) {
		if (next === "\\" && quote === '"') stream.next();
	}
	return state.inKey ? "propertyName" : "string";
}

function readKey(stream: StringStream, state: State): string | null {
	if (stream.match(bareKey)) return "propertyName";
	const next = stream.next();
	if (next === "=") state.inKey = false;
	else if (next === "}") close(state);
	return next === "=" || next === "." || next === "}" ? "punctuation" : null;
}

function readValue(stream: StringStream, state: State): string | null {
	if (stream.match(word)) {
		if (/^(?:true|false)$/.test(stream.current())) return "bool";
		return /^[+-]?(?:\d|inf|nan)/.test(stream.current()) ? "number" : null;
	}
	const next = stream.next();
	if (next === "[" || next === "{") {
		state.open.push(next);
		state.inKey = next === "{";
	} else if (next === "]" || next === "}") close(state);
	else if (next === ",") state.inKey = state.open.at(-1) === "{";
	return "punctuation";
}

function close(state: State): void {
	state.open.pop();
	state.inKey = false;
}

/** TOML, for the editor's colours. */
export const toml = StreamLanguage.define(tomlParser);
