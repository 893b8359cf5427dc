import type { OpenedFile } from "../formats/toml/open-file.ts";
import type { Fault } from "../formats/toml/read.ts";
import { describeFault, type ExplainedFault, explainFault } from "../formats/toml/syntax.ts";
import { applyEdits, replaceDifference } from "../text/edit.ts";
import type { FileFix, UnplacedProblem } from "../text/file-problem.ts";
import { findRoom, type Trial, type Verifier } from "./verify.ts";

type Fixes = Pick<UnplacedProblem, "fix" | "alternatives">;

/**
 * Says why a file is no TOML 1.0, in the order of its text, and offers fixes that were tried out: after each, the
 * place is TOML and makes sense to the node. Of several readings of one value the first is offered that does, such as
 * a text where a key takes no boolean; what may mean two things that both do is left to the person.
 */
export function lintFaults(file: OpenedFile, verifier: Verifier): UnplacedProblem[] {
	const { document, locate } = file;
	const explained = document.faults.map((fault) => [fault, explainFault(document, fault, locate)] as const);
	const count = explained.reduce((sum, [, { readings }]) => sum + readings.length, 0);
	const room = findRoom(document.text, count);
	return explained.map(([fault, told]) => ({
		...describeFault(fault, told),
		...chooseFixes(file, fault, told, verifier, room),
	}));
}

function chooseFixes(
	file: OpenedFile,
	fault: Fault,
	{ readings, isOpen }: ExplainedFault,
	verifier: Verifier,
	room: number,
): Fixes {
	const sound: FileFix[] = [];
	let mended: Fixes = {};
	for (const reading of readings) {
		const trial = verifier.try(reading.edits, room);
		if (trial?.errors.length === 0) sound.push(reading);
		else if (trial && !mended.fix && !mended.alternatives) mended = mendFurther(file, fault, trial, verifier, room);
		if (sound.length > 0 && !isOpen) break;
	}
	const [first, ...others] = sound;
	if (!first) return mended;
	return others.length > 0 ? { alternatives: sound } : { fix: first };
}

/**
 * Fixes that make TOML of a statement and mend at once what is wrong with it then: `10GiB` is a text in quotes first,
 * and then a number.
 */
function mendFurther(
	file: OpenedFile,
	fault: Fault,
	{ after, errors, excerpt }: Trial,
	verifier: Verifier,
	room: number,
): Fixes {
	const [error, ...more] = errors;
	if (fault.kind !== "syntax" || !error || more.length > 0) return {};
	const { statement } = fault;
	const { text } = file.document;
	const start = excerpt.locate(statement.start);
	const end = excerpt.locate(statement.end) + after.text.length - excerpt.text.length;
	const follow = ({ title, edits }: FileFix): FileFix[] => {
		if (!edits.every(({ range }) => start <= range.start && range.end <= end)) return [];
		const mended = applyEdits(after.text, edits);
		const edit = replaceDifference(text, statement, mended.slice(start, end + mended.length - after.text.length));
		return verifier.try([edit], room)?.errors.length === 0 ? [{ title, edits: [edit] }] : [];
	};
	const [fix] = error.fix ? follow(error.fix) : [];
	const alternatives = (error.alternatives ?? []).flatMap(follow);
	return { ...(fix && { fix }), ...(alternatives.length > 0 && { alternatives }) };
}

/** Leaves out each fix that doesn't do what it should when it is tried, or brings an error that has no fix. */
export function keepSound(
	file: OpenedFile,
	problems: readonly UnplacedProblem[],
	verifier: Verifier,
): UnplacedProblem[] {
	const count = problems.reduce((sum, { fix, alternatives = [] }) => sum + (fix ? 1 : 0) + alternatives.length, 0);
	const room = findRoom(file.document.text, count);
	const isSound = ({ edits }: FileFix) =>
		verifier.try(edits, room)?.errors.every(({ fix, alternatives }) => fix || alternatives) ?? false;
	return problems.map(({ fix, alternatives, ...problem }) => {
		const sound = (alternatives ?? []).filter(isSound);
		return { ...problem, ...(fix && isSound(fix) && { fix }), ...(sound.length > 0 && { alternatives: sound }) };
	});
}
