import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { it } from "./advisor.ts";
import { expect } from "./test.ts";

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

const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
	"as it opens": async () => undefined,
	"with everything asked": async (page) => {
		await page.getByRole("radio", { name: "Something else" }).check();
		await page.getByRole("radio", { name: "Size and bandwidth" }).check();
		await page.getByText("What this assumes").click();
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
