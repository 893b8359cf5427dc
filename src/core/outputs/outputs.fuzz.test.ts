import fc from "fast-check";
import { parse as parseToml } from "smol-toml";
import { beforeAll, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { checkDraft } from "../draft/check.ts";
import { type CheckpointDraft, listSectionKeys } from "../draft/draft.ts";
import { sharedFields } from "../draft/fields.ts";
import { listSettings, type Setting } from "../draft/setting.ts";
import { anyValidDraft } from "../draft/valid-draft.arbitrary.ts";
import { joinLines } from "../listing.ts";
import { findOutput, loadOutput } from "./registry.ts";

const outputs = Object.keys(sharedFields.output.choices) as CheckpointDraft["output"][];
beforeAll(async () => {
	await Promise.all(outputs.map(loadOutput));
});

/** What breaks a file whose writer forgot about it. */
const anyNasty = fc.oneof(
	fc.constantFrom(..."\0 \x07 \x1b \x7f \u0085 \u00a0 \u2028 \u2029 \ufeff \ufffe \ud83d \udc00 😀".split(" ")),
	fc.constantFrom(
		"\n",
		"\r",
		"\r\n",
		"\t",
		" ",
		'"',
		"'",
		'"""',
		"'''",
		"\\",
		"\\u",
		"#",
		" #",
		": ",
		"=",
		"$",
		"$(A)",
		"$$",
		"%",
		"&",
		"*",
		"!",
		"|",
		"]",
		"}",
		"`",
		"---",
		"~",
		"0x1",
		"yes",
	),
	fc.string({ unit: "binary", minLength: 1, maxLength: 4 }),
);

/** A valid draft with something nasty within a field or two: most of these are valid still. */
const anyNastyDraft: fc.Arbitrary<CheckpointDraft> = fc
	.record({
		draft: anyValidDraft,
		output: fc.constantFrom(...outputs),
		secrets: fc.constantFrom("toml", "environment"),
		harms: fc.array(fc.tuple(fc.nat(), fc.nat(), anyNasty), { minLength: 1, maxLength: 2 }),
	} as const)
	.map(({ draft, output, secrets, harms }) => {
		const copy: CheckpointDraft = { ...structuredClone(draft), output, secrets };
		const section: Record<string, unknown> = { ...copy[copy.store] };
		const texts = listSectionKeys(copy);
		for (const [choice, place, nasty] of harms) {
			const insert = (text: string) => {
				const at = place % (text.length + 1);
				return text.slice(0, at) + nasty + text.slice(at);
			};
			const options = copy.store === "shared_filesystem" ? [] : copy[copy.store].options;
			const row = options[(choice % (texts.length + options.length)) - texts.length];
			const key = texts[choice % (texts.length + options.length)];
			if (row) row.value = insert(row.value);
			else if (key !== undefined) section[key] = insert(String(section[key]));
		}
		return {
			...copy,
			[copy.store]: { ...section, ...(copy.store !== "shared_filesystem" && { options: copy[copy.store].options }) },
		};
	});

/** The texts of a draft's files, once they have been saved. */
function saveFiles(draft: CheckpointDraft): readonly (readonly [name: string, text: string])[] {
	const files = findOutput(draft.output)?.layout(draft) ?? [];
	return files.map(({ name, lines }) => [
		name,
		new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(joinLines(lines))),
	]);
}

/** What the saved files say of a setting, each in its own format, wherever it stands. */
function readSetting(files: ReturnType<typeof saveFiles>, { key }: Setting): unknown[] {
	const last = key.at(-1) ?? "";
	return files.flatMap(([name, text]) => {
		if (name.endsWith(".toml")) return dig(parseToml(text), ...key);
		if (name.endsWith(".env")) {
			const prefix = `PC_CUBLET__${key.join("__")}=`;
			return text.split("\n").flatMap((line) => (line.startsWith(prefix) ? line.slice(prefix.length) : []));
		}
		const manifest = parseYaml(text, { version: "1.1" });
		if (name === "checkpoint-secret.yaml") return dig(manifest, "stringData", last);
		if (name !== "checkpoint.yaml" && name !== "values.yaml") return [];
		const [location] = Object.values<Record<string, unknown>>(manifest.checkpointData ?? manifest.checkpoint.data);
		if (manifest.checkpointData?.sharedPersistentVolumeClaim) return ["/app/checkpoint_data/checkpoint_data"];
		if (last === "url" || last === "path") return expand(location?.endpoint ?? location?.endpointURL ?? location?.path);
		const options = (location?.options ?? []) as { name: string; value?: string }[];
		return options.flatMap((option) =>
			option.name === last && option.value !== undefined ? expand(option.value) : [],
		);
	});
}

function dig(value: unknown, ...path: readonly string[]): unknown[] {
	const found = path.reduce<unknown>((inner, part) => Object(inner)[part], value);
	return found === undefined ? [] : [found];
}

/** Replaces references as Kubernetes does in the value of an environment variable. */
function expand(value: unknown): string {
	return String(value).replace(/\$(?:\$|\((.*?)\))/gs, (_, name?: string) => (name === undefined ? "$" : `<${name}>`));
}

test("what no error blocks is in the saved files as it was typed, and what they can't hold is blocked", () => {
	let blocked = 0;
	let saved = 0;
	fc.assert(
		fc.property(anyNastyDraft, (draft) => {
			const errors = [...checkDraft(draft).problems, ...(findOutput(draft.output)?.check(draft) ?? [])].filter(
				({ severity }) => severity === "error",
			);
			if (errors.length > 0) {
				blocked++;
				return;
			}
			saved++;
			const files = saveFiles(draft);
			for (const setting of listSettings(draft).filter(({ key }) => key[1] === "checkpoint_location")) {
				expect(readSetting(files, setting), setting.field).toEqual([setting.value]);
			}
		}),
	);
	expect([blocked > 50, saved > 50]).toEqual([true, true]);
});
