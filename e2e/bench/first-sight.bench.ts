import { test } from "@playwright/test";
import { type Build, builds } from "./builds.ts";
import { findMedian, record } from "./figure.ts";
import { withSlowPage } from "./slow-page.ts";

const samples = 7;
/** How long a page is watched after it has loaded, in milliseconds: longer than anything that it puts off. */
const watched = 2500;
/** When the largest part of the page should be painted, and a press on it have its effect, in milliseconds. */
const aims = { lcp: 600, effect: 1200 };

const link = "v=1&period=20m&store=s3&url=s3://bucket/checkpoints&aws_region=eu-west-1&connect_timeout=30s";
/** Each with a store that it does not open with: who chooses it sees it in the files. */
const pages = [
	["default page", "./", "s3"],
	["with a link", `./#${link}`, "gcs"],
	["embedded", "./?embed", "s3"],
] as const;

interface Sight {
	lcp: number;
	shift: number;
	firstPaint: number;
	/** When the files showed a choice that is made again and again from the first sight on. */
	effect: number;
	readonly tasks: { readonly end: number; readonly duration: number }[];
}

declare global {
	interface Window {
		sight: Sight;
	}
}

for (const [name, address, store] of pages) {
	test(`the first sight, ${name}`, async ({ browser }) => {
		const sights = builds.map((): Sight[] => []);
		// In turns, so that what else the machine does is shared.
		for (let sample = 0; sample < samples; sample++) {
			for (const [index, { url }] of builds.entries()) {
				const look = (prepare: () => void) =>
					withSlowPage(
						browser,
						url,
						prepare,
						async (page) => {
							await page.goto(address);
							await page.waitForTimeout(watched);
							return page.evaluate(() => window.sight);
						},
						{ slowLine: true },
					);
				const sight = await look(watch);
				const { effect } = await look({ s3: chooseS3, gcs: chooseGcs }[store]);
				sights[index]?.push({ ...sight, effect });
			}
		}
		for (const [index, build] of builds.entries()) recordSights(sights[index] ?? [], build);
	});

	function recordSights(sights: readonly Sight[], build: Build): void {
		// A task that began before the first paint and went on after it keeps the person waiting all the same.
		const late = sights.map(({ firstPaint, tasks }) => tasks.filter(({ end }) => end > firstPaint));
		const durations = late.map((tasks) => Math.max(0, ...tasks.map(({ duration }) => duration)));
		record({ what: `LCP, ${name}`, value: findMedian(sights.map(({ lcp }) => lcp)), unit: "ms", aim: aims.lcp }, build);
		record(
			{
				what: `first effect of a press, ${name}`,
				value: findMedian(sights.map(({ effect }) => effect)),
				unit: "ms",
				aim: aims.effect,
			},
			build,
		);
		record(
			{ what: `layout shift, ${name}`, value: Math.max(...sights.map(({ shift }) => shift)), unit: "", aim: 0 },
			build,
		);
		record(
			{
				what: `tasks over 50 ms after first paint, ${name}`,
				value: findMedian(late.map(({ length }) => length)),
				unit: "",
				aim: 0,
				note: `longest ${findMedian(durations)} ms`,
			},
			build,
		);
	}
}

/** Runs in the page. */
function watch(): void {
	const sight: Sight = { lcp: 0, shift: 0, firstPaint: Number.POSITIVE_INFINITY, effect: Number.NaN, tasks: [] };
	window.sight = sight;
	const observe = (type: string, take: (entry: PerformanceEntry) => void) =>
		new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
	observe("largest-contentful-paint", ({ startTime }) => {
		sight.lcp = startTime;
	});
	observe("layout-shift", (entry) => {
		sight.shift += (entry as PerformanceEntry & { readonly value: number }).value;
	});
	observe("paint", ({ name, startTime }) => {
		if (name === "first-contentful-paint") sight.firstPaint = startTime;
	});
	observe("longtask", ({ startTime, duration }) => {
		sight.tasks.push({ end: startTime + duration, duration });
	});
}

/** Runs in the page. */
function chooseS3(): void {
	Object.assign(window, { sight: { effect: Number.NaN } });
	const press = setInterval(() => {
		document.querySelector<HTMLInputElement>("#root input[name=store][value=s3]")?.click();
		const files = [...document.querySelectorAll("pre code")].map(({ textContent }) => textContent).join("");
		if (!/\bs3\b/.test(files)) return;
		clearInterval(press);
		window.sight.effect = performance.now();
	}, 10);
}

/** Runs in the page. */
function chooseGcs(): void {
	Object.assign(window, { sight: { effect: Number.NaN } });
	const press = setInterval(() => {
		document.querySelector<HTMLInputElement>("#root input[name=store][value=gcs]")?.click();
		const files = [...document.querySelectorAll("pre code")].map(({ textContent }) => textContent).join("");
		if (!/\bgcs\b/.test(files)) return;
		clearInterval(press);
		window.sight.effect = performance.now();
	}, 10);
}
