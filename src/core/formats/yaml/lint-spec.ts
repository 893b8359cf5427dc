import { isScalar } from "yaml";
import type { ProblemCode } from "../../problem-codes.ts";
import type { FileFix, UnplacedProblem } from "../../text/file-problem.ts";
import { lackField } from "../../text/wording.ts";
import { findEntry, listEntries, type MapEntry, rangeOf } from "./document.ts";
import { setScalar } from "./edit.ts";
import { formerKeys, migrateSpec } from "./former-spec.ts";
import type { SpecPath } from "./kind.ts";
import { findNearestName, offerName } from "./near-name.ts";
import { operatorDocs } from "./operator-style.ts";
import type { Source } from "./source.ts";

/** Every key of a PolarsCluster's spec, up to alpha.9. */
const specKeys = [
	"acceptEula",
	"allowAnonymousUsers",
	"allowLocalScans",
	"allowLocalSinks",
	"anonymousResults",
	"checkpoint",
	"clusterID",
	"hostMetrics",
	"imagePullSecrets",
	"license",
	"lineage",
	"logLevel",
	"observatory",
	"runtime",
	"scheduler",
	"telemetry",
	"version",
	"workerPool",
];

/** What the operator called otherwise before its first release, or had. */
export function lintSpec(source: Source, specPath: SpecPath): UnplacedProblem[] {
	const { document, file } = source;
	const remarks: UnplacedProblem[] = [];
	const spec = specPath.length > 0 ? findEntry(document.root, specPath, document) : undefined;
	const entries = listEntries(spec ? spec.pair.value : document.root, document);
	const isWhole = specPath.length > 0;
	const say = (
		code: ProblemCode,
		severity: UnplacedProblem["severity"],
		message: string,
		name: string,
		entry: MapEntry,
		fix?: FileFix,
	) =>
		remarks.push({
			code,
			severity,
			message,
			path: [...specPath, name],
			range: rangeOf(entry.key),
			docs: operatorDocs,
			...(fix && { fix }),
		});
	const version = isWhole ? listEntries(document.root, document).get("apiVersion") : undefined;
	const written = version && isScalar(version.pair.value) ? version.pair.value : undefined;
	if (version && written && written.value !== "compute.pola.rs/v1alpha1") {
		const range = rangeOf(written);
		const edits = setScalar(file.text, version.pair, "compute.pola.rs/v1alpha1");
		remarks.push({
			code: "renamed-key",
			severity: "error",
			message: "Since 2026-07-20, before alpha.1, the apiVersion of a PolarsCluster is compute.pola.rs/v1alpha1.",
			path: ["apiVersion"],
			range,
			docs: operatorDocs,
			...(edits && { fix: { title: "compute.pola.rs/v1alpha1", edits } }),
		});
	}
	for (const [name, entry] of entries) {
		if (specKeys.includes(name) || name.startsWith("$")) continue;
		const severity = isWhole ? "error" : "warning";
		const now = formerKeys.get(name);
		if (now !== undefined) {
			const fix = migrateSpec(file, file.documents.indexOf(document), specPath);
			const isTwice = findEntry(entries.get("checkpoint")?.pair.value, [now], document) !== undefined;
			const both = isTwice ? " This file has both: keep one of them." : "";
			const message = `Since 2026-07-14, before alpha.1, ${name} is checkpoint.${now}.${both}`;
			say("renamed-key", severity, message, name, entry, fix);
		} else if (name === "schedulerSpec") {
			const fix = offerName(source, entry, "scheduler", entries);
			say("renamed-key", severity, "Since 2026-07-14, before alpha.1, schedulerSpec is scheduler.", name, entry, fix);
		} else if (name === "clusterDomain" || name === "requireFreeWorkers") {
			say(
				"renamed-key",
				severity,
				`${name} was removed in July 2026, before alpha.1, and has no replacement.`,
				name,
				entry,
			);
		} else if (name === "shuffleData") {
			// The EKS page shows it so.
			say("misplaced-key", isWhole ? "error" : "advice", "shuffleData belongs under workerPool.", name, entry);
		} else if (isWhole) {
			const meant = findNearestName(name, specKeys);
			const fix = offerName(source, entry, meant, entries);
			// A release that is newer than what is known here may have it.
			say("unknown-key", "warning", `Up to alpha.9, ${lackField("spec", name, meant)}`, name, entry, fix);
		}
	}
	const server = findEntry(spec ? spec.pair.value : document.root, ["license", "licenseServer"], document);
	if (server && isWhole) {
		say(
			"renamed-key",
			"error",
			"license.licenseServer was removed on 2026-07-20, before alpha.1, and has no replacement.",
			"license",
			server,
		);
	}
	return remarks;
}
