import fc from "fast-check";
import { expect, test } from "vitest";
import { lintConfig } from "./check/lint.ts";
import { detectFormat } from "./config-file/detect.ts";
import { configFormats } from "./config-file/format.ts";
import { patchConfig } from "./config-file/patch.ts";
import { readDraft } from "./config-file/read-draft.ts";
import { unknownText } from "./config-file/view-file.ts";
import { checkDraft } from "./draft/check.ts";
import { type CheckpointDraft, defaultDraft } from "./draft/draft.ts";
import { settlePath } from "./draft/pods.ts";
import { listSettings } from "./draft/setting.ts";
import { parseDuration } from "./duration/parse.ts";
import { bareMetal } from "./outputs/bare-metal.ts";
import { environment } from "./outputs/environment.ts";
import { finishFiles } from "./outputs/finish.ts";
import { helm } from "./outputs/helm.ts";
import { operator } from "./outputs/operator.ts";
import type { Outputs } from "./outputs/registry.ts";
import { secretMark, validDraft } from "./outputs/writable-draft.arbitrary.ts";

const outputs: Outputs = { bare_metal: bareMetal, environment, helm, operator };
const ids = Object.keys(outputs) as (keyof Outputs)[];

/** A draft that an output can write, and its files. */
function write(draft: CheckpointDraft, output: keyof Outputs) {
	const own = { ...draft, output };
	fc.pre(checkDraft(own).config !== undefined);
	// Go counts to 292 years.
	fc.pre(output !== "operator" || draft.period !== "5000000 hours");
	fc.pre(outputs[output].check(own).every(({ severity }) => severity !== "error"));
	const finished = finishFiles(outputs[output], own);
	fc.pre(finished.ok);
	return { draft: own, files: finished.ok ? finished.files : [] };
}

/** What a draft says, less how it is spelt: a period as its time. */
function listSaid(draft: CheckpointDraft) {
	return listSettings(settlePath(draft)).map(({ key, value }) => {
		const time = key.at(-1) === "period" ? parseDuration(String(value)) : undefined;
		return [key.join("."), time?.ok ? time.nanoseconds : value];
	});
}

/** The files of an output as a person would put them into one, or one after the other. */
function gather(files: readonly { readonly name: string; readonly text: string }[], output: keyof Outputs): string[] {
	const texts = files.filter(({ name }) => name !== "checkpoint.yaml").map(({ text }) => text);
	return output === "helm" || output === "operator" ? [texts.join("---\n")] : texts;
}

test.each(ids)("reading what the output %s wrote gives the configuration back, and its format is told", (output) => {
	fc.assert(
		fc.property(validDraft, (draft) => {
			const written = write(draft, output);
			const texts = gather(written.files, output);
			const read = texts.reduce<CheckpointDraft>((base, text) => {
				const found = readDraft(text, base);
				expect(found.ok).toBe(true);
				return found.ok ? found.draft : base;
			}, defaultDraft);
			expect(listSaid(read)).toEqual(listSaid(written.draft));
			if (output !== "bare_metal") expect(read.output).toBe(output);
			expect(
				lintConfig(texts.map((text, index) => ({ name: `${index}`, text }))).filter(
					({ severity }) => severity === "error",
				),
			).toEqual([]);
		}),
		{ numRuns: 150 },
	);
});

test.each(ids)(
	"a configuration can be put into what the output %s wrote of another, twice as well as once",
	(output) => {
		fc.assert(
			fc.property(validDraft, validDraft, (one, other) => {
				const written = write(one, output);
				const wanted = write({ ...other, files: one.files }, output);
				const config = checkDraft(wanted.draft).config;
				fc.pre(config !== undefined);
				for (const { name, text } of written.files) {
					if (/secret|^checkpoint\.yaml$/.test(name) || config === undefined) continue;
					if (output === "bare_metal" && name.endsWith(".env")) continue;
					let patched: string;
					try {
						patched = patchConfig(text, config);
					} catch (error) {
						// A file of variables can't hold every text, and a volume that is there stays.
						expect(error).toBeInstanceOf(TypeError);
						expect(output === "environment" || /has another volume|mounts another volume/.test(`${error}`)).toBe(true);
						continue;
					}
					expect(patchConfig(patched, config)).toBe(patched);
					expect(patched).not.toContain(unknownText);
					const read = readDraft(patched);
					expect(read.ok).toBe(true);
					if (!read.ok || output === "bare_metal" || (output === "environment" && one.files === "separate")) continue;
					// A secret keeps the spelling of its key that the file has, and stays where a manifest refers to it.
					const listPlain = (draft: CheckpointDraft) =>
						listSaid(draft).filter(
							([key, value]) => !`${value}`.includes(secretMark) && value !== "" && !/token/.test(`${key}`),
						);
					expect(listPlain(read.draft)).toEqual(listPlain(wanted.draft));
				}
			}),
			{ numRuns: 60 },
		);
	},
);

