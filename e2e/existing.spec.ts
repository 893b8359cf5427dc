import AxeBuilder from "@axe-core/playwright";
import { type Existing, expect, scheduler, test, worker } from "./existing.ts";
import { isPart } from "./parts.ts";

test.describe("opening a file", () => {
	test("loads its code only when asked for", async ({ page, builder, existing }) => {
		const fetched: URL[] = [];
		page.on("request", (request) => fetched.push(new URL(request.url())));
		await page.reload();
		await builder.period.fill("20m");
		await expect(builder.downloadAll).toBeEnabled();
		const parts = [isPart("ExistingFiles"), isPart("OpenForm"), isPart("TextEditor")];
		const isLoaded = () => parts.map((isOne) => fetched.some(isOne));
		expect(isLoaded()).toEqual([false, false, false]);
		await existing.open(scheduler);
		expect(isLoaded()).toEqual([true, true, false]);
		expect(fetched.some(({ pathname }) => pathname.includes("check-worker"))).toBe(true);
		await existing.edit();
		expect(isLoaded()).toEqual([true, true, true]);
	});

	test("begins in the dialog, which Escape closes, and ends at the text", async ({ existing, page }) => {
		await existing.opener.press("Enter");
		await expect(existing.area).toBeFocused();
		await page.keyboard.press("Escape");
		await expect(existing.dialog).toHaveCount(0);
		await expect(existing.opener).toBeFocused();
		await existing.open(scheduler);
		await expect(existing.dialog).toHaveCount(0);
		await expect(existing.pane.getByRole("heading", { name: "Your file" })).toBeFocused();
		await existing.pane.getByRole("button", { name: "Close file" }).press("Enter");
		await expect(existing.pane).toHaveCount(0);
		await expect(existing.opener).toBeFocused();
	});

	test("takes the place of the page's own files until it is closed, and the form keeps its settings", async ({
		existing,
		builder,
	}) => {
		await existing.open(worker);
		await expect(builder.downloadAll).toHaveCount(0);
		await existing.pane.getByRole("button", { name: "Close file" }).click();
		await expect(builder.downloadAll).toBeVisible();
		await expect(builder.file("worker.toml")).toContainText("s3://bucket/key");
	});

	test("takes a paste at once", async ({ existing, page, context }) => {
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await page.evaluate((text) => navigator.clipboard.writeText(text), worker);
		await existing.ask();
		await page.keyboard.press("ControlOrMeta+v");
		await expect(existing.pane).toContainText("stores checkpoints in s3://bucket/key");
		await expect(existing.pane).toContainText("No problems found.");
		expect(await existing.download("config.toml")).toBe(worker);
	});

	test("takes two files at once, the scheduler's and a worker's, under their names", async ({ existing }) => {
		await existing.pick(["leader.toml", scheduler], ["node-7.toml", worker]);
		expect(await existing.download("leader.toml")).toBe(scheduler);
		expect(await existing.download("node-7.toml")).toBe(worker);
	});

	test("takes dropped files, wherever on the page they fall", async ({ existing, page }) => {
		const drop = async (selector: string, name: string, text: string) => {
			const dataTransfer = await page.evaluateHandle(
				([name, text]) => {
					const transfer = new DataTransfer();
					transfer.items.add(new File([text ?? ""], name ?? ""));
					return transfer;
				},
				[name, text],
			);
			await page.locator(selector).first().dispatchEvent("dragover", { dataTransfer });
			await expect(page.getByText("Drop your file to open it")).toBeVisible();
			await page.locator(selector).first().dispatchEvent("drop", { dataTransfer });
			await expect(page.getByText("Drop your file to open it")).toHaveCount(0);
		};
		await drop("footer", "dropped.toml", worker);
		await expect(existing.file("dropped.toml")).toBeVisible();
		await existing.edit();
		await drop("input[name=period]", "second.toml", scheduler);
		await expect(existing.file("second.toml")).toBeVisible();
		expect(await existing.text(existing.file("second.toml"))).toBe(scheduler);
	});

	test("loses no text to a file that is opened: one becomes the second, a third has to wait", async ({ existing }) => {
		await existing.open("[worker]\n# mine\n");
		await existing.pick(["leader.toml", scheduler]);
		await expect(existing.file("config.toml")).toContainText("# mine");
		await expect(existing.file("leader.toml")).toBeVisible();
		await existing.choose(["third.toml", worker]);
		await expect(existing.dialog.getByRole("alert")).toContainText("Two files can be open at a time");
		await existing.page.keyboard.press("Escape");
		await existing.pane.getByRole("button", { name: "Close file config.toml" }).click();
		await expect(existing.file("config.toml")).toHaveCount(0);
		await expect(existing.pane.getByRole("heading", { name: "Your file" })).toBeFocused();
		await existing.pick(["leader.toml", "[worker]\n"]);
		await expect(existing.file("leader.toml")).not.toContainText("The leader");
	});

	test("refuses what is no text or too large, and says why", async ({ existing, page, context }) => {
		await existing.choose(["a.toml", Buffer.from([0xff, 0xfe, 0x00])]);
		const alert = existing.dialog.getByRole("alert");
		await expect(alert).toContainText("a.toml is not UTF-8 text. Save it as UTF-8.");
		await page.keyboard.press("Escape");
		await existing.choose(["huge.toml", `#${"x".repeat(10_000_000)}`]);
		await expect(alert).toContainText("huge.toml is too large: 10 MB. The limit is 5 MB.");
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await page.evaluate(() => navigator.clipboard.writeText(`#${"x".repeat(6_000_000)}`));
		await existing.area.focus();
		await page.keyboard.press("ControlOrMeta+v");
		await expect(alert).toContainText("config.toml is too large: 6 MB");
		await expect(existing.pane).toHaveCount(0);
	});

	test("is forgotten by a reload, which says so", async ({ existing, page }) => {
		await existing.open(worker);
		await page.reload();
		await expect(page.getByText("The file that you had open was not kept. Open it again.")).toBeVisible();
		await expect(existing.pane).toHaveCount(0);
		await page.reload();
		await expect(page.locator("html")).toHaveAttribute("data-start", "ready");
		await expect(page.getByText("was not kept")).toHaveCount(0);
	});

	test("is heard once: what the file says, and what is wrong with it", async ({ existing, page }) => {
		await existing.openExample();
		const live = page.locator("[aria-live=polite]");
		await expect(live).toHaveText(/^example\.toml stores checkpoints in s3:\/\/team-bucket\/checkpoints\. 3 errors, /);
	});
});

