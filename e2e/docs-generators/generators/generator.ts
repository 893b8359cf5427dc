import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import type { DocsGeneratorName } from "../../../src/page/share/generator.ts";

/** What a site is made of, besides the generator's own files. */
export interface SiteParts {
	/** Address of the site. */
	readonly origin: string;
	/** The lines for the site's configuration. */
	readonly config: string;
	/** The lines for a page. */
	readonly elements: {
		readonly s3: string;
		readonly gcs: string;
		readonly file: string;
		readonly link: string;
	};
}

/** A documentation generator as the proof uses it. */
export interface ProvenGenerator {
	/** Whose lines of the embed's dialog are used. */
	readonly name: DocsGeneratorName;
	/** What tells it from the others in the report. */
	readonly title: string;
	/** Whether a link to another of its pages leaves the document as it is. */
	readonly isInstant: boolean;
	/** The files of a site with the pages of {@link pageTexts}. */
	readonly write: (parts: SiteParts) => Readonly<Record<string, string>>;
	/** The commands that build the site in its folder, and where in it the pages are then. */
	readonly commands: readonly (readonly [string, ...string[]])[];
	readonly built: string;
	/** What its own pages need of a content policy, besides its files and the hashes of what stands in its pages. */
	readonly policy?: Readonly<Record<string, readonly string[]>>;
	/** Chooses a theme by the site's switch. */
	readonly switchTheme: (page: Page, theme: "light" | "dark") => Promise<void>;
	readonly paths: {
		/** The page with several embeds. */
		readonly several: string;
		/** A page from right to left, where the generator knows such. */
		readonly arabic?: string;
	};
	/** Its search, where it has one that needs no other server: types words, and gives the first page that has them. */
	readonly search?: (page: Page, words: string) => Promise<Locator>;
}

/** A command of a generator that is installed beside the proof. */
export function findProgram(name: string): string {
	return join(import.meta.dirname, "../node_modules/.bin", name);
}

const paragraph = "A checkpoint keeps what a query has done so far, so that it need not begin anew.";

/** What stands in the pages, whatever they are made with. */
export const pageTexts = {
	index: `${paragraph} After an interruption, a worker goes on from there.`,
	after: "What comes after.",
	long: Array.from({ length: 60 }, () => paragraph).join("\n\n"),
	other: "A retention rule removes old ones.",
	arabic: "تحفظ نقطة الحفظ ما أنجزه الاستعلام حتى الآن.",
} as const;

/** The words that a search finds one page by. */
export const searchWords = { index: "interruption", other: "retention" } as const;

/** The pages in Markdown, given how each begins and the addresses of two as links write them. */
export function writeMarkdown(
	{ s3, gcs, file, link }: SiteParts["elements"],
	writeTitle: (title: string) => string,
	links: { readonly index: string; readonly other: string },
): Readonly<Record<"index" | "other" | "several" | "arabic", string>> {
	const { index, after, long, other, arabic } = pageTexts;
	const write = (title: string, ...blocks: readonly string[]) => `${writeTitle(title)}\n\n${blocks.join("\n\n")}\n`;
	return {
		index: write("Checkpoints", `${index} [Another page](${links.other}).`, s3, after, "## Below", long),
		other: write("Another page", `${other} [Back](${links.index})`),
		several: write("Several", after, s3, after, gcs, after, file, after, link, after),
		arabic: write("نقاط الحفظ", arabic, s3, arabic),
	};
}
