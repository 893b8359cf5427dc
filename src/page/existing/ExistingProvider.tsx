import { createContext, type ReactNode, type RefObject, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { ConfigFormat } from "../../core/config-file/format.ts";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { rememberFile } from "./lost-file.ts";
import type { Reading } from "./work.ts";

/** A file of the person's own. No other that is open has its name. */
export interface ExistingFile {
	readonly id: number;
	readonly name: string;
	/** Its text when it was opened. */
	readonly opened: string;
	/** Its text as it was repaired and edited since; what the form changes is not in it. */
	readonly text: string;
	/** What somebody said that it is written in; told by its content otherwise. */
	readonly format?: ConfigFormat;
}

/** The person's own files, one or two, and what they have to do with the form. They are nowhere but here. */
export interface Existing {
	readonly files: readonly ExistingFile[];
	/** What their texts say; nothing until they were read. */
	readonly reading?: Reading | undefined;
	/** Whether the form's settings are put into the files although nobody changed them since the files were read. */
	readonly applied: boolean;
	/** What somebody had put into the form before the first file took its place. */
	readonly before?: CheckpointDraft;
	/** What was before each change of a text, the last one last. */
	readonly past: readonly Moment[];
}

/** How it was before a change. */
export interface Moment extends Pick<Existing, "files" | "reading" | "applied"> {
	readonly form: CheckpointDraft;
}

interface ExistingState {
	/** Nothing while no file is open. */
	readonly existing: Existing | undefined;
	readonly setExisting: (change: (present: Existing | undefined) => Existing | undefined) => void;
	/** The files' texts with the form's settings in them; nothing while they are not known. */
	readonly texts: RefObject<readonly string[] | undefined>;
	/** The button that opens files, which gets the focus back once they are closed. */
	readonly opener: RefObject<HTMLButtonElement | null>;
}

const ExistingContext = createContext<ExistingState | undefined>(undefined);

/** Holds the files that a person brought, for as long as the page stands. */
export function ExistingProvider({ children }: { readonly children: ReactNode }) {
	const [existing, setExisting] = useState<Existing>();
	const opener = useRef<HTMLButtonElement>(null);
	const texts = useRef<readonly string[]>(undefined);
	const isOpen = existing !== undefined;
	useEffect(() => (isOpen ? rememberFile() : undefined), [isOpen]);
	const state = useMemo(() => ({ existing, setExisting, texts, opener }), [existing]);
	return <ExistingContext value={state}>{children}</ExistingContext>;
}

/** The files that a person brought, and the way to change them. */
export function useExisting(): ExistingState {
	const state = useContext(ExistingContext);
	if (!state) throw new Error("useExisting needs an ExistingProvider around it.");
	return state;
}
