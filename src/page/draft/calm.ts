import { useState } from "react";
import type { Problem } from "../../core/problem.ts";
import { useEditing } from "./EditingProvider.tsx";
import type { Editing } from "./editing.ts";

/** Problems by the names of the fields that they are about. */
export type ProblemMap = ReadonlyMap<string, readonly Problem[]>;

/**
 * Which of the problems with a draft a person should see by now. While they type, nothing new comes up, since the text
 * may still become right; what isn't true any more goes at once. Of an empty field nothing is said before somebody has
 * been there.
 *
 * @param shown What they see so far.
 * @param draft The value that was judged, in which each problem's path leads to a text.
 */
export function calmProblems(
	shown: ProblemMap,
	problems: ProblemMap,
	draft: object,
	{ typing, touched }: Pick<Editing, "typing" | "touched">,
): ProblemMap {
	const kept = [...problems].flatMap(([name, found]): [string, readonly Problem[]][] => {
		const left = found.filter((problem) =>
			typing === undefined
				? touched.has(name) || readPath(draft, problem.path) !== ""
				: shown.get(name)?.some(({ message }) => message === problem.message),
		);
		return left.length > 0 ? [[name, left]] : [];
	});
	return isSame(shown, kept) ? shown : new Map(kept);
}

/**
 * Keeps {@link calmProblems} up as somebody types.
 *
 * @param isBehind Whether the problems are not those of the latest text: then nothing new comes up either.
 */
export function useCalmProblems(problems: ProblemMap, draft: object, isBehind = false): ProblemMap {
	const editing = useEditing();
	const [shown, setShown] = useState<ProblemMap>(() => calmProblems(new Map(), problems, draft, editing));
	const typing = isBehind ? (editing.typing ?? "") : editing.typing;
	const next = calmProblems(shown, problems, draft, { ...editing, typing });
	if (next !== shown) setShown(next);
	return next;
}

function isSame(shown: ProblemMap, kept: readonly (readonly [string, readonly Problem[]])[]): boolean {
	return (
		shown.size === kept.length &&
		kept.every(([name, problems]) => {
			const before = shown.get(name);
			return before === problems || JSON.stringify(before) === JSON.stringify(problems);
		})
	);
}

function readPath(value: unknown, path: Problem["path"]): unknown {
	return path.reduce<unknown>(
		(part, key) => (part as Readonly<Record<string | number, unknown>> | undefined)?.[key],
		value,
	);
}
