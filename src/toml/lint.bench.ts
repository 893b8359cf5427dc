import { bench, describe } from "vitest";
import { lintConfig } from "./lint.ts";
import { patchConfig } from "./patch.ts";

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

describe.each([
	["10 kB", 10_000],
	["100 kB", 100_000],
	["1 MB", 1_000_000],
] as const)("%s of TOML", (_, size) => {
	const file = makeFile(size);
	const broken = file.replaceAll('"a value"', "a value");
	const options = { iterations: 3, time: 500, warmupIterations: 1, warmupTime: 0 };
	bench("check", () => void lintConfig(file), options);
	bench("check what is no TOML", () => void lintConfig(broken), options);
	bench(
		"put settings in",
		() =>
			void patchConfig(file, {
				period: "20m",
				store: "shared_filesystem",
				shared_filesystem: { path: "/mnt/ck" },
			}),
		options,
	);
});
