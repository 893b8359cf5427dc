import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./test.ts";

/** The help with the period, as a person finds their way in it. */
class Advisor {
	readonly page: Page;
	readonly opener: Locator;
	readonly panel: Locator;
	readonly slider: Locator;
	readonly timeline: Locator;

	constructor(page: Page) {
		this.page = page;
		this.opener = page.getByRole("button", { name: "Help me choose" });
		this.panel = page.getByRole("region", { name: "Help with the period" });
		this.slider = this.panel.getByRole("slider", { name: "Period on the curve" });
		this.timeline = this.panel.getByRole("img");
	}

	async open(): Promise<void> {
		await this.opener.click();
		await expect(this.slider).toBeVisible();
	}

	use(period: string): Locator {
		return this.panel.getByRole("button", { name: `Use ${period}`, exact: true });
	}

	/** A row of the table: its title, then what the advice, the present choice and no checkpoints come to. */
	row(title: string): Locator {
		return this.panel.getByRole("row", { name: title });
	}

	/** Where the handle is on the page. */
	async knob(): Promise<{ x: number; y: number }> {
		const box = await this.slider.locator("circle").last().boundingBox();
		if (!box) throw new Error("The handle is not there.");
		return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	}
}

const it = test.extend<{ advisor: Advisor }>({
	advisor: [
		async ({ builder, page }, use) => {
			await expect(builder.period).toBeVisible();
			const advisor = new Advisor(page);
			await advisor.open();
			await use(advisor);
		},
		{ auto: true },
	],
});

test("its code is fetched when it is opened, not before", async ({ builder, page }) => {
	const scripts: string[] = [];
	page.on("request", (request) => scripts.push(request.url()));
	await builder.period.fill("20m");
	expect(await builder.description(builder.period)).toContain("PT20M");
	const advisor = new Advisor(page);
	await expect(advisor.opener).toHaveAttribute("aria-expanded", "false");
	expect(scripts.filter((url) => url.includes("AdvisorPanel"))).toEqual([]);
	await advisor.open();
	await expect(advisor.opener).toHaveAttribute("aria-expanded", "true");
	expect(scripts.filter((url) => /AdvisorPanel.*\.js$/.test(url))).toHaveLength(1);
	await advisor.opener.click();
	await expect(advisor.panel).toHaveCount(0);
});

