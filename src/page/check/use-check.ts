import type { Text } from "@codemirror/state";
import { useEffect, useRef, useState } from "react";
import { askWorker } from "./ask-worker.ts";
import { nameApart, type OpenFile, snapshot } from "./open-file.ts";
import { setProblems } from "./problem-marks.ts";
import type { Report } from "./work.ts";

/** How long typing must rest before the text is checked, in milliseconds. */
const rest = 250;
/** After how long a check is said to take long, in milliseconds. */
const long = 600;

/** The state of the files, as far as React must know it. */
export interface Revision {
	/** Another object for every change. */
	readonly typed: boolean;
}

export interface Check {
	/** What the last check found; nothing before the first. */
	readonly report: Report | undefined;
	/** Whether the report is about the present texts. */
	readonly current: boolean;
	readonly takesLong: boolean;
	readonly failed: boolean;
	readonly retry: () => void;
}

interface Result {
	readonly report: Report;
	readonly files: readonly OpenFile[];
	readonly docs: readonly Text[];
}

/** Checks files in a worker whenever they rest, and marks what is found in their editors. */
export function useCheck(files: readonly OpenFile[], revision: Revision): Check {
	const [result, setResult] = useState<Result>();
	const [takesLong, setTakesLong] = useState(false);
	const [failed, setFailed] = useState(false);
	const [attempt, setAttempt] = useState(0);
	const latest = useRef(files);
	const isBusy = useRef(false);

	const [run] = useState(() => async () => {
		// One check at a time: whoever goes on typing waits for the last, and not for all between.
		if (isBusy.current) return;
		isBusy.current = true;
		setFailed(false);
		const timer = setTimeout(() => setTakesLong(true), long);
		try {
			for (let done: Result | undefined; !done || !isCurrent(done, latest.current); ) {
				done = await check(latest.current);
				if (isCurrent(done, latest.current)) show(done);
				setResult(done);
			}
		} catch {
			setFailed(true);
		} finally {
			clearTimeout(timer);
			setTakesLong(false);
			isBusy.current = false;
		}
	});

	// biome-ignore lint/correctness/useExhaustiveDependencies: each change, and each attempt, starts the wait anew.
	useEffect(() => {
		latest.current = files;
		const timer = setTimeout(run, revision.typed ? rest : 0);
		return () => clearTimeout(timer);
	}, [files, revision, attempt, run]);

	return {
		report: result?.report,
		current: result !== undefined && isCurrent(result, files),
		takesLong,
		failed,
		retry: () => setAttempt(attempt + 1),
	};
}

async function check(files: readonly OpenFile[]): Promise<Result> {
	const docs = files.map(({ view }) => view.state.doc);
	return { report: await askWorker<"check">({ kind: "check", files: snapshot(files) }), files, docs };
}

function isCurrent({ files, docs }: Result, present: readonly OpenFile[]): boolean {
	return files === present && files.every(({ view }, index) => view.state.doc === docs[index]);
}

function show({ files, report: { problems } }: Result): void {
	const names = nameApart(files);
	files.forEach(({ view }, index) => {
		view.dispatch({ effects: setProblems.of(problems.filter(({ file }) => file === names[index])) });
	});
}
