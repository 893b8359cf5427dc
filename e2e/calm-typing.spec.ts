import type { Locator, Page } from "@playwright/test";
import { type Builder, expect, test } from "./test.ts";

/** What of the page is red: controls that say that they are wrong, and errors that can be seen. */
function listRed(page: Page): Promise<readonly string[]> {
	return page.evaluate(() => {
		const isShown = (element: Element) => element.checkVisibility();
		const wrong = [...document.querySelectorAll("form [aria-invalid=true]")].filter(isShown);
		const said = [...document.querySelectorAll('form [id$="-message"]')].filter(isShown);
		return [...wrong, ...said].map(({ id }) => id);
	});
}

/** Types a text as a person does. @returns What was red after some key. */
async function typeAndLook(page: Page, field: Locator, text: string, delay: number): Promise<readonly string[]> {
	await field.click();
	await field.press("ControlOrMeta+a");
	await field.press("Delete");
	const seen: string[] = [];
	for (const key of text) {
		await page.keyboard.type(key);
		await page.waitForTimeout(delay);
		for (const red of await listRed(page)) seen.push(`${text.slice(0, text.indexOf(key) + 1)}: ${red}`);
	}
	return seen;
}

const texts: readonly (readonly [label: string, text: string, reach: (builder: Builder) => Promise<void>])[] = [
	["Checkpoint period", "10 mins", async () => undefined],
	["Checkpoint period", "PT10M", async () => undefined],
	["Checkpoint period", "1 hour 30 minutes", async () => undefined],
	["URL", "s3://my-bucket/x", async (builder) => builder.choose("Checkpoint storage", "S3")],
	[
		"Endpoint URL",
		"https://minio:9000",
		async (builder) => {
			await builder.choose("Checkpoint storage", "S3");
			await builder.unfold(builder.field("Endpoint URL"));
		},
	],
	["Path", "/srv/checkpoints", async () => undefined],
];

for (const delay of [80, 150]) {
	for (const [label, text, reach] of texts) {
		test(`no key is red while ${text} is typed, one in ${delay} ms`, async ({ builder, page }) => {
			await reach(builder);
			expect(await typeAndLook(page, builder.field(label), text, delay)).toEqual([]);
			await builder.field(label).blur();
			await expect(builder.field(label)).not.toHaveAttribute("aria-invalid", "true");
		});
	}
}

test("what is wrong is said once typing rests, with the help still above it", async ({ builder, page }) => {
	await builder.period.press("ControlOrMeta+a");
	await builder.period.pressSequentially("10 Mins", { delay: 80 });
	expect(await listRed(page)).toEqual([]);
	await expect(builder.period).toHaveAttribute("aria-invalid", "true");
	await expect(builder.period).toBeFocused();
	const [help, error, control] = await Promise.all(
		[page.getByText("Polars makes a checkpoint when"), page.locator("#field-period-message"), builder.period].map(
			async (part) => (await part.boundingBox())?.y ?? 0,
		),
	);
	expect([help, error, control].toSorted((a = 0, b = 0) => a - b)).toEqual([help, error, control]);
});

test("what is wrong is said at once on leaving, and gone at once when it is right", async ({ builder, page }) => {
	await builder.period.press("ControlOrMeta+a");
	await builder.period.pressSequentially("10 Mins");
	await builder.period.press("Tab");
	await expect(builder.period).toHaveAttribute("aria-invalid", "true", { timeout: 1500 });
	await builder.period.focus();
	await builder.period.press("End");
	for (let times = 0; times < 4; times++) await builder.period.press("Backspace");
	await builder.period.press("m");
	await expect.poll(() => listRed(page), { timeout: 1500 }).toEqual([]);
});

test("whoever fetches a text from another window finds no error for it", async ({ builder, page }) => {
	await builder.choose("Checkpoint storage", "S3");
	await builder.field("URL").focus();
	// A window that loses the focus tells its field so, which keeps it.
	await builder.field("URL").dispatchEvent("blur");
	await builder.field("URL").dispatchEvent("focusout", { bubbles: true });
	await page.waitForTimeout(500);
	expect(await listRed(page)).toEqual([]);
	await builder.field("URL").press("Tab");
	await expect(builder.field("URL")).toHaveAttribute("aria-invalid", "true");
});

test("a new option is not red before somebody was there", async ({ builder, page }) => {
	await builder.choose("Checkpoint storage", "S3");
	await builder.addOption("connect_timeout");
	await expect(builder.field("connect_timeout")).toBeFocused();
	await page.waitForTimeout(3000);
	expect(await listRed(page)).toEqual([]);
	await builder.field("connect_timeout").press("Tab");
	await expect(builder.field("connect_timeout")).toHaveAttribute("aria-invalid", "true");
});

test("an option that moves up takes along whether somebody was there", async ({ builder, page }) => {
	await builder.choose("Checkpoint storage", "S3");
	await builder.addOption("connect_timeout");
	await builder.field("connect_timeout").fill("1s");
	await builder.addOption("user_agent");
	await page.getByRole("button", { name: "Remove option connect_timeout" }).click();
	await page.waitForTimeout(500);
	await expect(builder.field("user_agent")).toHaveAttribute("aria-invalid", "true");
});
