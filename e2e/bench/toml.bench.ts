import { test } from "@playwright/test";
import { lintConfig } from "../../src/core/check/lint.ts";
import { patchToml } from "../../src/core/formats/toml/patch.ts";
import { findMedian, record } from "./figure.ts";

const head = `cluster_id = "a"
[scheduler]
enabled = true
[scheduler.checkpoint]
enabled = true
period = "10 mins"
[worker]
enabled = true
checkpoint_location.s3.url = "s3://bucket/ck"
[worker.env_vars]
`;

/** A file of about this many characters: variables of the users' code, some of them of the wrong type. */
function makeFile(size: number): string {
	const lines = [head];
	for (let index = 0, length = head.length; length < size; index++) {
		const line = index % 50 === 0 ? `VARIABLE_${index} = ${index}\n` : `VARIABLE_${index} = "a value" # ${index}\n`;
		lines.push(line);
		length += line.length;
	}
	return lines.join("");
}

const settings = { period: "20m", store: "shared_filesystem", shared_filesystem: { path: "/mnt/ck" } } as const;

for (const [size, characters, samples] of [
	["10 kB", 10_000, 30],
	["100 kB", 100_000, 10],
	["1 MB", 1_000_000, 3],
] as const) {
	test(`${size} of TOML`, () => {
		const file = makeFile(characters);
		const broken = file.replaceAll('"a value"', "a value");
		const time = (what: string, act: () => unknown) => {
			// The first run is the compiler's.
			const [, ...times] = Array.from({ length: samples + 1 }, () => {
				const start = performance.now();
				act();
				return performance.now() - start;
			});
			record({ what: `${what}, ${size} in Node`, value: findMedian(times), unit: "ms" });
		};
		time("check of TOML", () => lintConfig(file));
		time("check of what is no TOML", () => lintConfig(broken));
		time("settings put into TOML", () => patchToml(file, settings));
	});
}
