import { readYaml } from "../formats/yaml/document.ts";
import { findKind } from "../formats/yaml/kind.ts";
import type { ConfigFormat } from "./format.ts";

/**
 * Tells by its content what a configuration is written in. A text that could be anything is taken for TOML.
 */
export function detectFormat(text: string): ConfigFormat {
	const lines = listLines(text);
	if (isManifest(text, lines)) return detectYaml(text, true);
	if (isScript(text, lines) || isUnit(lines)) return "shell";
	if (isEnv(lines)) return lines.every((line) => /^export[ \t]+\w+=/.test(line)) ? "shell" : "env";
	return isYaml(lines) ? detectYaml(text, false) : "toml";
}

/** Begins as manifests, playbooks and lists of patches do, whatever files and scripts stand in them. */
function isManifest(text: string, [first = ""]: readonly string[]): boolean {
	if (/^(?:apiVersion|kind):[ \t]/.test(first) || /^- [\w.-]+:(?:[ \t]|$)/.test(first)) return true;
	const holdsText = /^[ \t]*(?:- +)*[\w."'-]+:[ \t]*[|>][-+\d]*[ \t]*\r?$/m.test(text);
	return (
		(/^---(?:[ \t]|$)/.test(first) || /^[\w.-]+:(?:[ \t]|$)/.test(first)) && (holdsText || first.startsWith("---"))
	);
}

/** A unit of systemd or a Dockerfile: both set variables of a program as a script does. */
function isUnit(lines: readonly string[]): boolean {
	if (lines.some((line) => /^\[(?:Unit|Service|Install|Container)\]$/.test(line))) return true;
	return /^FROM[ \t]+\S/i.test(lines.find((line) => !/^ARG[ \t]/i.test(line)) ?? "");
}

/** How many lines are looked at. */
const enough = 2000;

/** The lines that say something, without the white space at their ends. */
function listLines(text: string): readonly string[] {
	return text
		.slice(0, 200_000)
		.replace(/^\ufeff/, "")
		.split("\n", enough)
		.map((line) => line.trim())
		.filter((line) => line !== "" && !/^[#;]/.test(line));
}

/** A shell script begins with its shell, hands a here-document to a command, or runs programs. */
function isScript(text: string, lines: readonly string[]): boolean {
	if (/^\ufeff?#!/.test(text)) return true;
	if (
		lines.some((line) => /(?:^|[^<])<<-?[ \t]*(?:["']|\\?[A-Za-z_])/.test(line) && /^(?:[\w./-]+|sudo)[ \t]/.test(line))
	)
		return true;
	return lines.some((line) => command.test(line));
}

/** A line that runs a program that people deploy with, or is of a shell's own. */
const command =
	/^(?:sudo[ \t]+)?(?:helm|kubectl|docker|podman|srun|sbatch|source|systemctl|mkdir|echo|cat|envsubst|tee)[ \t]+(?![=:])\S|^(?:if[ \t]+\[|fi$|done$|then$)/;

/** Lines of `NAME=value` with names that variables have, at least one of them a node's; or with no names but these. */
function isEnv(lines: readonly string[]): boolean {
	if (lines.some((line) => /^\[{1,2}[\w."' -]+\]{1,2}\s*(?:#.*)?$/.test(line))) return false;
	const names = lines.flatMap((line) => /^(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=/.exec(line)?.[1] ?? []);
	if (names.some((name) => /^pc_*cublets?_/i.test(name))) return names.length * 2 >= lines.length;
	return names.length > 0 && names.length === lines.length && names.every((name) => /^[A-Z_][A-Z\d_]*$/.test(name));
}

/** More lines of `key: value` than of TOML. */
function isYaml(lines: readonly string[]): boolean {
	if (/^\{/.test(lines[0] ?? "")) return true;
	const header = /^\[{1,2}[\w."'-]+\]{1,2}\s*(?:#.*)?$/;
	if (lines.some((line) => header.test(line))) return false;
	const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
	const yaml = count(/^(?:- +)*["']?[\w./-]+["']?[ \t]*:(?:[ \t]|$)|^---(?:[ \t]|$)|^["'][\w.-]+["']:|^- [^=]*$/);
	return yaml > count(/^[\w.'" -]+=/);
}

/** Which of the formats in YAML a text is in, by its documents; TOML, if a flat text is none of them. */
function detectYaml(text: string, isSure: boolean): ConfigFormat {
	const { documents } = readYaml(text);
	const kinds = documents.map(findKind);
	if (kinds.some(({ kind }) => kind === "cluster")) return "polars_cluster";
	if (kinds.some(({ kind }) => kind === "values")) return "helm_values";
	const isBroken = documents.some(({ remarks }) => remarks.length > 0);
	if (/^(?:apiVersion|kind):/m.test(text)) return "polars_cluster";
	const isNested = /^[ ]*(?:- +)*["']?[\w.-]+["']?:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t-]+\S/m.test(text);
	if (!isNested && !isSure) return "toml";
	return isBroken && specLine.test(text) ? "polars_cluster" : "helm_values";
}

/** A key that a PolarsCluster's spec has and the chart's values don't. */
const specLine = /^[ ]*(?:workerPool|clusterID|endpointURL):/m;
