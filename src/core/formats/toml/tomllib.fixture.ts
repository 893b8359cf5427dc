import { loadPyodide } from "pyodide";

/** What Python's own TOML parser makes of a text: its value, or nothing if it refuses. */
export type Tomllib = (texts: readonly string[]) => ({ readonly value: unknown } | undefined)[];

const program = `
import json, math, tomllib

def read_float(text):
    value = float(text)
    return value if math.isfinite(value) else text

def read(text):
    try:
        return {"value": tomllib.loads(text, parse_float=read_float)}
    except tomllib.TOMLDecodeError:
        return None

json.dumps([read(text) for text in json.loads(texts)], default=str)
`;

/** Python's tomllib, from a Python that npm installs, so that every machine has it. It takes seconds to start. */
export async function loadTomllib(): Promise<Tomllib> {
	const python = await loadPyodide();
	return (texts) => {
		python.globals.set("texts", JSON.stringify(texts));
		return JSON.parse(python.runPython(program)).map((read: { value: unknown } | null) => read ?? undefined);
	};
}
