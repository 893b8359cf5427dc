/**
 * Asks for the files of the judge, all at once: each is run in its turn, and none should be waited for by then. The
 * built page names them at its first script.
 */
export function preloadJudge(): void {
	const named = document.querySelector<HTMLScriptElement>("script[data-judge]");
	for (const file of named?.dataset.judge?.split(" ") ?? []) {
		const link = document.createElement("link");
		Object.assign(link, { rel: "modulepreload", crossOrigin: "", href: file });
		document.head.append(link);
	}
	named?.removeAttribute("data-judge");
}