test.describe("problems", () => {
	test("are marked in place, named in a list, and lead to their lines", async ({ existing, page }) => {
		await existing.open(`${worker}aws_regoin = "eu-west-1"\n`);
		await expect(existing.pane.locator("mark")).toHaveText(["aws_regoin"]);
		await expect(existing.problems).toHaveCount(1);
		const problem = existing.problem(/aws_regoin/);
		await expect(problem).toContainText("Error");
		await expect(problem.getByRole("link", { name: "Documentation" })).toHaveAttribute("href", /^https:\/\//);
		await problem.getByRole("button", { name: "Line 13, column 1" }).click();
		await expect(page.locator(":focus")).toHaveText("aws_regoin = ••••••••\n");
		await expect(page.locator(":focus")).toBeInViewport();
	});

	test("of the syntax have line, column and words of what was expected, and all of them are listed", async ({
		existing,
		builder,
	}) => {
		await existing.open('[worker\nenabled = yes\nname = "x\nworker.a = 1\nb = 08\n');
		await expect(existing.pane).toContainText("config.toml can’t be read yet: line 1, column ");
		for (const place of ["Line 1,", "Line 2,", "Line 3,", "Line 5,"]) {
			await expect(existing.problem(place).first()).toContainText("Error");
		}
		// What is typed into the form meanwhile changes nothing in a text that can't be read.
		await builder.period.fill("1h");
		await expect(existing.changes()).toHaveCount(0);
	});

	test("of the syntax keep the settings back until they are mended", async ({ existing, builder }) => {
		await existing.open('[scheduler]\nenabled = yes\ncheckpoint = { enabled = true, period = "20 mins" }\n');
		await expect(builder.period).toHaveValue("10 mins");
		await existing.fix("Line 2,", /true/).click();
		await expect(builder.period).toHaveValue("20 mins");
		await expect(existing.pane).toContainText("sets a checkpoint period of 20 mins");
	});

	test("stand in the order of the text, and are counted", async ({ existing }) => {
		await existing.openExample();
		await expect(existing.pane.getByText(/^\d+ errors?, \d+ warnings?$/)).toBeVisible();
		const lines = (await existing.problems.allTextContents()).map((text) => Number(/Line (\d+)/.exec(text)?.[1]));
		expect(lines).toEqual(lines.toSorted((a, b) => a - b));
	});

	for (const [what, text, message, fix, fixed] of [
		[
			"an unknown key",
			'[scheduler]\nenabled = true\n[scheduler.chekpoint] # mine\nenabled = true\nperiod = "20m"\n',
			/chekpoint/,
			/^Use checkpoint$/,
			"[scheduler.checkpoint] # mine",
		],
		[
			"a number for a duration",
			"scheduler.checkpoint = { enabled = true, period = 600 }\n",
			/number/,
			/600s/,
			'"600s"',
		],
		[
			"a boolean for an option",
			'[worker.checkpoint_location.s3]\nurl = "s3://b/k"\naws_allow_http = true\n',
			/This is true or false/,
			/"true"/,
			'aws_allow_http = "true"',
		],
		[
			"a key of an earlier release",
			'cublet_id = "node-1" # mine\n[worker]\nenabled = true\ncheckpoint_location.s3.url = "s3://b/k"\n',
			/cublet_id/,
			/^Write instance_id$/,
			'instance_id = "node-1" # mine',
		],
		[
			"a misspelt option",
			'[worker.checkpoint_location.s3]\nurl = "s3://b/k"\naws_regoin = "eu-west-1"\n',
			/aws_regoin/,
			/aws_region/,
			'aws_region = "eu-west-1"',
		],
	] as const) {
		test(`${what} is mended by one click, which Undo takes back, and nothing else changes`, async ({ existing }) => {
			await existing.open(text);
			await existing.fix(message, fix).click();
			await expect(existing.pane.getByRole("insertion")).toContainText(fixed);
			await expect(existing.changes()).toHaveCount(2);
			await expect(existing.problem(message)).toHaveCount(0);
			const after = (await existing.download("config.toml")).split("\n");
			expect(after.filter((line, index) => line !== text.split("\n")[index])).toHaveLength(1);
			await existing.undo.click();
			await expect(existing.changes()).toHaveCount(0);
			expect(await existing.download("config.toml")).toBe(text);
			await expect(existing.problem(message)).toHaveCount(1);
		});
	}

	test("are read anew while somebody types, and nothing above the text moves", async ({ existing, page }) => {
		await existing.open(`# mine\n${worker}`);
		await page.getByRole("button", { name: "Edit the text" }).click();
		await expect(existing.editor).toBeFocused();
		const download = page.getByRole("button", { name: "Download config.toml" });
		await download.evaluate((button) => {
			const tops = new Set<number>();
			Object.assign(window, { tops });
			const look = () => {
				tops.add(Math.round(button.getBoundingClientRect().top + scrollY));
				requestAnimationFrame(look);
			};
			look();
		});
		await page.keyboard.press("ControlOrMeta+Home");
		await page.keyboard.type("# yours\n");
		const taken = page.waitForEvent("download");
		await download.click();
		await taken;
		await page.waitForTimeout(500);
		expect(await page.evaluate(() => (window as unknown as { tops: Set<number> }).tops.size)).toBe(1);
	});

	test("are chosen and mended by keyboard, and the focus stays on the text", async ({ existing, page }) => {
		await existing.open('[scheduler]\nenabled = true\n[scheduler.chekpoint]\nenabled = true\nperiod = "20m"\n');
		await existing.fix(/chekpoint/, /^Use checkpoint$/).press("Enter");
		await expect(existing.pane.getByRole("insertion")).toHaveText("[scheduler.checkpoint]\n");
		await expect(page.locator(":focus")).toHaveText("[scheduler.checkpoint]\n");
	});

	test("across two files stand in the file that they are about", async ({ existing }) => {
		await existing.pick(["leader.toml", scheduler], ["node.toml", worker.replace('"team"', '"other"')]);
		await expect(existing.problem(/cluster_id/)).toHaveCount(1);
		await expect(
			existing
				.file("node.toml")
				.getByRole("listitem")
				.filter({ hasText: /cluster_id/ }),
		).toBeVisible();
	});

	test("can be asked for again where what finds them did not load", async ({ existing, page }) => {
		await page.route("**/check-worker*", (route) => route.abort());
		await existing.ask();
		await existing.area.fill("[worker]\nenabled = yes\n");
		await existing.dialog.getByRole("button", { name: "Open this text" }).click();
		const retry = page.getByRole("button", { name: "Try again" });
		await expect(retry).toBeVisible();
		await page.unrouteAll();
		await retry.click();
		await expect(retry).toHaveCount(0);
		await expect(existing.problem("Line 2, column 11")).toBeVisible();
	});
});

test.describe("editing by hand", () => {
	test("what is typed is compared, checked, and read into the form", async ({ existing, builder, page }) => {
		await existing.open(scheduler);
		await existing.edit();
		await page.keyboard.press("ControlOrMeta+End");
		await page.keyboard.type('perod = "1h"');
		await expect(existing.problem(/perod/)).toBeVisible();
		await expect(page.locator(".cm-problem")).toHaveText(["perod"]);
		await existing.editor.fill(scheduler.replace("20 mins", "30 mins"));
		await expect(builder.period).toHaveValue("30 mins");
		await existing.pane.getByRole("button", { name: "Stop editing" }).click();
		await expect(existing.pane.getByRole("insertion")).toHaveText('period = "30 mins"\n');
		// All that was typed is one step.
		await existing.undo.click();
		await expect(builder.period).toHaveValue("20 mins");
		await expect(existing.changes()).toHaveCount(0);
	});

	test("follows the form, and what was typed last is taken away", async ({ existing, builder, page }) => {
		await existing.open(scheduler);
		await existing.edit();
		await builder.period.fill("1h");
		await expect.poll(() => existing.edited()).toBe(scheduler.replace("20 mins", "1h"));
		await existing.editor.press("ControlOrMeta+End");
		await page.keyboard.type("# mine");
		expect(await existing.download("config.toml")).toBe(`${scheduler.replace("20 mins", "1h")}# mine`);
		await expect(builder.period).toHaveValue("1h");
	});

	test("a pasted megabyte is one change, and CRLF stays CRLF", async ({ existing, page, context }) => {
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await existing.pick(["config.toml", "[worker]\r\nenabled = true\r\n"]);
		await existing.edit();
		await page.evaluate(() => navigator.clipboard.writeText("# a line\n".repeat(10_000)));
		await page.keyboard.press("ControlOrMeta+End");
		await page.keyboard.press("ControlOrMeta+v");
		await expect
			.poll(async () => (await existing.download("config.toml")).split("\r\n").length)
			.toBeGreaterThan(10_000);
		expect(await existing.download("config.toml")).not.toMatch(/(?<!\r)\n/);
	});

	test("Tab leaves the editor", async ({ existing, page }) => {
		await existing.open(scheduler);
		await existing.edit();
		await page.keyboard.press("Tab");
		await expect(existing.editor).not.toBeFocused();
		expect(await existing.edited()).toBe(scheduler);
	});
});

test.describe("scale", () => {
	const block = (index: number) =>
		`[worker.env_vars.t${index}] # a table\nname = "value ${index}"\nother = '/mnt/${index}'\n\n`;
	const megabyte = `[worker]\nenabled = true\n${Array.from({ length: 14_000 }, (_, index) => block(index)).join("")}`;

	test("a megabyte is read and compared beside the page, which goes on", async ({ existing, builder, page }) => {
		await existing.choose(["config.toml", megabyte]);
		await expect(existing.pane.getByText(/^Checking…/)).toBeVisible();
		await builder.period.fill("2h");
		expect(await builder.description(builder.period)).toContain("PT2H");
		await expect(existing.pane.getByText(/\d errors?|\d warnings?/)).toBeVisible({ timeout: 60_000 });
		await existing.pane.getByRole("button", { name: "Show 100 more" }).click();
		await expect(existing.problems).toHaveCount(105);
		const folded = existing.pane.getByRole("button", { name: /unchanged lines\. Show 200 more$/ });
		const before = await existing.pane.locator("[data-kind]").count();
		await folded.last().click();
		await expect.poll(() => existing.pane.locator("[data-kind]").count()).toBe(before + 200);
		const longest = await page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					let longest = 0;
					new PerformanceObserver((list) => {
						for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
					}).observe({ type: "longtask", buffered: true });
					setTimeout(() => resolve(longest), 100);
				}),
		);
		expect(longest).toBeLessThan(2000);
	});
});

