import type { TabOptions } from "./browser.ts";
import type { Page } from "./page.ts";
import type { Sites } from "./site.ts";

/** What a journey has to begin with. */
export interface Visit {
	readonly sites: Sites;
	/** Opens an address in a tab of its own. */
	open(address: string, scheme?: TabOptions["scheme"]): Promise<Page>;
	/** The bytes of a download, once it is there. */
	readDownload(name: string): Promise<Buffer>;
	/** Leaves a picture of a page. */
	takePicture(page: Page, name: string): Promise<void>;
}

export type Journey = (visit: Visit) => Promise<void>;
