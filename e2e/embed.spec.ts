import { Embed, element, expect, test } from "./docs-site/test.ts";

test("stands in a sandbox that lets through what it needs, and no more", async ({ docs, embed, builder }) => {
	await docs.open({ body: element('period="10 mins" store="s3" url="s3://b/k" theme="auto" class="a" data-v-1') });
	await expect(embed.iframe).toHaveAttribute(
		"src",
		`${builder}?embed#v=1&period=10%20mins&store=s3&url=s3%3A%2F%2Fb%2Fk`,
	);
	await expect(embed.iframe).toHaveAttribute("title", "Polars Checkpoint Builder");
	await expect(embed.iframe).toHaveAttribute("allow", "clipboard-write");
	await expect(embed.iframe).toHaveAttribute("referrerpolicy", "no-referrer");
	await expect(embed.iframe).toHaveAttribute(
		"sandbox",
		"allow-scripts allow-same-origin allow-downloads allow-popups allow-popups-to-escape-sandbox",
	);
});

test("takes the place of what the page wrote, and moves the rest by less than its height", async ({
	docs,
	embed,
	page,
}) => {
	let go = () => {};
	const held = new Promise<void>((resolve) => {
		go = resolve;
	});
	await page.route("**/?embed", async (route) => {
		await held;
		await route.continue();
	});
	await docs.open({ body: `<p id="before">Before</p>${element()}<p id="after">After</p>` });
	const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? Number.NaN;
	await expect(embed.iframe).toBeAttached();
	await expect(embed.link).toBeVisible();
	await expect(embed.iframe).toBeHidden();
	const [before, start, after] = [await top("#before"), await top("polars-checkpoint-builder"), await top("#after")];
	go();
	const height = await embed.fit();
	await expect(embed.link).toBeHidden();
	expect(await top("#before")).toBe(before);
	expect(await top("polars-checkpoint-builder")).toBe(start);
	expect(Math.abs((await top("#after")) - after)).toBeLessThan(height / 2);
});

test.describe("where the builder can't be had, what the page wrote stays and closes up", () => {
	const cases = {
		"the network is down": { headers: {}, serve: "abort" },
		"there is nothing": { headers: {}, serve: 404 },
		"another page is there": { headers: {}, serve: 200 },
		"the page's policy refuses the frame": { headers: { "content-security-policy": "frame-src 'none'" }, serve: 200 },
	} as const;
	for (const [name, { headers, serve }] of Object.entries(cases)) {
		test(name, async ({ docs, embed, page }) => {
			await page.route("**/?embed", (route) =>
				serve === "abort" ? route.abort() : route.fulfill({ status: serve, contentType: "text/html", body: "Nothing" }),
			);
			await docs.open({ body: element(), headers });
			await expect(embed.iframe).toBeAttached();
			await expect.poll(async () => (await embed.element.boundingBox())?.height).toBeLessThan(100);
			await expect(embed.link).toBeVisible();
			await expect(embed.iframe).toBeHidden();
		});
	}

	test("the script itself", async ({ docs, embed, page }) => {
		await page.route("**/embed.js", (route) => route.abort());
		await docs.open({ body: element() });
		await expect(embed.link).toBeVisible();
	});
});

