import { advisePlaceholder } from "../object-store/placeholder.ts";
import type { Problem, TextProblem } from "../problem.ts";
import { toError } from "../text/fault.ts";
import { quote } from "../text/quote.ts";
import { askFor } from "../text/wording.ts";
import type { CheckpointDraft } from "./draft.ts";
import { kubernetesFields } from "./fields.ts";
import { type Placed, toProblems } from "./placed.ts";
import { listPodKeys } from "./pods.ts";
import { absolutePath } from "./shared-path.ts";

type Key = keyof typeof kubernetesFields;

/** What is wrong with the account and the volume that the workers' pods are given, of those that a draft uses. */
export function checkKubernetes(draft: CheckpointDraft): readonly Problem[] {
	return toProblems(
		listPodKeys(draft).map((key): Placed => {
			const text = draft.kubernetes[key].trim();
			return [`kubernetes.${key}`, judgeKubernetes(key, text)];
		}),
	);
}

function judgeKubernetes(key: Key, text: string): TextProblem | undefined {
	const meta = kubernetesFields[key];
	if (text === "")
		return "missing" in meta ? { code: "missing-value", severity: "error", message: meta.missing } : undefined;
	const placeholder = advisePlaceholder(text);
	// A mark counts from a text as it is typed, and this one has lost the white space before it.
	if (placeholder) return { code: placeholder.code, severity: placeholder.severity, message: placeholder.message };
	const judge = { claim_size: judgeSize, nfs_server: judgeServer, nfs_export: judgeExport }[key as string] ?? judgeName;
	return judge(text);
}

/**
 * Whether a text can be the name of a claim, a storage class or a service account.
 *
 * @see docs: Kubernetes, "Object Names and IDs", DNS subdomain names.
 */
export function isName(text: string): boolean {
	const label = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
	return text.length <= 253 && new RegExp(`^${label}(?:\\.${label})*$`).test(text);
}

function judgeName(text: string): TextProblem | undefined {
	if (isName(text)) return undefined;
	const [wrong] = /[^-a-z0-9.]/u.exec(text) ?? [];
	const found = wrong === undefined ? "" : `, not ${quote(wrong)}`;
	const message =
		text.length > 253
			? "Write a name of at most 253 characters."
			: `Write a Kubernetes name of lower-case letters, digits, “-” and “.”, with a letter or digit at each end${found}.`;
	return { code: "kubernetes-value", severity: "error", message };
}

/**
 * A size without a unit counts bytes, and `m` is a thousandth of one.
 *
 * @see docs: Kubernetes, "Quantity".
 */
function judgeSize(text: string): TextProblem | undefined {
	if (isSize(text)) return undefined;
	const [, number = "", prefix = "", binary = ""] = /^([\d.]+)\s*([kmgtpe])(i?)b?$/i.exec(text) ?? [];
	const unit = prefix.toUpperCase();
	const meant = [`${number}${unit === "K" ? "k" : unit}`, `${number}${unit}i`].slice(binary === "" ? 0 : 1);
	return toError({ code: "kubernetes-value", message: "Write a size such as 125Gi or 125G.", meant }, isSize);
}

function isSize(text: string): boolean {
	return /^\d+(?:\.\d+)?(?:[KMGTPE]i|[kMGTPE])?$/.test(text) && Number.parseFloat(text) > 0;
}

/** @see docs: Kubernetes API, `NFSVolumeSource` of core/v1. */
function judgeServer(text: string): TextProblem | undefined {
	const [, server = "", directory = ""] = /^(?:nfs:\/\/)?([^\s/:]+):?(\/\S*)$/.exec(text) ?? [];
	if (server !== "") {
		return {
			code: "kubernetes-value",
			severity: "error",
			message: "Write only the server: the export has its own field.",
			fix: { title: "Split it up", text: server, also: [{ target: "kubernetes.nfs_export", text: directory }] },
		};
	}
	const [wrong] = /[^-\w.:[\]]/u.exec(text) ?? [];
	if (wrong === undefined) return undefined;
	return {
		code: "kubernetes-value",
		severity: "error",
		message: askFor("the name or address of a server", wrong),
	};
}

function judgeExport(text: string): TextProblem | undefined {
	if (!text.startsWith("/"))
		return {
			code: "kubernetes-value",
			severity: "error",
			message: absolutePath,
		};
	const [wrong] = /[\p{Cc}\p{Cs}]/u.exec(text) ?? [];
	return wrong === undefined
		? undefined
		: { code: "kubernetes-value", severity: "error", message: `A path can't contain ${quote(wrong)}.` };
}
