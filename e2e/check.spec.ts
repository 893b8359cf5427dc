import AxeBuilder from "@axe-core/playwright";
import { Checker, expect, scheduler, test, worker } from "./checker.ts";

test.describe("a place for one's own files", () => {
	test("loads only when asked for", async ({ page, builder }) => {
		const fetched: string[] = [];
		page.on("request", (request) => fetched.push(request.url()));
		await page.reload();
		await builder.period.fill("20m");
		await builder.expectComplete();
		const isPart = (url: string) => /Check(?:Panel|-worker)|check-worker/.test(url);
		expect(fetched.filter(isPart)).toEqual([]);
		await new Checker(page).open();
		await expect.poll(() => fetched.filter(isPart).length).toBeGreaterThanOrEqual(2);
	});

	test("takes the focus, and gives it back when it is closed", async ({ checker, page }) => {
		const button = page.getByRole("button", { name: "Open existing config" });
		await expect(button).toHaveAttribute("aria-expanded", "true");
		await page.keyboard.press("Escape");
		await expect(checker.panel).toHaveCount(0);
		await expect(button).toBeFocused();
		await button.press("Enter");
		await expect(checker.editor).toBeFocused();
		await checker.panel.getByRole("button", { name: "Close" }).click();
		await expect(button).toBeFocused();
		await expect(button).toHaveAttribute("aria-expanded", "false");
	});

	test("says what to do while it is empty, and loads an example", async ({ checker, page }) => {
		await expect(checker.panel).toContainText("Paste a file of Polars On-Prem, or drop or open one or two.");
		await expect(checker.problems).toHaveCount(0);
		await page.getByRole("button", { name: "Load an example" }).click();
		await expect(checker.editor).toContainText("[scheduler.chekpoint]");
		await expect(checker.editor).toBeFocused();
		await expect(checker.problems).not.toHaveCount(0);
	});

	test("takes a paste, and numbers its lines", async ({ checker, page, context }) => {
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await page.evaluate((text) => navigator.clipboard.writeText(text), worker);
		await page.keyboard.press("ControlOrMeta+v");
		await expect(checker.editor).toContainText("[worker.checkpoint_location.s3]");
		expect(await checker.text()).toBe(worker);
		await expect(page.locator(".cm-lineNumbers")).toContainText("12");
		await expect(checker.panel).toContainText("No problems found.");
	});

	test("takes two files at once, the scheduler's and a worker's, under their names", async ({ checker, page }) => {
		await checker.pick(["leader.toml", scheduler], ["node-7.toml", worker]);
		const tabs = page.getByRole("tablist", { name: "Files" });
		await expect(tabs.getByRole("tab")).toHaveText(["leader.toml", "node-7.toml"]);
		await tabs.getByRole("tab", { name: "leader.toml" }).click();
		await expect(page.getByRole("tabpanel", { name: "leader.toml" })).toBeVisible();
		expect(await checker.download("leader.toml")).toBe(scheduler);
		await page.keyboard.press("Shift+Tab");
		await page.keyboard.press("Shift+Tab");
		await page.keyboard.press("ArrowRight");
		await expect(tabs.getByRole("tab", { name: "node-7.toml" })).toBeFocused();
		expect(await checker.download("node-7.toml")).toBe(worker);
	});

	test("takes dropped files, wherever on the page they fall", async ({ checker, page }) => {
		const pack = (text: string) =>
			page.evaluateHandle((text) => {
				const transfer = new DataTransfer();
				transfer.items.add(new File([text], "dropped.toml"));
				return transfer;
			}, text);
		await checker.editor.dispatchEvent("drop", { dataTransfer: await pack(worker) });
		await expect(checker.panel.getByRole("heading", { name: "dropped.toml" })).toBeVisible();
		await expect.poll(() => checker.text()).toBe(worker);
		await page.locator("body").dispatchEvent("drop", { dataTransfer: await pack(scheduler) });
		await expect.poll(() => checker.text()).toBe(scheduler);
	});

	test("loses no text to a file that is opened: one becomes the second, a third has to wait", async ({
		checker,
		page,
	}) => {
		await checker.editor.fill("[worker]\n# mine\n");
		await checker.pick(["leader.toml", scheduler]);
		await expect(page.getByRole("tab")).toHaveText(["config.toml", "leader.toml"]);
		await checker.pick(["third.toml", worker]);
		await expect(checker.panel).toContainText("Two files are checked at a time");
		await page.getByRole("tab", { name: "config.toml" }).click();
		await expect(checker.editor).toContainText("# mine");
		await page.getByRole("button", { name: "Remove config.toml" }).click();
		await expect(checker.panel.getByRole("heading", { name: "leader.toml" })).toBeVisible();
		await checker.pick(["leader.toml", "[worker]\n"]);
		await expect(checker.editor).not.toContainText("The leader");
		await checker.editor.press("ControlOrMeta+z");
		await expect(checker.editor).toContainText("The leader");
	});

	test("refuses files that have no room, and leaves those that are there as they are", async ({ checker, page }) => {
		await checker.pick(["leader.toml", scheduler], ["node-7.toml", worker]);
		await expect(page.getByRole("tab")).toHaveText(["leader.toml", "node-7.toml"]);
		await checker.pick(["leader.toml", "[worker]\n"], ["third.toml", worker]);
		await expect(checker.panel).toContainText("Two files are checked at a time");
		await expect(page.getByRole("tab")).toHaveText(["leader.toml", "node-7.toml"]);
		await page.getByRole("tab", { name: "leader.toml" }).click();
		expect(await checker.download("leader.toml")).toBe(scheduler);
	});

	test("refuses what is no text", async ({ checker, page }) => {
		const chooser = page.waitForEvent("filechooser");
		await page.getByRole("button", { name: "Open files…" }).click();
		await (await chooser).setFiles({ name: "a.toml", mimeType: "text/plain", buffer: Buffer.from([0xff, 0xfe, 0x00]) });
		await expect(checker.panel).toContainText("a.toml can’t be read as UTF-8 text, which TOML is.");
	});

	test("keeps what was pasted while it is closed, and neither storage nor the address ever has it", async ({
		checker,
		page,
	}) => {
		await checker.editor.fill(worker);
		await expect(checker.panel).toContainText("No problems found.");
		await page.keyboard.press("Escape");
		await page.getByRole("button", { name: "Open existing config" }).click();
		await expect(checker.editor).toBeFocused();
		expect(await checker.text()).toBe(worker);
		const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
		expect(kept).not.toContain("wJalrXUtnFEMI");
		expect(kept).not.toContain("/mnt/scratch");
	});

	test("the keyboard alone suffices: Tab leaves the editor", async ({ checker, page }) => {
		const text = "[scheduler]\nenabled = true\n[scheduler.chekpoint]\nenabled = true\n";
		await checker.editor.fill(text);
		await expect(checker.problems).toHaveCount(1);
		await page.keyboard.press("Tab");
		await expect(checker.choose("chekpoint")).toBeFocused();
		expect(await checker.text()).toBe(text);
		await page.keyboard.press("Enter");
		await expect(checker.editor).toBeFocused();
		await page.keyboard.press("Tab");
		await page.keyboard.press("Tab");
		await expect(checker.fix("chekpoint", /^Use checkpoint$/)).toBeFocused();
		await page.keyboard.press("Enter");
		await expect(checker.editor).toBeFocused();
		await expect(checker.editor).toContainText("[scheduler.checkpoint]");
	});
});