test.describe("the height", () => {
	for (const width of [360, 1280]) {
		test(`is the content's, as it changes, at ${width} px`, async ({ docs, embed, page }) => {
			await page.setViewportSize({ width, height: 700 });
			await docs.open({ body: element() });
			const first = await embed.fit();
			await embed.choose("Checkpoint storage", "S3");
			await expect.poll(() => embed.fit()).toBeGreaterThan(first);
			await embed.choose("Checkpoint storage", "Shared filesystem");
			await expect.poll(() => embed.fit()).toBe(first);
			await page.setViewportSize({ width: 800, height: 700 });
			await expect.poll(() => embed.fit()).not.toBe(first);
		});
	}

	test("comes though the builder draws itself after its load, still hidden", async ({ docs, embed, page }) => {
		await page.addInitScript(() => {
			// React's scheduler takes this before anything else.
			if (top !== window) Object.assign(window, { setImmediate: (draw: () => void) => setTimeout(draw, 400) });
		});
		await docs.open({ body: element() });
		await embed.fit();
	});

	test("does not hang on the frame's own", async ({ docs, embed, page }) => {
		await page.setViewportSize({ width: 1400, height: 700 });
		await docs.open({ body: element() });
		const height = await embed.fit();
		const layouts: string[][] = [];
		for (const size of ["200px", "3000px"]) {
			await embed.iframe.evaluate((frame, size) => {
				frame.style.blockSize = size;
			}, size);
			await expect.poll(() => embed.root.evaluate(() => `${innerHeight}px`)).toBe(size);
			layouts.push(
				await embed.root.evaluate((root) =>
					[root, ...root.querySelectorAll("body, body *")].map((place) => {
						const { minHeight, maxHeight } = getComputedStyle(place);
						const { height } = place.getBoundingClientRect();
						return `${place.tagName} ${place.className}: ${height}, ${minHeight} to ${maxHeight}`;
					}),
				),
			);
		}
		expect(layouts[0]).toEqual(layouts[1]);
		expect(await embed.root.evaluate((root) => Math.ceil(root.getBoundingClientRect().height))).toBe(height);
	});
});

test.describe("the theme", () => {
	for (const place of ["html", "body"]) {
		for (const [attribute, light, dark] of [
			["data-md-color-scheme", "default", "slate"],
			["data-theme", "light", "dark"],
			["data-bs-theme", "light", "dark"],
			["class", "", "wide dark"],
		] as const) {
			test(`is the one that ${place} names in ${attribute}`, async ({ docs, embed, page }) => {
				await docs.open({ body: element('theme="auto"') });
				await embed.expectTheme("light");
				const mark = (value: string) =>
					page
						.locator(place)
						.evaluate((root, [name, value]) => root.setAttribute(name, value), [attribute, value] as const);
				await mark(dark);
				await embed.expectTheme("dark");
				await mark(light);
				await embed.expectTheme("light");
				await page.emulateMedia({ colorScheme: "dark" });
				await embed.expectTheme(attribute === "class" ? "dark" : "light");
				await page.emulateMedia({ colorScheme: "light" });
				await mark(dark);
				await embed.expectTheme("dark");
			});
		}
	}

	test("is what the person prefers, where the page says nothing, and follows a change", async ({
		docs,
		embed,
		page,
	}) => {
		await page.emulateMedia({ colorScheme: "dark" });
		await docs.open({ root: 'data-theme="auto"', body: element() });
		await embed.expectTheme("dark");
		await page.emulateMedia({ colorScheme: "light" });
		await embed.expectTheme("light");
	});

	test("is what the page's style makes of it, at the end of a transition too", async ({ docs, embed, page }) => {
		await page.emulateMedia({ colorScheme: "dark" });
		await docs.open({
			head: "<style>body { background: #fff; transition: background-color 0.3s } .night { background: #101418 }</style>",
			body: element(),
		});
		await embed.expectTheme("light");
		await page.locator("body").evaluate((body) => body.classList.add("night"));
		await embed.expectTheme("dark");
		await page.locator("body").evaluate((body) => body.classList.remove("night"));
		await embed.expectTheme("light");
		await page.locator("html").evaluate((root) => {
			root.style.colorScheme = "dark";
		});
		await embed.expectTheme("dark");
	});

	test("is there before the frame is shown, and the element's own where it names one", async ({
		docs,
		embed,
		page,
	}) => {
		await page.emulateMedia({ colorScheme: "light" });
		await docs.open({ root: 'data-theme="light"', body: element('theme="dark"') });
		await embed.fit();
		expect(await embed.root.getAttribute("data-theme")).toBe("dark");
		await embed.element.evaluate((embed) => embed.setAttribute("theme", "light"));
		await embed.expectTheme("light");
		await page.locator("html").evaluate((root) => root.setAttribute("data-theme", "dark"));
		await embed.element.evaluate((embed) => embed.removeAttribute("theme"));
		await embed.expectTheme("dark");
	});
});

