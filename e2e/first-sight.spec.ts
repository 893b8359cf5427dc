import type { Page } from "@playwright/test";
import { isPart } from "./parts.ts";
import { Builder, expect, openWithoutCode, test } from "./test.ts";

const link = "#v=1&period=20m&store=s3&url=s3://bucket/ck&aws_region=eu-west-1&connect_timeout=30s";

/** Sums up the page's layout shifts from its start, and notes each period that a painted frame let a person see. */
async function watchFrames(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const seen = { shift: 0, periods: [] as string[] };
		Object.assign(window, { seen });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
		}).observe({ type: "layout-shift", buffered: true });
		const look = () => {
			const code = document.querySelector("pre code");
			const period = /period = (.*)/.exec(code?.textContent ?? "")?.[1];
			const visible = code?.checkVisibility({ visibilityProperty: true });
			if (visible && period && seen.periods.at(-1) !== period) seen.periods.push(period);
			requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
}

function seen(page: Page): Promise<{ shift: number; periods: string[] }> {
	return page.evaluate(() => (window as unknown as { seen: { shift: number; periods: string[] } }).seen);
}

async function boxes(page: Page): Promise<string[]> {
	return page.locator("#root :visible").evaluateAll((elements) =>
		elements.map((element) => {
			const { x, y, width, height } = element.getBoundingClientRect();
			return `${element.tagName} ${[x, y, width, height].map(Math.round)}`;
		}),
	);
}

test.describe("without scripts", () => {
	test.use({ javaScriptEnabled: false, watch: undefined });

	test("the default form and its files can be read, and look as they do with scripts", async ({ page, browser }) => {
		await page.goto("./");
		const builder = new Builder(page);
		await expect(builder.period).toHaveValue("10 mins");
		await expect(builder.radio("Checkpoint storage", "Shared filesystem")).toBeChecked();
		await expect(builder.file("scheduler.toml")).toContainText('period = "10 mins"');
		await expect(builder.file("worker.toml")).toContainText("/mnt/storage/polars/checkpoints");
		const note = page.getByText("Without JavaScript");
		await expect(note).toBeVisible();
		await note.evaluate((element) => element.remove());
		const context = await browser.newContext({ javaScriptEnabled: true });
		const scripted = await context.newPage();
		await scripted.goto(page.url());
		await expect(scripted.locator("html")).toHaveAttribute("data-start", "ready");
		expect(await boxes(page)).toEqual(await boxes(scripted));
		await context.close();
	});
});

test("React takes the page over without a shift", async ({ page }) => {
	await watchFrames(page);
	await page.goto("./");
	await expect(page.locator("html")).toHaveAttribute("data-start", "ready");
	await page.waitForLoadState("networkidle");
	expect(await seen(page)).toEqual({ shift: 0, periods: ['"10 mins"'] });
});

for (const [how, address] of [
	["alone", `./${link}`],
	["embedded", `./?embed${link}`],
] as const) {
	test(`a link opens without a shift, and without a flash of the default state: ${how}`, async ({ page }) => {
		await watchFrames(page);
		await page.goto(address);
		await expect(new Builder(page).period).toHaveValue("20m");
		await page.waitForLoadState("networkidle");
		expect(await seen(page)).toEqual({ shift: 0, periods: ['"20m"'] });
	});
}

test("nothing in sight moves where a link's files are higher than its form", async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 1400 });
	await watchFrames(page);
	await page.goto("./#v=1&period=20m&output=operator");
	await expect(page.getByText("Licences")).toBeVisible();
	await page.waitForLoadState("networkidle");
	const bottom = async (place: string) =>
		page.locator(place).evaluate((element) => element.getBoundingClientRect().bottom);
	expect(await bottom("form")).toBeLessThan(await bottom("main"));
	expect((await seen(page)).shift).toBe(0);
});

