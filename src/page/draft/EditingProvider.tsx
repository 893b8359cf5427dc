import { createContext, type ReactNode, useContext } from "react";
import type { Editing } from "./editing.ts";
import type { EditingSteps } from "./use-editing-state.ts";

const EditingContext = createContext<Editing | undefined>(undefined);
const StepsContext = createContext<EditingSteps | undefined>(undefined);

interface EditingProviderProps {
	readonly state: readonly [Editing, EditingSteps];
	readonly children: ReactNode;
}

/** Tells all parts of the page how far whoever fills in the form has come. */
export function EditingProvider({ state: [editing, steps], children }: EditingProviderProps) {
	return (
		<StepsContext value={steps}>
			<EditingContext value={editing}>{children}</EditingContext>
		</StepsContext>
	);
}

/** How far whoever fills in the form has come. */
export function useEditing(): Editing {
	const editing = useContext(EditingContext);
	if (!editing) throw new Error("useEditing needs an EditingProvider around it.");
	return editing;
}

/** What there is to tell of somebody who fills in the form. It is always the same. */
export function useEditingSteps(): EditingSteps {
	const steps = useContext(StepsContext);
	if (!steps) throw new Error("useEditingSteps needs an EditingProvider around it.");
	return steps;
}