test.describe("problems", () => {
	test("are marked in place, named in a list, and choosing one goes there", async ({ checker, page }) => {
		await checker.editor.fill(`${worker}aws_regoin = "eu-west-1"\n`);
		await expect(page.locator(".cm-problem")).toHaveText(["aws_regoin"]);
		await expect(checker.problems).toHaveCount(1);
		const problem = checker.problem(/aws_regoin/);
		await expect(problem).toContainText("Error");
		await expect(problem).toContainText("13:1");
		await expect(problem.getByRole("link", { name: "Documentation" })).toHaveAttribute("href", /^https:\/\//);
		await checker.editor.press("ControlOrMeta+Home");
		await checker.choose(/aws_regoin/).click();
		await expect(checker.editor).toBeFocused();
		await page.keyboard.type("x");
		await expect(checker.editor).toContainText("xaws_regoin");
	});

	test("of the syntax have line, column and words of what was expected, and all of them are listed", async ({
		checker,
	}) => {
		await checker.editor.fill('[worker\nenabled = yes\nname = "x\nworker.a = 1\nb = 08\n');
		for (const place of ["1:", "2:", "3:", "5:"]) await expect(checker.problem(place).first()).toContainText("Error");
		await expect(checker.problems.first()).toContainText(/Expected/);
		await expect(checker.use).toBeDisabled();
		await expect(checker.put).toHaveAccessibleDescription(
			"Off until config.toml is TOML: its errors are listed above.",
		);
	});

	test("stand in the order of the text, and are counted", async ({ checker, page }) => {
		await page.getByRole("button", { name: "Load an example" }).click();
		await expect(checker.panel.getByText(/^\d+ errors?, \d+ warnings?$/)).toBeVisible();
		const lines = (await checker.problems.allTextContents()).map((text) => Number(/line (\d+)/.exec(text)?.[1]));
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
			/found a boolean/,
			/"true"/,
			'aws_allow_http = "true"',
		],
		[
			"a key of an earlier release",
			'cublet_id = "node-1" # mine\n',
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
		test(`${what} is mended by one click, which Undo takes back, and nothing else changes`, async ({ checker }) => {
			await checker.editor.fill(text);
			await checker.fix(message, fix).click();
			await expect(checker.editor).toContainText(fixed);
			await expect(checker.editor).toBeFocused();
			await expect(checker.problem(message)).toHaveCount(0);
			const after = (await checker.text()).split("\n");
			expect(after.filter((line, index) => line !== text.split("\n")[index])).toHaveLength(1);
			await checker.editor.press("ControlOrMeta+z");
			await expect.poll(() => checker.text()).toBe(text);
			await expect(checker.problem(message)).toHaveCount(1);
		});
	}

	test("across two files name their file and lead to it", async ({ checker, page }) => {
		await checker.pick(["leader.toml", scheduler], ["node.toml", worker.replace('"team"', '"other"')]);
		const problem = checker.problem(/cluster_id/);
		await expect(problem).toHaveCount(1);
		await expect(problem).toContainText("node.toml");
		await page.getByRole("tab", { name: "leader.toml" }).click();
		await checker.choose(/cluster_id/).click();
		await expect(page.getByRole("tab", { name: "node.toml" })).toHaveAttribute("aria-selected", "true");
		await expect(checker.editor).toBeFocused();
	});

	test("can be asked for again where what finds them did not load", async ({ builder: { page } }) => {
		await page.route("**/check-worker*", (route) => route.abort());
		const checker = new Checker(page);
		await checker.open();
		const retry = page.getByRole("button", { name: "Try again" });
		await expect(retry).toBeVisible();
		await page.unrouteAll();
		await retry.click();
		await expect(retry).toHaveCount(0);
		await checker.editor.fill("[worker]\nenabled = yes\n");
		await expect(checker.problem("2:11")).toBeVisible();
	});

	test("are counted aloud, once the typing rests", async ({ checker, page }) => {
		const live = page.locator("[aria-live=polite]");
		await checker.editor.pressSequentially("[worker]\nenabled = yes", { delay: 10 });
		await expect(live).toHaveText(/1 error/);
	});
});

test.describe("scale", () => {
	const block = (index: number) =>
		`[worker.env_vars.t${index}] # a table\nname = "value ${index}"\nother = '/mnt/${index}'\n\n`;
	const megabyte = `[worker]\nenabled = true\n${Array.from({ length: 14_000 }, (_, index) => block(index)).join("")}`;

	test("a megabyte is checked beside the page, which goes on", async ({ checker, builder }) => {
		await checker.pick(["config.toml", megabyte]);
		await expect(checker.panel.getByText("Checking…")).toBeVisible();
		await builder.period.fill("2h");
		expect(await builder.description(builder.period)).toContain("PT2H");
		await expect(checker.panel.getByText(/\d errors?/)).toBeVisible({ timeout: 20_000 });
		await checker.panel.getByRole("button", { name: "Show 100 more" }).click();
		await expect(checker.problems).toHaveCount(200);
	});

	test("what is too large is said to be so", async ({ checker, page, context }) => {
		await checker.pick(["huge.toml", `#${"x".repeat(10_000_000)}`]);
		await expect(checker.panel).toContainText(
			"huge.toml is too large to be checked here: 10 MB, and 5 MB is the most.",
		);
		await context.grantPermissions(["clipboard-read", "clipboard-write"]);
		await page.evaluate(() => navigator.clipboard.writeText(`#${"x".repeat(6_000_000)}`));
		await checker.editor.press("ControlOrMeta+v");
		await expect(checker.panel).toContainText("What was pasted is too large");
		await expect(checker.problems).toHaveCount(0);
	});
});

const states: Readonly<Record<string, (checker: Checker) => Promise<void>>> = {
	empty: async () => undefined,
	"with problems": async ({ page, problems }) => {
		await page.getByRole("button", { name: "Load an example" }).click();
		await expect(problems).not.toHaveCount(0);
	},
	"with what stays in the file": async ({ editor, use, panel }) => {
		await editor.fill(worker);
		await use.click();
		await expect(panel.getByText("The form has no field for these.")).toBeVisible();
	},
	"with two files and a comparison": async (checker) => {
		await checker.pick(["scheduler.toml", scheduler], ["worker.toml", worker]);
		await checker.put.click();
		await expect(checker.page.getByRole("button", { name: "Accept the changes" })).toBeVisible();
	},
};

for (const colorScheme of ["light", "dark"] as const) {
	test.describe(`accessible in the ${colorScheme} theme`, () => {
		test.use({ colorScheme });
		for (const [state, reach] of Object.entries(states)) {
			test(state, async ({ checker, page }) => {
				await reach(checker);
				const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
				const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
				expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
			});
		}
	});
}

for (const width of [320, 768]) {
	test(`nothing scrolls sideways at ${width} px, and every target is large enough`, async ({ checker, page }) => {
		await page.setViewportSize({ width, height: 700 });
		await checker.pick(
			[`${"scheduler-".repeat(6)}.toml`, `${scheduler}${"k".repeat(300)} = 1\n`],
			["worker.toml", worker],
		);
		await checker.put.click();
		await expect(page.getByRole("button", { name: "Accept the changes" })).toBeVisible();
		const [scroll, client] = await page.evaluate(() => [
			document.documentElement.scrollWidth,
			document.documentElement.clientWidth,
		]);
		expect(scroll).toBeLessThanOrEqual(client ?? 0);
		for (const target of await checker.panel.getByRole("button").or(checker.panel.getByRole("tab")).all()) {
			const box = await target.boundingBox();
			expect(
				Math.min(box?.height ?? 0, box?.width ?? 0),
				await target.textContent().then(String),
			).toBeGreaterThanOrEqual(24);
		}
	});
}

test("forced colours keep the signs of a comparison and the marks of problems", async ({ checker, page }) => {
	await page.emulateMedia({ forcedColors: "active" });
	await checker.editor.fill(`${worker}aws_regoin = "eu-west-1"\n`);
	await expect(page.locator(".cm-problem").first()).toHaveCSS("text-decoration-line", "underline");
	await checker.put.click();
	const patch = page.getByRole("region", { name: "What changes in your file" });
	await expect(patch.getByRole("deletion").first()).toHaveText(/^− /);
	await expect(patch.getByRole("insertion").first()).toHaveText(/^\+ /);
});
