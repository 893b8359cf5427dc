import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";
import { expect, test } from "vitest";
import { explainError } from "./explain-error.ts";
import { updateScript } from "./script-table.ts";

const path = "../../../public/test_checkpoint_location.py";
const script = readFileSync(new URL(path, import.meta.url), "utf8");

test("the script that tests a location knows what the core knows", async () => {
	await expect(updateScript(script), "Out of date: run `npm run script`").toMatchFileSnapshot(path);
	expect(() => updateScript("")).toThrow("no place");
});

const messages = [
	"object-store error: Generic S3 error: Missing AccessKeyId (path: s3://b/d)",
	"Error performing PUT http://h/b/d in 5ms - Server returned non-2xx status code: 400 Bad Request: ",
	"Server returned non-2xx status code: 403 Forbidden: <Error><Code>SignatureDoesNotMatch</Code></Error>",
	"Generic S3 error: Error performing GET http://h/b in 9s, after 2 retries, max_retries: 2, retry_timeout: 10s  - HTTP error: error sending request",
	"Generic GCS error: Error performing token request: Error performing GET http://169.254.169.254/computeMetadata/v1/instance/service-accounts/default/token?audience=x in 3s",
	"<Error><Code>AuthenticationFailed</Code><Message>a\nb</Message><AuthenticationErrorDetail>The MAC signature found</AuthenticationErrorDetail>",
];

/** Lets expressions run in the script's module, in a Python that npm installs; it has no polars, and needs none to be read. */
async function loadScript(): Promise<(expression: string) => unknown> {
	const python = await loadPyodide();
	python.globals.set("source", script);
	python.globals.set("messages", JSON.stringify(messages));
	python.runPython(
		'import json, types\nscript = types.ModuleType("script")\nexec(compile(source, "script", "exec"), script.__dict__)',
	);
	return (expression) => JSON.parse(python.runPython(`json.dumps(${expression})`));
}

test("Python reads the script, finds the same errors, and prints no secret", async () => {
	const evaluate = await loadScript();
	const ids = messages.map((message) => explainError(message).explanations[0]?.id);
	expect(ids).not.toContain(undefined);
	expect(evaluate('[script.explain(message)["id"] for message in json.loads(messages)]')).toEqual(ids);
	expect(evaluate('script.explain("the disk is on fire")')).toBe(null);
	const masked = evaluate(
		'[script.hidden.add("wJalrXUtnFEMI/K7MDENG"), script.hidden.add("sv=1&sig=a%2Bb%2Fc%3D"), script.hidden.mask("x wJalrXUtnFEMI/K7MDENG wJalrXUtnFEMI%2FK7MDENG a+b/c= http://u:p@h/?sig=abc <StringToSign>z</StringToSign>")][2]',
	);
	expect(masked).toBe(
		"x ******** ******** ******** http://********@h/?sig=******** <StringToSign>********</StringToSign>",
	);
});