test("no text in any format makes it throw", () => {
	const line = fc.constantFrom(
		"checkpoint:",
		"  period: 10m",
		"  data:",
		"checkpointData:",
		"  s3: &a",
		"    enabled: true",
		"    endpoint: s3://b",
		"    options:",
		"      - name: aws_region",
		"        value: x",
		"      - *a",
		"  <<: *a",
		"spec: {checkpoint: {data: {s3: *a}}}",
		"apiVersion: compute.pola.rs/v1alpha1",
		"kind: PolarsCluster",
		"---",
		"\t- [",
		"{{ if x }}",
		"cat <<EOF > a.toml",
		"EOF",
		"[worker]",
		"enabled = true",
		"PC_CUBLET__worker__enabled=yes",
		"export PC_CUBLET__a='b",
		'"',
	);
	const text = fc.oneof(
		fc.string({ unit: "binary" }),
		fc.array(line, { maxLength: 14 }).map((lines) => lines.join("\n")),
	);
	const config = checkDraft({ ...defaultDraft }).config;
	fc.assert(
		fc.property(text, fc.option(fc.constantFrom(...configFormats), { nil: undefined }), (text, format) => {
			expect(configFormats).toContain(detectFormat(text));
			for (const { range } of lintConfig(text, format)) {
				expect(range.start).toBeLessThanOrEqual(range.end);
				expect(range.end).toBeLessThanOrEqual(text.length);
			}
			expect(typeof readDraft(text, defaultDraft, format).ok).toBe("boolean");
			try {
				if (config) patchConfig(text, config, format);
			} catch (error) {
				expect(error instanceof TypeError || error instanceof SyntaxError).toBe(true);
			}
		}),
	);
});

const head = "kind: PolarsCluster\napiVersion: compute.pola.rs/v1alpha1\nspec:\n";
const place = { period: "20m", store: "shared_filesystem", shared_filesystem: { path: "/mnt/x" } } as const;

test.each([
	[
		"side by side",
		`${head}  checkpointPeriod: 10m # often
  # where
  checkpointData:
    # here
    sharedFilesystem:
      path: /mnt/a # ours
  workerPool: { replicas: 2 }
`,
		`${head}  checkpoint:
    period: 20m # often
    # where
    data:
      # here
      sharedFilesystem:
        path: /mnt/x # ours
  workerPool: { replicas: 2 }
`,
	],
	[
		"apart",
		`${head}  checkpointData:
    sharedFilesystem: { path: "/mnt/a" }
  workerPool: { replicas: 2 }

  # how often
  checkpointPeriod: 10m`,
		`${head}  checkpoint:
    data:
      sharedFilesystem: { path: "/mnt/x" }
    # how often
    period: 20m
  workerPool: { replicas: 2 }
`,
	],
	[
		"one of them under its new name",
		`${head}  checkpoint: { period: 10m } # c
  workerPool: { replicas: 2 }
  checkpointData:
    sharedFilesystem:
      path: /mnt/a
`,
		`${head}  checkpoint: # c
    period: 20m
    data:
      sharedFilesystem:
        path: /mnt/x
  workerPool: { replicas: 2 }
`,
	],
	[
		"in lines that end in CRLF",
		`${head}  checkpointPeriod: 10m\n  checkpointData:\n    sharedFilesystem:\n      path: /mnt/a\n`.replaceAll(
			"\n",
			"\r\n",
		),
		`${head}  checkpoint:\n    period: 20m\n    data:\n      sharedFilesystem:\n        path: /mnt/x\n`.replaceAll(
			"\n",
			"\r\n",
		),
	],
	[
		"what stands under a spec",
		"checkpointPeriod: 10m\ncheckpointData:\n  sharedFilesystem: { path: /mnt/a }\nworkerPool: {}\n",
		"checkpoint:\n  period: 20m\n  data:\n    sharedFilesystem: { path: /mnt/x }\nworkerPool: {}\n",
	],
])("a cluster of before the first release is read, and a patch writes the names of today: %s", (_, old, patched) => {
	const read = readDraft(old);
	expect(read).toMatchObject({ ok: true, draft: { period: "10m", shared_filesystem: { path: "/mnt/a" } } });
	expect(patchConfig(old, place)).toBe(patched);
	expect(patchConfig(patched, place)).toBe(patched);
	expect(lintConfig(patched).filter(({ severity }) => severity === "error")).toEqual([]);
	const same = { ...place, period: "10m", shared_filesystem: { path: "/mnt/a" } };
	expect(patchConfig(old, same)).not.toMatch(/checkpointData|checkpointPeriod/);
});

test("a cluster in JSON stays JSON when it is brought up to date", () => {
	const spec = {
		checkpointPeriod: "10m",
		workerPool: { replicas: 2 },
		checkpointData: { gcs: { endpointURL: "gs://a/b" } },
	};
	const old = JSON.stringify({ kind: "PolarsCluster", apiVersion: "compute.pola.rs/v1alpha1", spec }, undefined, 2);
	expect(JSON.parse(patchConfig(old, place)).spec).toEqual({
		workerPool: { replicas: 2 },
		checkpoint: { period: "20m", data: { sharedFilesystem: { path: "/mnt/x" } } },
	});
});

test("a period and a place that are there by both names are neither lost nor doubled: one is to be taken out first", () => {
	const old = `${head}  checkpointData:
    s3:
      endpoint: s3://team-data/k
  checkpoint:
    period: 10m
    data:
      s3:
        endpoint: s3://team-data/other
`;
	const read = readDraft(old);
	expect(read).toMatchObject({ ok: false, problem: { code: "renamed-key", line: 4 } });
	expect(() => patchConfig(old, place)).toThrow("Line 4, column 3");
	expect(lintConfig(old).map(({ message }) => message)).toContainEqual(expect.stringContaining("keep one of them"));
});

test("what is gone beside checkpoints keeps nobody from reading and patching them", () => {
	const old = `${head}  clusterDomain: cluster.local\n  license: { licenseServer: {} }\n  checkpoint:\n    period: 10m\n    data:\n      sharedFilesystem: { path: /mnt/a }\n`;
	expect(readDraft(old)).toMatchObject({ ok: true, draft: { period: "10m" } });
	expect(patchConfig(old, place)).toBe(old.replace("10m", "20m").replace("/mnt/a", "/mnt/x"));
});
