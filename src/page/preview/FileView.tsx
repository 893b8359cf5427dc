import { memo, useId } from "react";
import type { Line, Token } from "../../core/listing.ts";
import { focusField } from "../draft/focus-field.ts";
import { type InspectedFile, lineOf } from "../draft/inspection.ts";
import type { LineChanges } from "./changes.ts";
import { downloadFiles, joinTexts } from "./hand-out.ts";
import styles from "./preview.module.css";
import { useCopy } from "./use-copy.ts";
import { useHandOut } from "./use-hand-out.ts";

interface FileViewProps {
	readonly file: InspectedFile;
	/** Whether it can't be taken away now. */
	readonly blocked: boolean;
	readonly changes: LineChanges;
	readonly revealed: boolean;
}

/** One file: its exact text, what keeps it from being taken away, and the buttons that take it. */
export const FileView = memo(function FileView({ file, blocked, changes, revealed }: FileViewProps) {
	const { name, lines, errors } = file;
	const faulty = new Set(errors.map(lineOf));
	const id = useId();
	const reason = blocked ? { "aria-describedby": errorsId(name) } : undefined;
	const { shown, copy, denial } = useCopy<HTMLElement>();
	const { handOut, refusal } = useHandOut();
	const copyFile = () => handOut((files) => copy(joinTexts(files), `Copied ${name}`), name);
	return (
		<section className={styles.file} aria-labelledby={`${id}-name`}>
			<header className={styles.header}>
				<h2 id={`${id}-name`} className={styles.name} translate="no">
					{name}
				</h2>
				{errors.length > 0 && <span className={styles.count}>{`${errors.length} to fix`}</span>}
				<button type="button" className={styles.action} aria-disabled={blocked} {...reason} onClick={copyFile}>
					Copy <span className="visually-hidden">{name}</span>
				</button>
				<button
					type="button"
					className={styles.action}
					aria-disabled={blocked}
					{...reason}
					onClick={() => handOut(downloadFiles, name)}
				>
					Download <span className="visually-hidden">{name}</span>
				</button>
				{(refusal || denial) && <p className={styles.denial}>{refusal || denial}</p>}
			</header>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and the keyboard must reach it. */}
			<pre className={styles.text} data-revealed={revealed} tabIndex={0} translate="no">
				<code ref={shown}>
					{lines.map((line, index) => (
						<LineView
							key={index}
							line={line}
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

/** Why a file can't be taken away yet; each reason leads to its field. */
export function FileErrors({ file: { name, errors } }: { readonly file: InspectedFile }) {
	return (
		<div className={styles.errors} id={errorsId(name)}>
			{errors.length > 0 && <p>{`To fix before ${name} can be copied:`}</p>}
			{errors.map((error) => (
				<button
					key={error.path.join(".")}
					type="button"
					className={styles.error}
					onClick={() => focusField(lineOf(error))}
				>
					{error.message}
				</button>
			))}
		</div>
	);
}

function errorsId(name: string): string {
	return `errors-${name.replace(/[^a-z]/g, "-")}`;
}

interface LineViewProps {
	readonly line: Line;
	readonly faulty: boolean;
	readonly changed: boolean;
	readonly removedBefore: boolean;
}

const LineView = memo(function LineView({ line, faulty, changed, removedBefore }: LineViewProps) {
	const names = [styles.line, changed && styles.changed, removedBefore && styles.removed, faulty && styles.faulty];
	const content = line.tokens.map((token, index) => (
		<span key={index} className={tokenClass(token)}>
			{token.text}
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

/** Whether two lines look the same: at a key, a file is laid out anew, and most of its lines read as before. */
function isSameLine({ line: before, ...a }: LineViewProps, { line: after, ...b }: LineViewProps): boolean {
	return (
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

/** The look of a token; inside of the class `text`, that of a secret hides it. */
export function tokenClass({ kind, secret }: Token): string {
	return [styles[`token-${kind}`], secret && styles.secret].filter(Boolean).join(" ");
}

/** The text of a line, without its line end. */
export function lineText(line: Line): string {
	return line.tokens.map(({ text }) => text).join("");
}