it.describe("the inputs", () => {
	it("every one has a sensible default and says so", async ({ advisor, builder }) => {
		const defaults = {
			Workers: "8",
			"Query length": "4h",
			"Checkpoint time": "1m",
			"Stage length": "5m",
			"Restart time": "5m",
		};
		for (const [name, value] of Object.entries(defaults)) {
			await expect(builder.field(name)).toHaveValue(value);
			expect(await builder.description(builder.field(name))).toContain(`Default ${value}: `);
		}
		await expect(builder.radio("Workers run on", "Spot instances")).toBeChecked();
		await expect(advisor.panel.getByText("A worker lasts 10 days on average (the default).")).toBeVisible();
		await builder.choose("Checkpoint cost", "Size and bandwidth");
		await builder.choose("Workers run on", "Something else");
		for (const [name, value] of [
			["Intermediate data", "60 GB"],
			["Write bandwidth", "1 GB/s"],
			["Time between failures", "10 days"],
		] as const) {
			await expect(builder.field(name)).toHaveValue(value);
			expect(await builder.description(builder.field(name))).toContain(`Default ${value}: `);
		}
		// Two ways to say the same give the same advice.
		await expect(advisor.use("1h")).toBeVisible();
	});

	for (const [choice, lasts, advice] of [
		["Spot instances", "10 days", "1h 30m"],
		["On-demand machines", "90 days", "4h"],
		["Own hardware", "180 days", "6h"],
	] as const) {
		it(`everyday failure rates: ${choice}`, async ({ advisor, builder }) => {
			await builder.fill({ "Query length": "2 days", Workers: "4" });
			await builder.choose("Workers run on", choice);
			await expect(advisor.panel.getByText(`A worker lasts ${lasts} on average`)).toBeVisible();
			await expect(advisor.use(advice)).toBeVisible();
		});
	}

	it("a failure rate of one's own, and a checkpoint's size at a bandwidth", async ({ advisor, builder }) => {
		await builder.choose("Workers run on", "Something else");
		await builder.fill({ "Time between failures": "12 hours" });
		await expect(advisor.use("12m")).toBeVisible();
		await builder.choose("Checkpoint cost", "Size and bandwidth");
		await expect(builder.field("Checkpoint time")).toHaveCount(0);
		await builder.fill({ "Intermediate data": "1.2 TB", "Write bandwidth": "80 Gbit/s" });
		await expect(advisor.use("20m")).toBeVisible();
	});

	it("a wrong one is marked, mended with one click, and no stale advice stands meanwhile", async ({
		advisor,
		builder,
		page,
	}) => {
		await builder.field("Stage length").fill("10");
		await expect(builder.field("Stage length")).toHaveAttribute("aria-invalid", "true");
		expect(await builder.description(builder.field("Stage length"))).toContain("Expected a unit");
		await expect(advisor.panel.getByText("No advice yet: it needs Stage length.")).toBeVisible();
		await expect(advisor.use("1h")).toBeHidden();
		await expect(advisor.slider).toBeHidden();
		await expect(advisor.panel.getByText("3.2%").first()).toBeHidden();
		await page.getByRole("button", { name: "Use 10m", exact: true }).click();
		await expect(builder.field("Stage length")).toHaveValue("10m");
		await expect(advisor.use("1h")).toBeVisible();
		await expect(advisor.panel.getByText("No advice yet")).toHaveCount(0);
	});

	it("more than one may be missing, and what may mean two things is asked for", async ({ advisor, builder, page }) => {
		await builder.choose("Checkpoint cost", "Size and bandwidth");
		await builder.fill({ Workers: "", "Write bandwidth": "1 Gb/s" });
		await expect(advisor.panel.getByText("No advice yet: it needs Workers and Write bandwidth.")).toBeVisible();
		expect(await builder.description(builder.field("Workers"))).toContain("Enter a number, for example 8.");
		await page.getByRole("button", { name: "Use 1 Gbit/s" }).click();
		await builder.fill({ Workers: "1,000" });
		await expect(advisor.panel.getByRole("button", { name: /^Use \d/ })).toBeVisible();
	});

	it("nothing moves while one is wrong", async ({ advisor, builder }) => {
		const place = async () => {
			const [field, panel] = [await builder.field("Restart time").boundingBox(), await advisor.panel.boundingBox()];
			return [(field?.y ?? 0) - (panel?.y ?? 0), panel?.height];
		};
		const before = await place();
		for (const text of ["", "x", "8 workers", "0"]) {
			await builder.fill({ Workers: text });
			await expect(advisor.panel.getByText("No advice yet")).toBeVisible();
			expect(await place()).toEqual(before);
		}
	});

	it("an error that appears while typing is announced, and so is new advice", async ({ builder, page }) => {
		const live = page.locator("[aria-live=polite]");
		await builder.field("Stage length").fill("5 Minutes");
		await expect(live).toContainText("“Minutes”");
		await builder.field("Stage length").fill("5m");
		await builder.field("Workers").fill("100");
		await expect(live).toHaveText("Checkpoints pay. A period of 12m cuts the time lost from 62.5% to 14.0%.");
	});

	it("none of them reaches the files", async ({ builder }) => {
		const before = [await builder.text("scheduler.toml"), await builder.text("worker.toml")];
		await builder.fill({ Workers: "77", "Stage length": "wrong" });
		expect([await builder.text("scheduler.toml"), await builder.text("worker.toml")]).toEqual(before);
		await expect(builder.downloadAll).toBeEnabled();
	});
});

