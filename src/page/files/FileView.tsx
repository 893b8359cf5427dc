import { memo, useId } from "react";
import type { Line, Token } from "../../core/listing.ts";
import { ActionButton } from "../control/ActionButton.tsx";
import { type InspectedFile, lineOf } from "../draft/inspection.ts";
import type { LineChanges } from "./changes.ts";
import styles from "./files.module.css";
import { downloadFiles, joinTexts } from "./hand-out.ts";
import { useCopy } from "./use-copy.ts";
import { useHandOut } from "./use-hand-out.ts";

interface FileViewProps {
	readonly file: InspectedFile;
	readonly changes: LineChanges;
	/** Whether its secrets are shown. */
	readonly revealed: boolean;
}

/** One file: its text, and the buttons that take it. */
export const FileView = memo(function FileView({ file, changes, revealed }: FileViewProps) {
	const { name, lines, errors } = file;
	const faulty = new Set(errors.map(lineOf));
	const id = useId();
	const masked = !revealed && holdsSecrets(file);
	const { shown, copy } = useCopy<HTMLElement>(undefined, masked);
	const { handOut, refusal } = useHandOut(file);
	return (
		<section className={styles.file} aria-labelledby={`${id}-name`}>
			<header className={styles.header}>
				<h2 id={`${id}-name`} className={styles.name} translate="no">
					{name}
				</h2>
				{errors.length > 0 && (
					<span className={styles.count}>
						{/* Each text alone in its element: a translator takes the place of a text, and not of an element. */}
						<span aria-hidden="true">{errors.length}</span>
						<span className="visually-hidden">{`${errors.length} to fix`}</span>
					</span>
				)}
				<ActionButton
					className={styles.action}
					label="Copy"
					done="Copied"
					about={name}
					onAction={() => handOut((files) => copy(joinTexts(files), `Copied ${name}`), name)}
				/>
				<ActionButton
					className={styles.action}
					label="Download"
					done="Saved"
					about={name}
					onAction={() => handOut(downloadFiles, name)}
				/>
				{refusal && <p className={styles.denial}>{refusal}</p>}
			</header>
			<pre className={styles.text} translate="no">
				<code ref={shown}>
					{lines.map((line, index) => (
						<LineView
							key={index}
							line={line}
							masked={masked}
							faulty={line.field !== undefined && faulty.has(line.field)}
							changed={changes.changed.has(index)}
							removedBefore={changes.removedBefore.has(index)}
						/>
					))}
				</code>
			</pre>
		</section>
	);
});

/** Whether a file's text has a secret in it. */
export function holdsSecrets({ lines }: InspectedFile): boolean {
	return lines.some(({ tokens }) => tokens.some(({ secret }) => secret));
}

interface LineViewProps {
	readonly line: Line;
	readonly masked: boolean;
	readonly faulty: boolean;
	readonly changed: boolean;
	readonly removedBefore: boolean;
}

const LineView = memo(function LineView({ line, masked, faulty, changed, removedBefore }: LineViewProps) {
	const names = [styles.line, changed && styles.changed, removedBefore && styles.removed, faulty && styles.faulty];
	const content = line.tokens.map((token, index) => (
		<span key={index} className={styles[`token-${token.kind}`]}>
			{masked && token.secret ? mask : token.text}
		</span>
	));
	const className = names.filter(Boolean).join(" ");
	return changed ? (
		<ins className={className}>
			{content}
			{"\n"}
		</ins>
	) : (
		<span className={className}>
			{content}
			{"\n"}
		</span>
	);
}, isSameLine);

/** What stands for a secret, however long it is. */
const mask = "••••••••";

/** The text of a line with its secrets hidden, without its line end. */
export function maskLine(line: Line): string {
	return line.tokens.map(({ text, secret }) => (secret ? mask : text)).join("");
}

/** Whether two lines look the same: at a key, a file is laid out anew, and most of its lines read as before. */
function isSameLine({ line: before, ...a }: LineViewProps, { line: after, ...b }: LineViewProps): boolean {
	return (
		a.masked === b.masked &&
		a.faulty === b.faulty &&
		a.changed === b.changed &&
		a.removedBefore === b.removedBefore &&
		before.tokens.length === after.tokens.length &&
		before.tokens.every((token, index) => isSameToken(token, after.tokens[index]))
	);
}

function isSameToken(a: Token, b: Token | undefined): boolean {
	return a.text === b?.text && a.kind === b.kind && a.secret === b.secret;
}

/** The text of a line, without its line end. */
export function lineText(line: Line): string {
	return line.tokens.map(({ text }) => text).join("");
}