const states: Readonly<Record<string, (existing: Existing) => Promise<void>>> = {
	"the dialog": (existing) => existing.ask(),
	"with problems": async (existing) => {
		await existing.openExample();
		await expect(existing.problems).not.toHaveCount(0);
	},
	"with what stays in the file": async (existing) => {
		await existing.open(worker);
		await existing.pane.getByText("other keys stay").click();
	},
	"with two files and a change": async (existing) => {
		await existing.pick(["scheduler.toml", scheduler], ["worker.toml", worker]);
		await existing.page.getByLabel("URL", { exact: true }).fill("s3://other/key");
		await expect(existing.changes()).toHaveCount(2);
	},
	"with something missing": async (existing) => {
		await existing.open(worker);
		await existing.page.getByLabel("URL", { exact: true }).fill("");
		await expect(existing.pane.getByRole("heading", { name: /are not in your file/ })).toBeVisible();
	},
	"that can't be read": (existing) => existing.open("[worker\nenabled = yes\n"),
	"being edited": async (existing) => {
		await existing.openExample();
		await existing.edit();
	},
};

for (const colorScheme of ["light", "dark"] as const) {
	test.describe(`accessible in the ${colorScheme} theme`, () => {
		test.use({ colorScheme });
		for (const [state, reach] of Object.entries(states)) {
			test(state, async ({ existing, page }) => {
				await reach(existing);
				const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
				const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
				expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
			});
		}
	});
}