test.describe("far down a page", () => {
	const far = '<p style="height: 5000px">Text</p>';
	const shifts = () =>
		new Promise<number>((resolve) => {
			new PerformanceObserver((list) => {
				resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0));
			}).observe({ type: "layout-shift", buffered: true });
			setTimeout(() => resolve(0), 500);
		});

	test("is fetched when it comes near, and nothing in view moves", async ({ docs, embed, page, builder }) => {
		const fetched: string[] = [];
		page.on("request", (request) => fetched.push(request.url()));
		await docs.open({ body: `${far}${element()}${far}` });
		await expect(embed.iframe).toBeAttached();
		await page.waitForTimeout(500);
		expect(fetched).not.toContain(`${builder}?embed`);
		await page.evaluate(() => scrollTo(0, 4000));
		await embed.fit();
		expect(fetched).toContain(`${builder}?embed`);
		expect(await page.evaluate(shifts)).toBe(0);
		expect(await page.evaluate(() => scrollY)).toBe(4000);
	});

	test("keeps what is read below it in place when it comes from above", async ({ docs, embed, page }) => {
		await docs.open({ body: `${far}${element()}<p id="after">After</p>${far}` });
		await expect(embed.iframe).toBeAttached();
		await page.evaluate(() => scrollTo(0, 5000 + document.body.scrollHeight));
		await page.waitForTimeout(200);
		await page.locator("#after").evaluate((after) => after.scrollIntoView());
		await embed.fit();
		expect((await page.locator("#after").boundingBox())?.y).toBeCloseTo(0, 0);
		expect(await page.evaluate(shifts)).toBe(0);
	});
});

test.describe("several on one page", () => {
	test("stay apart in height, theme and what is typed, after a reload too", async ({ docs, page }) => {
		await docs.open({ body: `${element('theme="light" period="5 mins"')}${element('theme="dark" period="20 mins"')}` });
		const [one, other] = [new Embed(page, 0), new Embed(page, 1)];
		const [first, second] = [await one.fit(), await other.fit()];
		await one.expectTheme("light");
		await other.expectTheme("dark");
		await expect(one.period).toHaveValue("5 mins");
		await expect(other.period).toHaveValue("20 mins");
		await one.choose("Checkpoint storage", "S3");
		await expect.poll(() => one.fit()).not.toBe(first);
		expect(await other.fit()).toBe(second);
		await one.period.fill("7 mins");
		await expect(other.period).toHaveValue("20 mins");
		await page.reload();
		await expect(one.period).toHaveValue("5 mins");
		await expect(other.period).toHaveValue("20 mins");
	});
});

test.describe("the element", () => {
	test("shows what its attributes become, without a reload or a step back", async ({ docs, embed, page }) => {
		await docs.open({ body: element('period="5 mins"') });
		await embed.fit();
		const steps = await page.evaluate(() => history.length);
		await embed.root.evaluate((root) => root.setAttribute("data-seen", ""));
		await embed.element.evaluate((embed) => embed.setAttribute("period", "20 mins"));
		await expect.poll(() => embed.root.evaluate(() => location.hash)).toContain("period=20");
		await expect(embed.period).toHaveValue("20 mins");
		await expect(embed.root).toHaveAttribute("data-seen");
		expect(await page.evaluate(() => history.length)).toBe(steps);
	});

	test("takes its frame along when it moves, and away when it goes", async ({ docs, embed, page, faults }) => {
		await docs.open({ body: `${element()}<section></section>` });
		await embed.fit();
		await page.evaluate(() => {
			const embed = document.querySelector("polars-checkpoint-builder");
			if (embed) document.querySelector("section")?.append(embed);
		});
		await embed.fit();
		await expect(embed.iframe).toHaveCount(1);
		await page.locator("html").evaluate((root) => root.setAttribute("data-theme", "dark"));
		await embed.expectTheme("dark");
		await embed.element.evaluate((embed) => embed.remove());
		await expect.poll(() => page.frames().length).toBe(1);
		expect(faults).toEqual([]);
	});

	test("can be included twice, but not as a module", async ({ docs, embed, builder, faults }) => {
		const script = (attributes: string) => `<script src="${builder}embed.js" ${attributes}></script>`;
		await docs.open({ head: script(""), body: element() });
		await embed.fit();
		expect(faults).toEqual([]);
		await docs.open({ head: script('type="module"'), body: element() });
		await expect.poll(() => faults.join()).toMatch(/type="module"|CORS/);
	});
});
