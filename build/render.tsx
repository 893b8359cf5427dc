import { renderToString } from "react-dom/server";
import { type CheckpointDraft, defaultDraft } from "../src/core/draft/draft.ts";
import { isObjectStore, type Store, storeNames, stores } from "../src/core/stores/stores.ts";
import { App } from "../src/page/App.tsx";
import { defaultStart } from "../src/page/start/start.ts";

/** The page as it opens with a store, as markup. */
export interface Frame {
	readonly store: Store;
	/** The schemes of URLs that name the store. */
	readonly schemes: readonly string[];
	/** Whether the page stands in another one. */
	readonly embedded: boolean;
	readonly markup: string;
}

/**
 * The page with the default draft, which the browser's React takes over, alone and in another page; and how it looks with
 * each other store.
 */
export function renderFrames(): readonly Frame[] {
	const render = (store: Store, embedded: boolean): Frame => {
		const draft: CheckpointDraft = { ...defaultDraft, store };
		const schemes = isObjectStore(store) ? stores[store].schemes : [];
		const markup = renderToString(<App start={{ ...defaultStart, draft }} embedded={embedded} />);
		return { store, schemes, embedded, markup };
	};
	const others = storeNames.filter((store) => store !== defaultDraft.store);
	return [
		render(defaultDraft.store, false),
		render(defaultDraft.store, true),
		...others.map((store) => render(store, false)),
	];
}