for (const width of [320, 768, 1280]) {
	test(`nothing scrolls sideways or inside at ${width} px, and every target is large enough`, async ({
		existing,
		page,
	}) => {
		await page.setViewportSize({ width, height: 800 });
		await existing.pick(
			[`${"scheduler-".repeat(6)}.toml`, `${scheduler}${"k".repeat(300)} = 1\n`],
			["worker.toml", worker],
		);
		await page.getByLabel("URL", { exact: true }).fill(`s3://other/${"long-".repeat(40)}`);
		await expect(existing.pane.getByRole("insertion")).toHaveCount(1);
		const scrollers = await page.evaluate(() =>
			[document.documentElement, ...document.querySelectorAll("main *")]
				.filter((element) => {
					const { overflowX, overflowY } = getComputedStyle(element);
					const isSideways =
						element.scrollWidth > element.clientWidth && (element.matches("html") || overflowX === "auto");
					const isInside = element.scrollHeight > element.clientHeight && /auto|scroll/.test(overflowY);
					return isSideways || (isInside && !element.matches("html"));
				})
				.map(({ outerHTML }) => outerHTML.slice(0, 100)),
		);
		expect(scrollers).toEqual([]);
		for (const target of await existing.pane.getByRole("button").all()) {
			const box = await target.boundingBox();
			expect(
				Math.min(box?.height ?? 0, box?.width ?? 0),
				await target.textContent().then(String),
			).toBeGreaterThanOrEqual(24);
		}
	});
}