it.describe("the advice", () => {
	it("is one sentence, and is put into the field as a person would write it", async ({ advisor, builder }) => {
		await expect(advisor.panel).toContainText("Checkpoints pay. A period of 1h cuts the time lost from 6.8% to 3.2%.");
		await expect(advisor.use("1h")).toHaveAttribute("aria-pressed", "false");
		await advisor.use("1h").click();
		await expect(builder.period).toHaveValue("1h");
		await expect(advisor.use("1h")).toHaveAttribute("aria-pressed", "true");
		expect(await builder.toml("scheduler.toml")).toMatchObject({ scheduler: { checkpoint: { period: "1h" } } });
		// It is a help, not a gate.
		await builder.period.fill("7m");
		await expect(advisor.use("1h")).toHaveAttribute("aria-pressed", "false");
		expect(await builder.toml("scheduler.toml")).toMatchObject({ scheduler: { checkpoint: { period: "7m" } } });
	});

	it("stands beside what it, the present choice and no checkpoints cost", async ({ advisor, builder }) => {
		await expect(advisor.row("Advice")).toHaveText("Advice 1hChosen 10mWithout");
		await expect(advisor.row("Lost to checkpoints")).toHaveText("Lost to checkpoints1.2%8.7%0%");
		await expect(advisor.row("Lost to repeated")).toHaveText("Lost to repeated work2.0%0.6%6.8%");
		await expect(advisor.row("Lost in all")).toHaveText("Lost in all3.2%9.3%6.8%");
		await expect(advisor.row("Query takes")).toHaveText("Query takes4h 8m4h 25m4h 17m");
		// A checkpoint waits for the end of a stage, here of 5 minutes.
		await builder.period.fill("12m");
		await expect(advisor.row("Checkpoint every")).toHaveText("Checkpoint every1h15mnever");
	});

	it("names what the formulas of Young and Daly give, and its assumptions", async ({ advisor }) => {
		await expect(advisor.panel.getByText("for an endless query")).toContainText(
			"1h after Young, 59m 20s after Daly. Polars rounds a period up to whole stages of 5m",
		);
		const assumption = advisor.panel.getByText("Workers fail independently");
		await expect(assumption).toBeHidden();
		await advisor.panel.getByText("What this takes for granted").click();
		await expect(assumption).toBeVisible();
	});

	for (const [name, values, sentence] of [
		["pays not", { "Query length": "30m" }, "Checkpoints don’t pay. A period of 1h makes none in this query"],
		["saves too little to tell", { "Query length": "100m" }, "Checkpoints hardly matter. With a period of 50m, 2.6%"],
		["does not suffice", { Workers: "20000" }, "Checkpoints are not enough. Even with a period of 2m, >99.9%"],
	] as const) {
		it(`says so where checkpointing ${name}`, async ({ advisor, builder }) => {
			await builder.fill(values);
			await expect(advisor.panel).toContainText(sentence);
		});
	}

	it("says so where shuffles on shared storage leave nothing to gain", async ({ advisor, builder }) => {
		await builder.choose("Shuffle storage", "Shared storage");
		await expect(advisor.panel).toContainText("no period changes anything");
	});

	it("shows nothing that is no number, however extreme the inputs", async ({ advisor, builder }) => {
		for (const values of [
			{ Workers: "100000", "Query length": "30 days", "Stage length": "1ms" },
			{ "Checkpoint time": "0s", "Restart time": "0s" },
			{ Workers: "1", "Query length": "1s", "Restart time": "24h" },
			{ "Stage length": "30 days", "Checkpoint time": "24h" },
		]) {
			await builder.fill(values);
			for (const period of ["0s", "1ms", "10m", "5000000000000000h", "x"]) {
				await builder.period.fill(period);
				await expect(advisor.slider).toBeVisible();
				const shown = await advisor.panel.evaluate((panel) => panel.outerHTML);
				expect(shown).not.toMatch(/NaN|Infinity|undefined/);
			}
		}
	});
});

