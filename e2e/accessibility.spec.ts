import AxeBuilder from "@axe-core/playwright";
import { type Builder, expect, test } from "./test.ts";

/** WCAG 2.2 AA, and what axe holds to be good practice. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const states: Readonly<Record<string, (builder: Builder) => Promise<void>>> = {
	"as it opens": async () => undefined,
	"with a wrong period": async (builder) => builder.period.fill("10 Mins"),
	"with a warning": async (builder) => builder.period.fill("5s"),
	"S3, nothing filled in": async (builder) => builder.choose("Checkpoint storage", "S3"),
	"S3, filled in, secrets shown": async (builder) => {
		await builder.choose("Checkpoint storage", "S3");
		await builder.fill({ URL: "s3://b/k", "Access key ID": "a", "Secret access key": "b" });
		await builder.addOption("aws_imdsv1_fallback");
		await builder.addOption("connect_timeout");
		await builder.page.getByRole("button", { name: "Show secrets" }).click();
	},
	"the list of options": async (builder) => {
		await builder.choose("Checkpoint storage", "S3");
		await (await builder.findAddOption()).click();
		await expect(builder.options.first()).toBeVisible();
	},
	"the list of options, nothing found": async (builder) => {
		await builder.choose("Checkpoint storage", "S3");
		await (await builder.findAddOption()).click();
		await builder.page.getByRole("combobox", { name: "Search options" }).fill("zzzzz");
	},
	"Google Cloud Storage": async (builder) => builder.choose("Checkpoint storage", "Google Cloud Storage"),
	"Azure with a service principal": async (builder) => {
		await builder.choose("Checkpoint storage", "Azure Blob Storage");
		await builder.choose("Credentials", "Service principal");
		await builder.field("URL").fill("s3://b");
	},
	"shuffles on shared storage": async (builder) => builder.field("Shuffles are on shared storage").check(),
	"one file with tables": async (builder) => {
		await builder.choose("Files", "One file");
		await builder.choose("Key style", "Tables");
	},
	"with a schema line": async (builder) => {
		await builder.format.click();
		await builder.field("Start with a schema line").check();
	},
	"with a schema line that can't be": async (builder) => {
		await builder.period.focus();
		await builder.page.goto("./#v=1&schema=https://host");
		await builder.format.click();
		await expect(builder.page.getByRole("button", { name: "Use https://host/" })).toBeVisible();
	},
};

for (const colorScheme of ["light", "dark"] as const) {
	test.describe(`${colorScheme} theme`, () => {
		test.use({ colorScheme });
		for (const [state, reach] of Object.entries(states)) {
			test(state, async ({ builder, page }) => {
				await reach(builder);
				const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
				expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
			});
		}
	});
}

/** What documentation sites have behind an embed: white, and the dark of Docusaurus, Material and Furo. */
const grounds = { light: ["#ffffff"], dark: ["#1b1b1d", "#1e2129", "#131416"] };

for (const view of ["embed", "embed=file"]) {
	for (const colorScheme of ["light", "dark"] as const) {
		test(`on the ground of a documentation page: ${view}, ${colorScheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme });
			await page.goto(`./?${view}#v=1&store=s3&credentials=access_key&period=5s`);
			await expect(page.getByRole("region", { name: "worker.toml" })).toContainText("is missing");
			for (const ground of grounds[colorScheme]) {
				// Axe takes a page without a ground for a white one, whatever shows through a frame.
				await page.evaluate((color) => {
					document.documentElement.style.backgroundColor = color;
				}, ground);
				// What is good practice is said of whole pages, and this is a part of one.
				const ofParts = tags.filter((tag) => tag !== "best-practice");
				const { violations } = await new AxeBuilder({ page }).withTags(ofParts).analyze();
				expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
			}
		});
	}
}

test("a field is heard with its label, help and error", async ({ builder }) => {
	await expect(builder.period).toHaveAccessibleName("Checkpoint period");
	await expect(builder.period).toHaveAccessibleDescription(/10 minutes.*Polars makes a checkpoint when a stage ends/);
	await builder.period.fill("10 Mins");
	await expect(builder.period).toHaveAccessibleDescription(/Polars makes a checkpoint when a stage ends.*“Mins”/);
	await expect(builder.field("Shuffles are on shared storage")).not.toBeChecked();
});

test("an error that appears while typing is announced once the typing rests", async ({ builder, page }) => {
	const live = page.locator("[aria-live=polite]");
	await builder.period.fill("");
	await builder.period.pressSequentially("10 Mins", { delay: 20 });
	await expect(live).toContainText("“Mins”");
});

test("the keyboard alone reaches every control, in the order of the page", async ({ builder, page }) => {
	await builder.period.focus();
	const stops: string[] = [];
	for (let count = 0; count < 18; count++) {
		stops.push(
			await page.evaluate(() => {
				const { activeElement: active } = document;
				return (active as HTMLInputElement | null)?.value || active?.textContent || active?.tagName || "";
			}),
		);
		await page.keyboard.press("Tab");
	}
	expect(stops.slice(0, 10)).toEqual([
		"10 mins",
		"5 min",
		"10 min",
		"20 min",
		"30 min",
		"1 h",
		"Help me choose",
		"Documentation of “Where”, in a new tab",
		"shared_filesystem",
		"/mnt/storage/polars/checkpoints",
	]);
	expect(stops.join(" ")).toMatch(/checkpoints on bare_metal Format Copy scheduler.toml.* Download scheduler.toml/);
});

test("focus stays visible and is never lost", async ({ builder, page }) => {
	await builder.period.fill("600");
	await page.getByRole("button", { name: "Use 600s" }).focus();
	await page.keyboard.press("Enter");
	await expect(builder.period).toBeFocused();
});
