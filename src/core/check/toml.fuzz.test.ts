import fc from "fast-check";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import type { CheckpointInput } from "../draft/checkpoint.ts";
import { anyValidDraft } from "../draft/valid-draft.arbitrary.ts";
import { anyDocument } from "../formats/toml/document.arbitrary.ts";
import { patchToml } from "../formats/toml/patch.ts";
import { readToml } from "../formats/toml/read.ts";
import { loadTomllib } from "../formats/toml/tomllib.fixture.ts";
import { applyEdits } from "../text/edit.ts";
import { lintConfig } from "./lint.ts";

/** Lines that mean something to somebody, right or wrong, and what may stand where. */
const anyFragment = fc.constantFrom(
	"[worker]",
	"[[worker]]",
	"[scheduler.checkpoint]",
	"[worker.checkpoint_location.s3]",
	"[[worker.checkpoint_location]]",
	"[worker.checkpoint_location",
	"scheduler.checkpoint.period = 600",
	"scheduler = { checkpoint = { enabled = true, period = '5m' } }",
	"checkpoint = { enabled = True }",
	"checkpoint.period = 10 mins",
	"checkpoint_location = 's3://bucket'",
	"checkpoint_location.s3 = { url = 's3://b', aws_region = 5, }",
	"checkpoint_location.azure.url = “az://c”",
	"worker.checkpoint_location.gcs.token.x = 1",
	"cublet_id = 'a'",
	"heartbeat_interval_secs = 5",
	"worker_ip = '10.0.0.1'",
	"enabled = yes",
	"enabled: true",
	'secret = "wJalr',
	"a = '''",
	'a = """ \\',
	"a = [1, {b = 2}, [",
	"a = 0x_1",
	"a = 2000-02-30T25:00:60",
	"a = 1e400",
	"a = 9223372036854775808",
	"a = -inf",
	'"" = {}',
	"__proto__.constructor = 1",
	"// comment",
	"# \u2028 \ufeff",
	"]",
	"}",
	"=",
);
const anyCharacter = fc.constantFrom(
	..."=[]{}\"'.,#\\\n\r\t01+-_:TZeé".split(""),
	..."\0 \x1b \x7f \u0085 \u00a0 \u2028 \ufeff \ud83d \udc00 😀 \r\n \n\n ''' \"\"\" \\u \\U00110000 \\x".split(" "),
);

type Harm = (text: string, at: number, length: number) => string;
const lineHarm =
	(change: (lines: string[], at: number, length: number) => void): Harm =>
	(text, at, length) => {
		const lines = text.split("\n");
		change(lines, at % lines.length, length);
		return lines.join("\n");
	};
const anyHarm: fc.Arbitrary<Harm> = fc.oneof(
	fc.constantFrom<Harm>(
		(text, at, length) => text.slice(0, at) + text.slice(at + length),
		(text, at, length) => text.slice(0, at + length) + text.slice(at),
		(text, at) => text.slice(0, at),
		(text) => text.replaceAll("\n", "\r\n"),
		(text) => text.replaceAll("\r", ""),
		(text, at) => text.replace("\n", at % 2 ? "\r" : ""),
		(text) => `\ufeff${text}`,
		(text) => text.toUpperCase(),
		lineHarm((lines, at) => lines.splice(at, 0, lines[at] ?? "")),
		lineHarm((lines, at, length) =>
			lines.splice(at, 1, ...lines.splice((at + length) % lines.length, 1, lines[at] ?? "")),
		),
		lineHarm((lines, at) => lines.splice(at, 1)),
	),
	anyCharacter.map(
		(added): Harm =>
			(text, at) =>
				text.slice(0, at) + added + text.slice(at),
	),
	anyFragment.map((line): Harm => lineHarm((lines, at) => lines.splice(at, 0, line))),
	fc.tuple(fc.constantFrom("[", "{", "{a=", "a.", "[[", '"', "\\"), fc.constantFrom(2, 15, 3000)).map(
		([opening, depth]): Harm =>
			(text, at) =>
				text.slice(0, at) + opening.repeat(depth) + text.slice(at),
	),
);

/** Documents that came to harm on the way, and some that did not. */
const anyText = fc
	.tuple(
		fc.oneof(
			anyDocument.map(({ text }) => text),
			fc.array(anyFragment, { maxLength: 8 }).map((lines) => lines.join("\n")),
		),
		fc.array(fc.tuple(anyHarm, fc.nat(), fc.nat(40)), { maxLength: 4 }),
	)
	.map(([document, harms]) =>
		harms.reduce((text, [harm, at, length]) => harm(text, at % (text.length + 1), length), document),
	);