it.describe("the plot", () => {
	it("shows lost time over the period, the optimum, and says so in words", async ({ advisor }) => {
		const figure = advisor.panel.getByRole("figure").filter({ hasText: "Time lost by period" });
		await expect(figure).toContainText("Least: 1h, 3.2%");
		await expect(figure).toContainText("Without checkpoints: 6.8%");
		await expect(figure.getByText("Lost time falls")).toContainText(
			"Lost time falls from 16.7% at 1m to 3.2% at 1h, and rises to 6.8% from 3h 55m on, where no checkpoint is made.",
		);
		const ticks = await figure.locator("text").allTextContents();
		expect(ticks).toEqual(expect.arrayContaining(["1m", "10m", "1h", "3h", "0%", "5%", "15%"]));
	});

	it("its handle is moved with the keys, and sets the field", async ({ advisor, builder, page }) => {
		await advisor.slider.focus();
		for (const [key, period] of [
			["ArrowRight", "12m"],
			["ArrowUp", "15m"],
			["ArrowLeft", "12m"],
			["ArrowDown", "10m"],
			["PageUp", "25m"],
			["PageDown", "10m"],
			["End", "8h"],
			["ArrowRight", "8h"],
			["Home", "1m"],
			["ArrowLeft", "1m"],
			["ArrowRight", "1m 30s"],
		] as const) {
			await page.keyboard.press(key);
			await expect(builder.period).toHaveValue(period);
			await expect(advisor.slider).toHaveAttribute("aria-valuetext", new RegExp(`^${period}, [\\d.]+% lost$`));
		}
		expect(await builder.toml("scheduler.toml")).toMatchObject({ scheduler: { checkpoint: { period: "1m 30s" } } });
		await expect(advisor.slider).toBeFocused();
	});

	it("typing in the field moves the handle", async ({ advisor, builder }) => {
		const before = await advisor.knob();
		await builder.period.fill("PT2H");
		await expect(advisor.slider).toHaveAttribute("aria-valuetext", /^2h, /);
		expect((await advisor.knob()).x).toBeGreaterThan(before.x + 50);
		await builder.period.fill("2 Hours");
		await expect(advisor.slider).toHaveAttribute("aria-valuetext", "No period set; the advice is 1h, 3.2% lost");
		await builder.period.fill("5s");
		await expect(advisor.slider).toHaveAttribute("aria-valuenow", "5");
		await expect(advisor.slider).toHaveAttribute("aria-valuemin", "5");
	});

	it("its handle is dragged, and nothing is said at each move", async ({ advisor, builder, page }) => {
		const { x, y } = await advisor.knob();
		await page.mouse.move(x, y);
		await page.mouse.down();
		const seen = new Set<string>();
		for (let step = 0; step <= 30; step++) {
			await page.mouse.move(x + 6 * step, y + 20);
			seen.add(await builder.period.inputValue());
		}
		await page.mouse.up();
		expect(seen.size).toBeGreaterThan(6);
		const dragged = await builder.period.inputValue();
		expect(dragged).toMatch(/^\d+h( \d+m)?$/);
		await page.mouse.move(x, y);
		await expect(builder.period).toHaveValue(dragged);
		await page.waitForTimeout(1200);
		await expect(page.locator("[aria-live=polite]")).toHaveText("");
	});

	it("its optimum is where dragging loses the least", async ({ advisor, builder }) => {
		const shares: [string, number][] = [];
		await advisor.slider.press("Home");
		for (;;) {
			const [, period = "", share = ""] =
				/^(.+), ([\d.]+)% lost$/.exec((await advisor.slider.getAttribute("aria-valuetext")) ?? "") ?? [];
			if (shares.at(-1)?.[0] === period) break;
			shares.push([period, Number(share)]);
			await advisor.slider.press("ArrowRight");
		}
		const least = Math.min(...shares.map(([, share]) => share));
		expect(least).toBe(3.2);
		expect(new Map(shares).get("1h")).toBe(least);
		await expect(builder.period).toHaveValue("8h");
	});
});

it.describe("with a finger", () => {
	it.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

	it("the handle is dragged sideways, a tap sets it, and scrolling past leaves it alone", async ({
		advisor,
		builder,
		page,
	}) => {
		await advisor.slider.scrollIntoViewIfNeeded();
		const touch = await page.context().newCDPSession(page);
		const send = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
			touch.send("Input.dispatchTouchEvent", { type, touchPoints: points });
		const swipe = async (from: { x: number; y: number }, dx: number, dy: number) => {
			await send("touchStart", [from]);
			for (let step = 1; step <= 10; step++) {
				await send("touchMove", [{ x: from.x + (dx * step) / 10, y: from.y + (dy * step) / 10 }]);
			}
			await send("touchEnd", []);
		};
		await swipe(await advisor.knob(), 80, 4);
		const dragged = await builder.period.inputValue();
		expect(dragged).toMatch(/h/);
		const { x, y } = await advisor.knob();
		await swipe({ x: x - 60, y }, 2, -150);
		await expect(builder.period).toHaveValue(dragged);
		await advisor.slider.scrollIntoViewIfNeeded();
		const now = await advisor.knob();
		await page.touchscreen.tap(now.x - 60, now.y);
		await expect(builder.period).not.toHaveValue(dragged);
	});
});

it("the timeline shows a failure with the period and without, and says what it shows", async ({ advisor, builder }) => {
	await expect(advisor.timeline).toHaveAccessibleName(
		"48 stages of 5m with one failure. With 10m: 23 checkpoints, failure after 2h 39m, 5m of work repeated, done after 4h 33m. Without checkpoints: failure after 2h 25m, 2h 25m of work repeated, done after 6h 30m.",
	);
	await builder.period.fill("1h");
	await expect(advisor.timeline).toHaveAccessibleName(/With 1h: 3 checkpoints, .* 30m of work repeated/);
	await expect(advisor.panel).toContainText(
		"A failure repeats 30m of work with a period of 1h, and 2h 30m without checkpoints.",
	);
	await builder.period.fill("");
	await expect(advisor.panel.getByText("Advice: 1h")).toBeVisible();
});

