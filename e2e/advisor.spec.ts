import { Advisor, it } from "./advisor.ts";
import { expect, test } from "./test.ts";

test("its code is fetched when it is opened, not before", async ({ builder, page }) => {
	const scripts: string[] = [];
	page.on("request", (request) => scripts.push(request.url()));
	await builder.period.fill("20m");
	await expect(page.getByText("PT20M")).toBeVisible();
	const advisor = new Advisor(page);
	await expect(advisor.opener).toHaveAttribute("aria-expanded", "false");
	expect(scripts.filter((url) => url.includes("AdvisorPanel"))).toEqual([]);
	await advisor.open();
	await expect(advisor.opener).toHaveAttribute("aria-expanded", "true");
	expect(scripts.filter((url) => /AdvisorPanel.*\.js$/.test(url))).toHaveLength(1);
	await advisor.opener.click();
	await expect(advisor.panel).toHaveCount(0);
});

test.describe("before it answers", () => {
	test("it asks, and shows no figure of its own", async ({ builder, page }) => {
		const advisor = new Advisor(page);
		await advisor.opener.click();
		await expect(builder.field("Workers")).toBeVisible();
		await expect(advisor.slider).toHaveCount(0);
		await expect(advisor.use("1h")).toHaveCount(0);
		await expect(advisor.panel.getByText("Checkpoints save time")).toHaveCount(0);
		await advisor.panel.getByRole("button", { name: "Show the advice" }).click();
		await expect(advisor.use("1h")).toBeVisible();
		// The button that was pressed is gone; the focus is not.
		await expect(advisor.panel.locator("p:focus")).toContainText("Checkpoints save time");
	});

	test("it waits for figures that it can use", async ({ builder, page }) => {
		const advisor = new Advisor(page);
		await advisor.opener.click();
		await builder.fill({ Workers: "many" });
		await advisor.panel.getByRole("button", { name: "Show the advice" }).click();
		await expect(builder.field("Workers")).toHaveAttribute("aria-invalid", "true");
		await expect(advisor.slider).toHaveCount(0);
		await builder.fill({ Workers: "4" });
		await expect(advisor.slider).toBeVisible();
	});
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
		expect(await builder.description(builder.field("Stage length"))).toContain("Write a unit");
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
		await expect.poll(() => builder.description(builder.field("Workers"))).toContain("Enter a number, for example 8.");
		await page.getByRole("button", { name: "Use 1 Gbit/s" }).click();
		await builder.fill({ Workers: "1,000" });
		await expect(advisor.panel.getByRole("button", { name: /^Use \d/ })).toBeVisible();
	});

	it("nothing moves while one is typed", async ({ advisor, builder }) => {
		const place = async () => {
			const [field, panel] = [await builder.field("Restart time").boundingBox(), await advisor.panel.boundingBox()];
			return [(field?.y ?? 0) - (panel?.y ?? 0), panel?.height];
		};
		const before = await place();
		for (const text of ["", "x", "8 workers", "0"]) {
			await builder.fill({ Workers: text });
			expect(await place()).toEqual(before);
		}
	});

	it("an error that appears while typing is announced, and so is new advice", async ({ builder, page }) => {
		const live = page.locator("[aria-live=polite]");
		await builder.field("Stage length").fill("5 Minutes");
		await expect(live).toContainText("“Minutes”");
		await builder.field("Stage length").fill("5m");
		await builder.field("Workers").fill("100");
		await expect(live).toHaveText("Checkpoints save time. A period of 12m cuts the time lost from 62.5% to 14.0%.");
	});

	it("none of them reaches the files", async ({ builder }) => {
		const before = [await builder.text("scheduler.toml"), await builder.text("worker.toml")];
		await builder.fill({ Workers: "77", "Stage length": "wrong" });
		expect([await builder.text("scheduler.toml"), await builder.text("worker.toml")]).toEqual(before);
		await builder.expectComplete();
	});
});

it.describe("the advice", () => {
	it("is one sentence, and is put into the field as a person would write it", async ({ advisor, builder }) => {
		await expect(advisor.panel).toContainText(
			"Checkpoints save time. A period of 1h cuts the time lost from 6.8% to 3.2%.",
		);
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
		await advisor.panel.getByText("What this assumes").click();
		await expect(assumption).toBeVisible();
	});

	for (const [name, values, sentence] of [
		[
			"pays not",
			{ "Query length": "30m" },
			"Checkpoints cost more time than they save. A period of 1h makes no checkpoint in this query",
		],
		[
			"saves too little to tell",
			{ "Query length": "100m" },
			"Checkpoints make little difference. With a period of 50m, 2.6%",
		],
		["does not suffice", { Workers: "20000" }, "Checkpoints are not enough. Even with a period of 2m, >99.9%"],
	] as const) {
		it(`says so where checkpointing ${name}`, async ({ advisor, builder }) => {
			await builder.fill(values);
			await expect(advisor.panel).toContainText(sentence);
		});
	}

	it("says so where shuffles on shared storage leave nothing to gain", async ({ advisor, builder }) => {
		await builder.field("Shuffles are on shared storage").check();
		await expect(advisor.panel).toContainText("the period has no effect");
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