test("a reload shows what was typed, without a flash of the default state", async ({ page }) => {
	await watchFrames(page);
	await page.goto("./");
	await new Builder(page).period.fill("45m");
	await page.waitForURL(/45m/);
	await page.reload();
	await expect(new Builder(page).period).toHaveValue("45m");
	await page.waitForLoadState("networkidle");
	expect(await seen(page)).toEqual({ shift: 0, periods: ['"45m"'] });
});

test("a link that is pasted before the code is there is opened", async ({ page }) => {
	const come = await openWithoutCode(page);
	const builder = new Builder(page);
	await expect(builder.period).toHaveValue("10 mins");
	await page.evaluate((hash) => {
		location.hash = hash;
	}, link);
	come();
	await expect(builder.period).toHaveValue("20m");
	await expect(builder.field("Region")).toHaveValue("eu-west-1");
	await expect(builder.file("worker.toml")).toContainText("eu-west-1");
});

test("what is typed before the code is there is kept", async ({ page }) => {
	const come = await openWithoutCode(page);
	const builder = new Builder(page);
	await builder.period.fill("45 Mins");
	await builder.choose("Checkpoint storage", "S3");
	await builder.field("Shuffles are on shared storage").check();
	await page.getByText("Format", { exact: true }).click();
	await builder.field("Start with a schema line").check();
	come();
	await expect(builder.field("URL")).toBeVisible();
	await expect(builder.period).toHaveValue("45 Mins");
	await expect(page.getByRole("button", { name: "Use 45 mins" })).toBeVisible();
	await expect(builder.field("Shuffles are on shared storage")).toBeChecked();
	await expect(builder.file("scheduler.toml")).toContainText("45 Mins");
	await expect(builder.field("Start with a schema line")).toBeChecked();
	await expect(builder.file("worker.toml")).toContainText(
		`#:schema ${page.url().replace(/#.*/, "")}worker.schema.json`,
	);
});

test.describe("what is typed while React takes the page over is kept", () => {
	/** Stops React, which goes on from one message to itself to the next. @returns Lets it go on. */
	async function openHeld(page: Page, isTime: () => boolean, address = "./"): Promise<() => Promise<void>> {
		await page.addInitScript(`window.isTime = ${isTime}`);
		await page.addInitScript(() => {
			const post = MessagePort.prototype.postMessage;
			const held: (() => void)[] = [];
			MessagePort.prototype.postMessage = function (message: unknown) {
				const isHeld = (window as unknown as { isTime: () => boolean }).isTime();
				if (isHeld) held.push(() => post.call(this, message));
				else post.call(this, message);
				const goOn = () => {
					MessagePort.prototype.postMessage = post;
					for (const act of held) act();
				};
				Object.assign(window, { isHeld, goOn });
			};
		});
		await page.goto(address);
		await page.waitForFunction(() => (window as unknown as { isHeld?: boolean }).isHeld);
		return () => page.evaluate(() => (window as unknown as { goOn: () => void }).goOn());
	}

	async function isKept(builder: Builder): Promise<void> {
		await expect(builder.file("scheduler.toml")).toContainText('period = "45m"');
		await expect(builder.period).toHaveValue("45m");
		await expect(builder.field("Shuffles are on shared storage")).toBeChecked();
		await expect(builder.page.getByText("Checkpoints have no effect here").first()).toBeVisible();
	}

	// Nothing else on the page sends messages.
	const isBegun = () => true;
	const isDrawn = () => document.documentElement.dataset.start === "ready";

	for (const [when, isTime, address] of [
		["before it has drawn", isBegun, "./"],
		["before it has run what follows", isDrawn, "./"],
		["before it has run what follows, with a link", isDrawn, `./${link}`],
	] as const) {
		test(when, async ({ page }) => {
			const goOn = await openHeld(page, isTime, address);
			const builder = new Builder(page);
			await builder.period.fill("45m");
			await builder.field("Shuffles are on shared storage").click();
			await goOn();
			await isKept(builder);
		});
	}

	test("by a tool that tells nobody", async ({ page }) => {
		const goOn = await openHeld(page, isBegun);
		const builder = new Builder(page);
		await builder.period.evaluate((input: HTMLInputElement) => {
			input.value = "45m";
		});
		await goOn();
		await builder.field("Shuffles are on shared storage").click();
		await isKept(builder);
	});
});

