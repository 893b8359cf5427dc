import { useEffect, useRef } from "react";
import { useAnnounce } from "../announce.tsx";
import { useInspection } from "./InspectionProvider.tsx";
import type { Inspection } from "./inspection.ts";

/** How long typing must rest before it is interrupted, in milliseconds. */
export const rest = 900;

/** Lets assistive tools hear what is wrong with the field that is being typed in, once the typing rests. */
export function AnnounceProblems() {
	useAnnounceProblems(useInspection().problems);
	return null;
}

/** Announces the problem of the field that is being typed in, out of problems by the names of their fields. */
export function useAnnounceProblems(problems: Inspection["problems"]): void {
	const announce = useAnnounce();
	const said = useRef<string>("");
	useEffect(() => {
		const timer = setTimeout(() => {
			const field = document.activeElement?.getAttribute("name") ?? "";
			const message = problems.get(field)?.[0]?.message ?? "";
			if (message !== "" && message !== said.current) announce(message);
			said.current = message;
		}, rest);
		return () => clearTimeout(timer);
	}, [problems, announce]);
}