test("the check never fails, and each problem has its place in the text", () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const lines = text.replace(/^\ufeff/, "").split("\n");
			for (const { message, range, line, column } of lintConfig(text)) {
				expect(message).toMatch(/^\P{Cc}{5,}[.?]$/u);
				expect([0 <= range.start, range.start <= range.end, range.end <= text.length]).toEqual([true, true, true]);
				expect(column).toBeGreaterThanOrEqual(1);
				expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
			}
		}),
	);
});

test("each fix changes the text where it says, and to fix all comes to an end", () => {
	fc.assert(
		fc.property(anyText, fc.nat(), (text, choice) => {
			const seen = new Set([text]);
			for (let current = text; ; ) {
				const fixes = lintConfig(current).flatMap(({ fix, alternatives = [] }) => [
					...(fix ? [fix] : []),
					...alternatives,
				]);
				for (const { edits } of fixes) {
					const sorted = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
					sorted.forEach(({ range }, index) => {
						expect(range.start).toBeGreaterThanOrEqual(sorted[index - 1]?.range.end ?? 0);
						expect(range.end).toBeLessThanOrEqual(current.length);
					});
					expect(applyEdits(current, edits)).not.toBe(current);
				}
				const next = fixes[choice % fixes.length];
				if (!next) break;
				current = applyEdits(current, next.edits);
				expect(seen, current).not.toContain(current);
				expect(seen.size).toBeLessThan(100);
				seen.add(current);
			}
		}),
	);
});

/** What smol-toml reads; undefined if it refuses. It knows no byte order mark, and no integers past 2^53 otherwise. */
function readOther(text: string): unknown {
	try {
		return parse(text, { integersAsBigInt: true });
	} catch {
		return undefined;
	}
}

let python: ReturnType<typeof loadTomllib> | undefined;

test("what is TOML to others is TOML here, and nothing else", async () => {
	await fc.assert(
		fc.asyncProperty(anyText, async (text) => {
			// No file holds half of a character, and each reader has a depth of its own at which it gives up.
			fc.pre(text.isWellFormed() && !text.startsWith("\ufeff") && text.length < 2000);
			const isToml = readToml(text).faults.length === 0;
			if (isToml === (readOther(text) !== undefined)) return;
			// smol-toml takes some of TOML 1.1 and dates that no calendar has: then Python decides.
			python ??= loadTomllib();
			const [value] = (await python)([text]);
			expect(value !== undefined).toBe(isToml);
		}),
	);
});

/** What a text says of all but checkpoints, as far as it stood in `before` already. */
function readRest(text: string, before: string): unknown {
	const { scheduler, worker, ...rest } = parse(text.replace(/^\ufeff/, ""), { integersAsBigInt: true });
	const { scheduler: hasScheduler, worker: hasWorker } = parse(before.replace(/^\ufeff/, ""), {
		integersAsBigInt: true,
	});
	const { checkpoint: _, ...ownScheduler } = Object(scheduler);
	const { checkpoint_location: __, ...ownWorker } = Object(worker);
	return [rest, hasScheduler !== undefined && ownScheduler, hasWorker !== undefined && ownWorker];
}

const anyConfig = anyValidDraft.map((draft): CheckpointInput => {
	const { period, store, files, key_style } = draft;
	return { period, store, files, key_style, [store]: draft[store] } as unknown as CheckpointInput;
});

test("a file that is patched is one that can be read, says all else that it said, and stays so when patched again", () => {
	let patchedFiles = 0;
	fc.assert(
		fc.property(anyText, anyConfig, (text, config) => {
			const { faults, root } = readToml(text);
			const isTable = ["scheduler", "worker"].every((node) => (root.children.get(node)?.kind ?? "table") === "table");
			if (faults.length > 0 || !isTable) {
				expect(() => patchToml(text, config)).toThrow(faults.length > 0 ? SyntaxError : TypeError);
				return;
			}
			const patched = patchToml(text, config);
			expect(patchToml(patched, config)).toBe(patched);
			expect(readToml(patched).faults).toEqual([]);
			// It refuses some of what Python reads, and then can't tell.
			if (readOther(text.replace(/^\ufeff/, "")) === undefined) return;
			expect(readRest(patched, text)).toEqual(readRest(text, text));
			patchedFiles++;
		}),
	);
	expect(patchedFiles).toBeGreaterThan(100);
});
