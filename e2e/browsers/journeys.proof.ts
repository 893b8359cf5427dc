import { join } from "node:path";
import { type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type DocsSite, startSite } from "../docs-site/site.ts";
import { type Browser, find, Tab } from "./browser.ts";
import { type Engine, openBrowser } from "./open-browser.ts";

const link = "#v=1&period=20m&store=s3&url=s3://bucket/ck&credentials=environment&aws_region=eu-west-1&nonsense=1";

let server: PreviewServer;
let origin: string;
let docs: DocsSite;

beforeAll(async () => {
	server = await preview({
		root: join(import.meta.dirname, "../.."),
		configFile: false,
		logLevel: "error",
		preview: { host: "127.0.0.1", port: 0 },
	});
	origin = server.resolvedUrls?.local[0] ?? "";
	const body = `<!doctype html><html data-theme="dark"><script src="${origin}embed.js" async></script>
		<polars-checkpoint-builder period="30 mins" theme="dark">The builder</polars-checkpoint-builder>`;
	docs = await startSite((path) => (path === "/" ? { body } : undefined));
});

afterAll(async () => {
	await docs?.close();
	await server?.close();
});

const engines: readonly Engine[] = ["Chromium", "Firefox", "WebKit"];

describe.each(engines)("%s", (engine) => {
	let browser: Browser;
	let tab: Tab;

	beforeAll(async () => {
		browser = await openBrowser(engine);
		tab = new Tab(browser.tab);
		process.stdout.write(`${engine} is ${browser.title}\n`);
	});
	afterAll(() => browser?.close());

	/** A journey in a fresh page, in which nothing breaks the page's policy or fails unheard. */
	const journey = (name: string, walk: () => Promise<void>, address = "") =>
		test(name, async () => {
			onTestFinished(async ({ task }) => {
				if (task.result?.state === "fail")
					await browser.tab.screenshot(join(import.meta.dirname, `../../test-results/${engine}.png`));
			});
			await tab.open(`${origin}${address}`);
			// What another journey typed is still in the tab.
			await browser.tab.evaluate("sessionStorage.clear()");
			await tab.open(`${origin}${address}`);
			await walk();
			expect(await tab.violations()).toEqual([]);
		});

	journey("a period is judged and mended as it is typed", async () => {
		await tab.shows("scheduler.toml", 'period = "10 mins"');
		await tab.fill("Checkpoint period", "45 Mins");
		await tab.shows("scheduler.toml", "45 Mins");
		await tab.click("button", "Use 45 mins");
		expect(await tab.value("Checkpoint period")).toBe("45 mins");
		await tab.shows("scheduler.toml", 'period = "45 mins"');
		await tab.sees("PT45M");
	});

	journey("S3 with a secret and an option that is found with the keyboard", async () => {
		await tab.click("field", "S3");
		await tab.fill("URL", "s3://team/checkpoints");
		await tab.fill("Access key ID", "AKIAEXAMPLE");
		await tab.fill("Secret access key", "a-secret");
		expect(await tab.driver.evaluate(`${find("field", "Secret access key")}.type`)).toBe("password");
		await tab.click("button", "Add option");
		await tab.driver.type("connect_timeout");
		await tab.until(`document.querySelector("[role=option]")`);
		await tab.driver.press("Enter");
		await tab.until(`document.activeElement.name === "s3.options.0.value"`);
		await tab.driver.type("30s");
		await tab.shows("worker.toml", 'connect_timeout = "30s"');
		await tab.shows("worker.toml", "a-secret");
	});

	journey(
		"a link opens, says what it could not use, and is kept over a reload",
		async () => {
			expect(await tab.value("Checkpoint period")).toBe("20m");
			expect(await tab.value("Region")).toBe("eu-west-1");
			await tab.sees("nonsense", `document.querySelector("[aria-label='About this link']")`);
			await tab.fill("Region", "eu-west-3");
			await tab.until(`location.hash.includes("eu-west-3")`);
			await tab.driver.evaluate("void location.reload()");
			await tab.until(`document.documentElement.dataset.start === "ready"`);
			expect(await tab.value("Region")).toBe("eu-west-3");
			await tab.driver.evaluate("window.violations = []");
		},
		link,
	);

	journey("a file is checked, mended, taken over and changed", async () => {
		await tab.click("button", "Check a config");
		await tab.until(`document.activeElement?.shadowRoot?.activeElement ?? document.activeElement?.isContentEditable`);
		await tab.driver.type('[worker.checkpoint_location.s3]\nurl = "s3://b/k"\naws_acess_key_id = "AKIA"\n');
		await tab.sees("aws_acess_key_id", `document.querySelector("[aria-label=Problems], [role=list]")`);
		await tab.until(
			`[...document.querySelectorAll("button")].some((button) => /^(Use|Rename|Change).*aws_access_key_id/.test(button.textContent))`,
		);
		await tab.driver.click(
			`[...document.querySelectorAll("button")].find((button) => /^(Use|Rename|Change).*aws_access_key_id/.test(button.textContent))`,
		);
		await tab.click("button", "Use these settings");
		await tab.until(`${find("field", "URL")}.value === "s3://b/k"`);
		expect(await tab.value("Access key ID")).toBe("AKIA");
	});

	journey("the operator's YAML is written and can be taken away", async () => {
		await tab.click("field", "Kubernetes operator");
		await tab.shows("polars-cluster.yaml", "kind: PolarsCluster");
		await tab.driver.evaluate(`(() => {
			const create = URL.createObjectURL;
			URL.createObjectURL = (blob) => { blob.text().then((text) => { window.taken = text; }); return create.call(URL, blob); };
		})()`);
		await tab.click("button", "Download polars-cluster.yaml");
		await tab.until("window.taken");
		expect(await tab.driver.evaluate("window.taken")).toBe(
			await tab.driver.evaluate(`${find("region", "polars-cluster.yaml")}.querySelector("code").textContent`),
		);
		await tab.click("button", "Copy polars-cluster.yaml");
		await tab.until(`/Copied|did not allow/.test(document.body.innerText)`);
	});

	journey("the advisor's period is chosen with the keyboard", async () => {
		await tab.click("button", "Help me choose");
		const slider = `document.querySelector("[role=slider], input[type=range]")`;
		await tab.until(slider);
		const before = await tab.value("Checkpoint period");
		await tab.driver.evaluate(`${slider}.focus()`);
		await tab.driver.press("ArrowRight");
		await tab.until(`${find("field", "Checkpoint period")}.value !== ${JSON.stringify(before)}`);
	});

	journey("nothing is cut off in a narrow window", async () => {
		await browser.tab.resize(320, 700);
		expect(
			await tab.driver.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
		).toBe(0);
		await browser.tab.resize(1280, 900);
	});

	test("an embed is as high as its content, and follows the page's theme", async () => {
		await browser.tab.open(docs.origin);
		const frame = `document.querySelector("polars-checkpoint-builder iframe") ?? document.querySelector("polars-checkpoint-builder")?.shadowRoot?.querySelector("iframe")`;
		await tab.until(`(${frame})?.offsetHeight > 700`);
		const height = await browser.tab.evaluate(`(${frame}).clientHeight`);
		await browser.tab.enterFrame(`(${frame})`);
		await tab.until(`document.documentElement.dataset.theme === "dark"`);
		expect(await tab.value("Checkpoint period")).toBe("30 mins");
		expect(await browser.tab.evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")).toBe(
			height,
		);
		await browser.tab.enterFrame();
	});
});
