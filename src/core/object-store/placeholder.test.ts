import { describe, expect, test } from "vitest";
import { advisePlaceholder, findPlaceholder, isPlaceholder } from "./placeholder.ts";

describe("what stands for another value is found", () => {
	test.each([
		["s3://my-bucket/${ENV}/ckpt", "${ENV}"],
		["$HOME/ckpt", "$HOME"],
		["/mnt/$(hostname)/x", "$(hostname)"],
		["{{ .Values.region }}", "{{ .Values.region }}"],
		["${{ secrets.KEY }}", "${{ secrets.KEY }}"],
		["https://<ACCOUNT_ID>.r2.cloudflarestorage.com", "<ACCOUNT_ID>"],
		["%USERPROFILE%\\x", "%USERPROFILE%"],
		["YOURACCESSKEY", "YOURACCESSKEY"],
		["s3://your-bucket/x", "your-bucket"],
		["CHANGEME", "CHANGEME"],
		["REPLACE_ME", "REPLACE_ME"],
		["$SCHEDULER_IP:5051", "$SCHEDULER_IP"],
	])("%s", (text, found) => {
		expect(findPlaceholder(text)).toEqual({
			text: found,
			start: text.indexOf(found),
			end: text.indexOf(found) + found.length,
		});
	});
});

describe("a value that only resembles a placeholder is one", () => {
	test.each([
		"az://$web/x",
		"az://$root",
		"s3://yourube/x",
		"s3://byour-bucket/x",
		"a%20b%2Fc",
		"10$",
		"{a}",
		"price$5",
		"https://fsn1.your-objectstorage.com",
		"REPLACEMENT",
	])("%s", (text) => {
		expect(findPlaceholder(text)).toBeUndefined();
	});
});

test("a whole text is a placeholder or not", () => {
	expect(isPlaceholder(" ${KEY} ")).toBe(true);
	expect(isPlaceholder("YOUR_SECRET_KEY")).toBe(true);
	expect(isPlaceholder("abc$KEY")).toBe(false);
	expect(isPlaceholder("")).toBe(false);
});

test("nothing replaces it, which is a warning with its place", () => {
	expect(advisePlaceholder("s3://b/${ENV}")).toEqual({
		code: "placeholder",
		severity: "warning",
		message: "Replace “${ENV}” with your own value: nothing else replaces it.",
		range: { start: 7, end: 13 },
	});
	expect(advisePlaceholder("s3://b/x")).toBeUndefined();
});
