import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";

/** TOML's own test suite, as a Go module, and what Go's checksum database says of it. */
const suite = {
	module: "github.com/toml-lang/toml-test/v2@v2.2.0",
	sum: "h1:q3ELZu7oPnpl9TClC6OOcAccXwj+jwAyFP8WvzBdK1M=",
};

/** A file of the suite: its name there, its bytes, and what it says if it is lawful. */
export interface SuiteFile {
	readonly name: string;
	readonly bytes: Uint8Array;
	readonly value?: Tagged;
}

/** A value as the suite writes it in JSON. */
export type Tagged = { readonly type: string; readonly value: string } | readonly Tagged[] | TaggedTable;
interface TaggedTable {
	readonly [key: string]: Tagged;
}

/**
 * Downloads the suite with the `go` command into `.cache`, which Git ignores, and lists the files that a version of TOML
 * is tested with.
 *
 * @throws If there is no `go` command, or if what it brings is not the suite that is pinned here.
 */
export function downloadSuite(version: "1.0.0" | "1.1.0"): SuiteFile[] {
	const cache = path.resolve(import.meta.dirname, "../../.cache/go");
	const answer = execFileSync("go", ["mod", "download", "-json", "-modcacherw", suite.module], {
		encoding: "utf8",
		env: { ...process.env, GOMODCACHE: cache, GOFLAGS: "" },
	});
	const { Dir: folder, Sum: sum }: { readonly Dir: string; readonly Sum: string } = JSON.parse(answer);
	if (sum !== suite.sum) throw new Error(`${suite.module} has the checksum ${sum}.`);
	const read = (name: string) => readFileSync(path.join(folder, "tests", name));
	const names = read(`files-toml-${version}`).toString().split("\n");
	return names
		.filter((name) => name.endsWith(".toml"))
		.map((name) => ({
			name,
			bytes: read(name),
			...(name.startsWith("valid/") && { value: JSON.parse(read(name.replace(/toml$/, "json")).toString()) }),
		}));
}
