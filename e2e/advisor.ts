import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./test.ts";

/** The help with the period, as a person finds their way in it. */
export class Advisor {
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

	/** Opens it, and takes the figures that stand there. */
	async open(): Promise<void> {
		await this.opener.click();
		await this.panel.getByRole("button", { name: "Show the advice" }).click();
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

/** A test that finds the help open. */
export const it = test.extend<{ advisor: Advisor }>({
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
