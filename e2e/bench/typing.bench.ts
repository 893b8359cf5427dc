import { expect, test } from "@playwright/test";
import { hasField } from "../../src/core/draft/credentials.ts";
import { listOptions } from "../../src/core/object-store/option.ts";
import type { OptionType } from "../../src/core/stores/store.ts";
import { builds } from "./builds.ts";
import { findMedian, record } from "./figure.ts";
import { withSlowPage } from "./slow-page.ts";

const keys = 200;
/** Between two keys, in milliseconds: a fast typist's. */
const pace = 70;

/** What is typed after what stands there, and taken away again: on the way the texts are right and wrong. */
const fields = [
	["period", "period", "30s500ms"],
	["S3 URL", "s3.url", "/team-a/run-2024?x"],
	["an option's value", "option", "15ms20us"],
] as const;

const values: Readonly<Record<Exclude<OptionType, object>, string>> = {
	string: "value",
	boolean: "true",
	integer: "16",
	duration: "30s",
	url: "https://host.example",
	path: "/etc/polars/file",
	json: "{}",
};

const options = listOptions("s3")
	.filter(({ key, secret }) => !secret && !hasField("s3", "environment", key))
	.slice(-30)
	.map(({ key, type }) => `${key}=${typeof type === "object" ? type.oneOf[0] : values[type]}`);
const optionIndex = options.findIndex((option) => option.startsWith("connect_timeout="));
const link = `./#v=1&period=10m&store=s3&credentials=environment&url=s3://bucket/checkpoints&aws_region=eu-west-1&${options.join("&")}`;

/** What became of one key, in milliseconds. */
interface Stroke {
	/** When the browser had the key, the page's first listener heard it, and the file's text had changed. */
	readonly pressed: number;
	readonly heard: number;
	shown: number;
	/** Whether the text had changed when the next frame was drawn. */
	inNextFrame: boolean | undefined;
}

interface Typing {
	readonly strokes: Stroke[];
	/** From a key to the frame that answered it, to 8 ms, as the browser itself tells; keys under 16 ms are left out. */
	readonly frames: number[];
}

declare global {
	interface Window {
		typing: Typing;
	}
}

for (const [[name, field, text], build] of fields.flatMap((field) => builds.map((build) => [field, build] as const))) {
	test(`typing, ${name}${build.isOther ? ", beside" : ""}`, async ({ browser }) => {
		const { strokes, frames } = await withSlowPage(browser, build.url, watch, async (page) => {
			await page.goto(link);
			expect(options).toHaveLength(30);
			await expect(page.getByRole("button", { name: "Remove option" })).toHaveCount(options.length);
			const input = page.locator(`[name="${field === "option" ? `s3.options.${optionIndex}.value` : field}"]`);
			await input.click();
			await page.keyboard.press("End");
			// The judge and the marks are there by then, as they are after a person's first key.
			for (const key of ["0", "Backspace"]) await page.keyboard.press(key, { delay: 500 });
			await page.evaluate(() => {
				window.typing.strokes.length = 0;
				window.typing.frames.length = 0;
			});
			for (let typed = 0; typed < keys; typed++) {
				const at = typed % (2 * text.length);
				await page.keyboard.press(at < text.length ? (text[at] ?? "") : "Backspace");
				await page.waitForTimeout(pace);
			}
			return page.evaluate(() => window.typing);
		});
		const missing = strokes.filter(({ shown }) => Number.isNaN(shown)).length;
		expect([strokes.length, missing], "each key must change the file").toEqual([keys, 0]);
		const times = strokes.map(({ heard, shown }) => shown - heard);
		const fromPress = strokes.map(({ pressed, shown }) => shown - pressed);
		record(
			{
				what: `key to TOML, ${name}, median of ${keys}`,
				value: findMedian(times),
				unit: "ms",
				aim: 8,
				note: `${findMedian(fromPress).toFixed(1)} ms with the browser's share`,
			},
			build,
		);
		record(
			{
				what: `key to TOML, ${name}, worst`,
				value: Math.max(...times),
				unit: "ms",
				aim: 16,
				note: `${Math.max(...fromPress).toFixed(1)} ms with the browser's share`,
			},
			build,
		);
		record(
			{
				what: `keys that the next frame did not show, ${name}`,
				value: strokes.filter(({ inNextFrame }) => !inNextFrame).length,
				unit: "",
				aim: 0,
				note: `${frames.length} frames over 16 ms, worst ${Math.max(0, ...frames)} ms`,
			},
			build,
		);
	});
}

/** Runs in the page. */
function watch(): void {
	const typing: Typing = { strokes: [], frames: [] };
	window.typing = typing;
	let open: Stroke | undefined;
	addEventListener(
		"keydown",
		(event) => {
			const stroke: Stroke = {
				pressed: event.timeStamp,
				heard: performance.now(),
				shown: Number.NaN,
				inNextFrame: undefined,
			};
			open = stroke;
			typing.strokes.push(stroke);
			requestAnimationFrame(() => {
				stroke.inNextFrame = !Number.isNaN(stroke.shown);
			});
		},
		{ capture: true },
	);
	const files = () => [...document.querySelectorAll("pre > code")].map((code) => code.textContent).join("");
	new MutationObserver(() => {
		const now = performance.now();
		const input = document.activeElement;
		// The marks of the last change come late and are no answer: the text is.
		if (open && input instanceof HTMLInputElement && files().includes(`= "${input.value}"`)) {
			open.shown = now;
			open = undefined;
		}
	}).observe(document, { subtree: true, childList: true, characterData: true });
	new PerformanceObserver((list) => {
		for (const { name, duration } of list.getEntries()) if (name === "keydown") typing.frames.push(duration);
	}).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
}
