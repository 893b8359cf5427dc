import { type CheckpointConfig, type CheckpointDraft, checkDraft, decodeLink, fields } from "../core/index.ts";
import { openOver } from "../core/link/open-over.ts";
import { splitQuery } from "../core/link/query.ts";
import { showSafely } from "./report/text-report.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** The options of each command that takes a link. */
export const linkOptions = { link: { type: "string" }, "secrets-from-env": { type: "boolean" } } as const;

interface LinkValues {
	readonly link?: string | undefined;
	readonly "secrets-from-env"?: boolean | undefined;
}

/** How a link's configuration comes about, beside what it says. */
export interface LinkSettings {
	/** The output that takes the place of the link's own. */
	readonly output?: CheckpointDraft["output"];
	/** What the file at hand says. Its secrets stay where they are sent to the same place. */
	readonly present?: CheckpointDraft;
}

/**
 * Reads the link of a command line, and says on standard error what of it was not taken, and what is wrong with it.
 *
 * A link holds no secret. `--secrets-from-env` takes those of the chosen credentials from variables of their names in
 * capitals: `AWS_SECRET_ACCESS_KEY`. Without it no variable is read, so that none gets into a file unseen.
 *
 * @returns The configuration; undefined if it isn't valid or if something in the link was not taken as it stands, since
 * here nobody looks at what came of the rest before it is written.
 * @throws {UsageError} Without a link, or with one that says nothing.
 */
export function openLink(
	{ link, "secrets-from-env": takesSecrets = false }: LinkValues,
	{ output, present }: LinkSettings,
	terminal: Terminal,
): CheckpointConfig | undefined {
	const parameters = findParameters(link ?? "");
	if (parameters === "")
		throw new UsageError("Write the configuration as --link '#v=1&…', from the page's “Copy link”.");
	const decoded = decodeLink(parameters);
	for (const { message } of decoded.notices) terminal.warn(`link: ${showSafely(message)}\n`);
	const over = present ? openOver(present, decoded.draft) : { draft: decoded.draft, notices: [] };
	if (over.notices.length > 0) terminal.warn("link: The file's secrets don't fit this link, and are left out.\n");
	const own = output === undefined ? over.draft : { ...over.draft, output };
	const draft = takesSecrets ? takeSecretsFrom(terminal.environment, own) : own;
	const { config, problems } = checkDraft(draft);
	for (const { severity, path, message, code } of problems) {
		const name = path.join(".");
		const isSecret = severity === "error" && fields.get(name)?.secret === true && !takesSecrets;
		const variable = isSecret ? ` A link contains no secret: set ${toVariable(name)} and add --secrets-from-env.` : "";
		terminal.warn(`link: ${severity}: ${name}: ${showSafely(message)}${variable} [${code}]\n`);
	}
	if (decoded.notices.length === 0) return config;
	terminal.warn("link: Nothing is written, since not all of the link could be taken.\n");
	return undefined;
}

/** The parameters of a link: its fragment, and where it is a whole address those in the query; or a text without a `#`. */
function findParameters(link: string): string {
	const [before = "", ...fragment] = link.trim().split("#");
	const isAddress = /^https?:/i.test(before);
	if (fragment.length === 0 && !isAddress) return before;
	const [, ...query] = isAddress ? before.split("?") : [];
	return [fragment.join("#"), splitQuery(query.join("?")).link].filter((part) => part !== "").join("&");
}

function takeSecretsFrom(environment: Terminal["environment"], draft: CheckpointDraft): CheckpointDraft {
	const { store } = draft;
	const section = Object.entries(draft[store]).map(([key, value]) => {
		const name = `${store}.${key}`;
		const secret = fields.get(name)?.secret === true ? environment[toVariable(name)] : undefined;
		return [key, secret ?? value];
	});
	return { ...draft, [store]: Object.fromEntries(section) };
}

/** The variable that is called as a secret's key is: `AWS_SECRET_ACCESS_KEY`. */
function toVariable(name: string): string {
	return name.slice(name.indexOf(".") + 1).toUpperCase();
}
