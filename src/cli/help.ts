/** The command's name, as it is typed. */
export const commandName = "polars-checkpoint-builder";

const reporting = `  --format FORMAT      text (default), json, sarif, github or junit
  --fail-on SEVERITY   error (default), warning or advice: the lowest for status 1
  --ignore CODE        ignores a rule; repeat it, or write several with commas
  --together           checks the files against each other, as one cluster`;

const linking = `  --link LINK          the configuration, from the page's “Copy link”
  --secrets-from-env   reads the secrets, which no link contains, from variables of their
                       names in capitals, such as AWS_SECRET_ACCESS_KEY`;

const status = `Exit status: 0 nothing found, 1 problems, 2 wrong usage or a file that can't be read or written.`;

/** What each command does, in a line and at length with examples. */
export const helpTexts = {
	check: {
		summary: "says what is wrong with configuration files",
		text: `Usage: ${commandName} check FILE… [options]

Says what is wrong with configuration files of Polars On-Prem. - is standard input.
A pattern in quotes, such as 'conf/**/*.toml', means all files that match.

Options:
${reporting}

A comment in the file also ignores a rule, on its line or on the next one:
  # checkpoint-builder: ignore own-disk — each worker mounts the same share there
With ignore-file instead of ignore, it is for the whole file.

Examples:
  ${commandName} check scheduler.toml worker.toml --together
  ${commandName} check 'conf/**/*.toml' --format github --fail-on warning
  ${commandName} check - < worker.toml

${status}
`,
	},
	fix: {
		summary: "fixes what has one certain fix",
		text: `Usage: ${commandName} fix FILE… [options]

Makes the fixes that only correct the spelling or the place: a key's old name, a typo in
an option's key, a missing quote. Then it reports what is left.
It changes nothing that is ignored or could have meant two things.

Options:
  --all                also makes the fixes that write another value or remove one
  --dry-run            says what would be fixed, and writes nothing
${reporting}

Examples:
  ${commandName} fix worker.toml --dry-run
  ${commandName} fix 'conf/*.toml'
  ${commandName} fix - < worker.toml > fixed.toml

${status}
`,
	},
	patch: {
		summary: "puts a link's checkpoint settings into files",
		text: `Usage: ${commandName} patch FILE… --link LINK [options]

Puts the checkpoint settings of a link into existing files, and changes no other
character. Secrets in the files stay, as long as they are sent to the same place.
If part of the link can't be used, nothing is written.

Options:
${linking}
  --dry-run            says which files would change, and writes nothing

Examples:
  ${commandName} patch scheduler.toml worker.toml \\
    --link '#v=1&period=10m&path=/mnt/checkpoints'
  ${commandName} patch - --link '#v=1&period=20m' < scheduler.toml > new.toml

Exit status: 0 done, 1 the settings are not valid or can't be added to a file, 2 wrong usage
or a file that can't be read or written.
`,
	},
	render: {
		summary: "writes new files from a link",
		text: `Usage: ${commandName} render --link LINK [options]

Writes the files of a link's configuration, to standard output or into a folder.

Options:
${linking}
  --output OUTPUT      toml, env, operator or helm, instead of the link's own
  --out FOLDER         writes the files there; keeps files that exist
  --force              overwrites files that exist

Examples:
  ${commandName} render --link '#v=1&period=10m&path=/mnt/checkpoints'
  ${commandName} render --output operator --out manifests \\
    --link '#v=1&url=s3://team-data/checkpoints&credentials=environment'

Exit status: 0 done, 1 the settings are not valid, 2 wrong usage or a file that can't be
written.
`,
	},
	explain: {
		summary: "explains an error that Polars or a store reported",
		text: `Usage: ${commandName} explain [FILE…] [options]

Explains the known errors in a log, a traceback or a message from standard input or
files. Secrets in the lines that it shows are masked.

Options:
  --format FORMAT      text (default) or json

Examples:
  kubectl logs worker-0 | ${commandName} explain
  ${commandName} explain worker.log

Exit status: 0, or 2 for wrong usage or a file that can't be read.
`,
	},
} as const;

/** The name of a command. */
export type CommandName = keyof typeof helpTexts;

/** What the program says of itself. */
export const programHelp = `Usage: ${commandName} COMMAND …

Checks, fixes and writes the checkpoint configuration of Polars On-Prem.

Commands:
${Object.entries(helpTexts)
	.map(([name, { summary }]) => `  ${name.padEnd(9)}${summary}`)
	.join("\n")}

${commandName} COMMAND --help says more, with examples.

Options:
  --help, -h
  --version, -v
`;
