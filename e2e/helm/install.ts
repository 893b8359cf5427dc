import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** Helm, as a Go module. The `go` command holds it to Go's checksum database. */
const program = "helm.sh/helm/v3/cmd/helm@v3.22.0";

/**
 * Builds Helm with the `go` command into `.cache`, which Git ignores, unless it is there already.
 *
 * @returns Where it is.
 * @throws If there is no `go` command, or if the module can't be had.
 */
export function installHelm(): string {
	const cache = path.resolve(import.meta.dirname, "../../.cache");
	const folder = path.join(cache, `helm-${program.split("@")[1]}`);
	const helm = path.join(folder, "helm");
	if (existsSync(helm)) return helm;
	execFileSync("go", ["install", "-modcacherw", program], {
		env: { ...process.env, GOMODCACHE: path.join(cache, "go"), GOBIN: folder, GOFLAGS: "" },
		stdio: "inherit",
	});
	return helm;
}
