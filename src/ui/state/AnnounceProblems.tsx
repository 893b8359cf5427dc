import { useEffect, useRef } from "react";
import { useAnnounce } from "../announce.tsx";
import { useInspection } from "./draft.tsx";

/** How long typing must rest before it is interrupted, in milliseconds. */
const rest = 900;

/** Lets assistive tools hear what is wrong with the field that is being typed in, once the typing rests. */
export function AnnounceProblems() {
	const announce = useAnnounce();
	const problems = useInspection((inspection) => inspection.problems);
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
	return null;
}