for (const address of [`./${link}`, `./?embed${link}`]) {
	test(`a link shows its form's frame before the code is there, without values, and lets nobody type: ${address}`, async ({
		page,
	}) => {
		const come = await openWithoutCode(page, address);
		const builder = new Builder(page);
		const root = page.locator("#root");
		await expect(page.getByLabel("URL", { exact: true })).toBeVisible();
		await expect(root).toHaveAttribute("inert");
		await expect(page.locator("input[name=store]:checked")).toHaveValue("s3");
		await expect(page.locator("input[name=period]")).toHaveValue("");
		await expect(builder.file("scheduler.toml").locator("code")).toBeHidden();
		await expect(page.locator("h1")).toHaveCount(address.includes("embed") ? 0 : 1);
		const place = async () => (await page.getByLabel("URL", { exact: true }).boundingBox())?.y;
		const before = await place();
		come();
		await expect(builder.period).toHaveValue("20m");
		await expect(root).not.toHaveAttribute("inert");
		expect(await place()).toBe(before);
		await builder.period.fill("25m");
		await expect(builder.file("scheduler.toml")).toContainText("25m");
	});
}

for (const address of ["./?embed", "./?embed#v=1"]) {
	test(`an embed without a link shows the default files before the code is there: ${address}`, async ({ page }) => {
		const come = await openWithoutCode(page, address);
		const builder = new Builder(page);
		await expect(builder.file("scheduler.toml")).toContainText('period = "10 mins"');
		await expect(page.getByRole("heading", { name: "Polars Checkpoint Builder" })).toHaveCount(0);
		await builder.period.fill("45m");
		come();
		await expect(builder.file("scheduler.toml")).toContainText('period = "45m"');
	});
}

test.describe("a button that is pressed before the code is there", () => {
	test.use({ permissions: ["clipboard-read", "clipboard-write"] });

	test("shows that it is heard, and does its work once it can, and once", async ({ page }) => {
		const come = await openWithoutCode(page);
		const button = page.getByRole("button", { name: "Open existing file" });
		await button.click();
		await expect(button).toHaveAttribute("aria-busy", "true");
		come();
		await expect(page.getByRole("dialog")).toBeVisible();
		await page.keyboard.press("Escape");
		await expect(button).toHaveAttribute("aria-busy", "false");
	});

	test("copies the file", async ({ page }) => {
		const come = await openWithoutCode(page);
		await page.getByRole("button", { name: "Copy worker.toml" }).click();
		come();
		await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("[worker]");
	});
});

for (const address of ["./", `./${link}`]) {
	test(`a page whose code does not come says so, and offers it again: ${address}`, async ({ page, context }) => {
		const blocked = await context.newPage();
		await blocked.route(isPart("index"), (route) => route.abort());
		await blocked.goto(address);
		const alert = blocked.getByRole("alert");
		await expect(alert).toContainText("did not load whole");
		await expect(new Builder(blocked).period).toBeVisible();
		await blocked.unrouteAll();
		await alert.getByRole("button", { name: "Reload" }).click();
		await expect(blocked.locator("html")).toHaveAttribute("data-start", "ready");
		await expect(alert).toBeHidden();
		await blocked.close();
		await page.close();
	});
}

test("what a link needs is asked for before any of the page's code runs, and without a link it is not", async ({
	page,
}) => {
	const later = page.locator("link[rel=modulepreload]");
	let come = await openWithoutCode(page, `./${link}`);
	await expect(later).toHaveCount(1);
	come();
	await expect(page.locator("html")).toHaveAttribute("data-start", "ready");
	await page.goto("about:blank");
	come = await openWithoutCode(page);
	await expect(later).toHaveCount(0);
	come();
});