test("the form and the text are in view together at 1280 px, and below each other at 360 px", async ({
	existing,
	builder,
	page,
}) => {
	await page.setViewportSize({ width: 1280, height: 800 });
	await existing.open(scheduler);
	await builder.period.fill("1h");
	await expect(existing.pane.getByRole("insertion")).toBeInViewport();
	await expect(builder.period).toBeInViewport();
	await page.setViewportSize({ width: 360, height: 800 });
	const [form, pane] = [await builder.period.boundingBox(), await existing.pane.boundingBox()];
	expect(form?.x).toBeLessThan(60);
	expect(pane?.x).toBeLessThan(60);
});

test("forced colours tell added, removed and wrong apart", async ({ existing, builder, page }) => {
	await page.emulateMedia({ forcedColors: "active" });
	await existing.open(`cublet_id = "node-1"\n${worker}`);
	await builder.field("URL").fill("s3://other/key");
	const read = (kind: "before" | "after", role: "insertion" | "deletion") =>
		existing.pane
			.getByRole(role)
			.first()
			.evaluate((line, kind) => getComputedStyle(line, `::${kind}`).content, kind);
	await expect.poll(() => read("after", "insertion").catch(() => "")).toContain("+");
	expect(await read("after", "deletion")).toContain("−");
	await expect(existing.pane.getByRole("deletion").first()).toHaveCSS("text-decoration-line", "line-through");
	await expect(existing.pane.locator("mark").first()).toHaveCSS("text-decoration-line", "underline");
});
