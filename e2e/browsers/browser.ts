export type Engine = "chromium" | "firefox" | "webkit";

/** A document that a browser shows: a page, or a frame within one. */
export interface View {
	/** The value of an expression, as JSON carries it. */
	evaluate(expression: string): Promise<unknown>;
	/** Clicks at the element that an expression gives, with a mouse as a person would. */
	click(expression: string): Promise<void>;
	/** The document in the frame that an expression gives. */
	frame(expression: string): View;
}

/** A tab of its own, which shares nothing with others. */
export interface Tab extends View {
	open(address: string): Promise<void>;
	reload(): Promise<void>;
	back(): Promise<void>;
	/** Types a text into what has the focus, key by key. */
	type(text: string): Promise<void>;
	/** Presses a key, with others held before it: `Shift+Tab`, `Control+a`. */
	press(keys: string): Promise<void>;
	/** Takes back what was typed last, with the browser's own Undo. */
	undo(): Promise<void>;
	/** Writes a PNG of what is in sight. */
	takePicture(path: string): Promise<void>;
	/** Errors and warnings that the browser has logged, as far as its driver hears of them. */
	readonly logged: readonly string[];
	close(): Promise<void>;
}

export interface TabOptions {
	/** What the person prefers. */
	readonly scheme?: "light" | "dark";
	/** Folder that takes downloads, under the names that the page gives them. */
	readonly downloads: string;
}

/** The size of a tab's content in CSS pixels, as far as the browser's own bars leave it. */
export const viewport = { width: 1280, height: 900 } as const;

/** A browser that can be driven. */
export interface Browser {
	/** Its name and version, and the driver's. */
	readonly title: string;
	openTab(options: TabOptions): Promise<Tab>;
	close(): Promise<void>;
}
