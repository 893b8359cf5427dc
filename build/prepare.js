import { execSync } from "node:child_process";
import { existsSync } from "node:fs";

/*
 * Builds the package after `npm ci`, and where npm installs it straight from a clone, as pre-commit has it do. With -g,
 * npm 11 forgets to fetch what a clone is built with, since it hands "global" on to the npm that it starts for that.
 */
const environment = { ...process.env, npm_config_global: "false", npm_config_location: "project" };
const run = (command) => execSync(command, { stdio: "inherit", env: environment });

if (!existsSync("node_modules/vite")) run("npm ci --ignore-scripts --no-audit --no-fund");
run("npm run build:package");