it.describe("leaving and coming back", () => {
	it("the inputs travel in the link, the defaults don't", async ({ advisor, builder, page, context }) => {
		await builder.choose("Workers run on", "Something else");
		await builder.fill({ Workers: "32", "Time between failures": "3 days" });
		await expect.poll(() => page.url()).toContain("workers=32&failures=custom&worker_mtbf=3+days");
		expect(page.url()).not.toContain("stage_length");
		await expect(advisor.use("12m")).toBeVisible();
		const other = await context.newPage();
		await other.goto(page.url());
		const opened = new Advisor(other);
		// What was sent is in sight.
		await expect(opened.use("12m")).toBeVisible();
		await expect(other.getByLabel("Time between failures", { exact: true })).toHaveValue("3 days");
	});

	it("a reload keeps them", async ({ builder, page }) => {
		await builder.fill({ "Stage length": "20m" });
		await page.reload();
		await expect(builder.field("Stage length")).toHaveValue("20m");
	});
});

const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
	"as it opens": async () => undefined,
	"with everything asked": async (page) => {
		await page.getByRole("radio", { name: "Something else" }).check();
		await page.getByRole("radio", { name: "Size and bandwidth" }).check();
		await page.getByText("What this takes for granted").click();
	},
	"with wrong inputs": async (page) => {
		await page.getByLabel("Workers", { exact: true }).fill("eight");
		await expect(page.getByText("No advice yet")).toBeVisible();
	},
	"with the advice taken": async (page) => {
		await page.getByRole("button", { name: "Use 1h", exact: true }).click();
	},
};

for (const colorScheme of ["light", "dark"] as const) {
	it.describe(`${colorScheme} theme`, () => {
		it.use({ colorScheme });
		for (const [state, reach] of Object.entries(states)) {
			it(`is accessible ${state}`, async ({ advisor, page }) => {
				await expect(advisor.panel).toBeVisible();
				await reach(page);
				const { violations } = await new AxeBuilder({ page })
					.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
					.analyze();
				expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
			});
		}
	});
}

for (const width of [320, 360, 768, 1280]) {
	it(`nothing scrolls sideways or is cut off at ${width} px`, async ({ advisor, builder, page }) => {
		await page.setViewportSize({ width, height: 800 });
		await builder.choose("Workers run on", "Something else");
		await builder.choose("Checkpoint cost", "Size and bandwidth");
		for (const period of ["10m", "333h 20m", "5000000000000000h"]) {
			await builder.period.fill(period);
			await expect(advisor.slider).toBeVisible();
			const outside = await advisor.panel.evaluate((panel) => {
				const { left, right } = panel.getBoundingClientRect();
				return [...panel.querySelectorAll("*")].filter((element) => {
					const box = element.getBoundingClientRect();
					return box.width > 0 && (box.left < left - 0.5 || box.right > right + 0.5);
				}).length;
			});
			expect(outside).toBe(0);
			const [scroll, client] = await page.evaluate(() => [
				document.documentElement.scrollWidth,
				document.documentElement.clientWidth,
			]);
			expect(scroll).toBeLessThanOrEqual(client ?? 0);
		}
	});
}

it("labels of the pictures don't overlap at 360 px", async ({ advisor, builder, page }) => {
	await page.setViewportSize({ width: 360, height: 800 });
	for (const period of ["10m", "1h 30m", "48h"]) {
		await builder.period.fill(period);
		await expect(advisor.slider).toHaveAttribute("aria-valuetext", new RegExp(`^${period}`));
		const overlaps = await advisor.panel.evaluate((panel) => {
			const boxes = [...panel.querySelectorAll("figure text")]
				.filter((text) => !text.closest("[role=slider]"))
				.map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
			return boxes.flatMap(({ text, box }, index) =>
				boxes
					.slice(index + 1)
					.filter(
						({ box: other }) =>
							box.left < other.right &&
							other.left < box.right &&
							box.top + 2 < other.bottom &&
							other.top + 2 < box.bottom,
					)
					.map((other) => `${text} / ${other.text}`),
			);
		});
		expect(overlaps).toEqual([]);
	}
});

it("forced colours keep the pictures in the person's own colours", async ({ advisor, page }) => {
	await page.emulateMedia({ forcedColors: "active" });
	const colors = await advisor.panel.evaluate((panel) => {
		const probe = document.createElement("span");
		panel.append(probe);
		const ofSystem = (color: string) => {
			probe.style.color = color;
			return getComputedStyle(probe).color;
		};
		const allowed = ["Canvas", "CanvasText", "Highlight"].map(ofSystem);
		probe.remove();
		return [...panel.querySelectorAll("figure :is(path, rect, circle, line, text)")].flatMap((shape) => {
			const { fill, stroke } = getComputedStyle(shape);
			return [fill, stroke].filter((color) => color.startsWith("rgb(") && !allowed.includes(color));
		});
	});
	expect(colors).toEqual([]);
});
