import { Fragment, useEffect, useRef } from "react";
import styles from "./check.module.css";
import type { DiffLine } from "./line-diff.ts";
import type { PatchedFile } from "./work.ts";

interface PatchViewProps {
	readonly files: readonly PatchedFile[];
	/** Whether the changes are those of the present text and form. */
	readonly current: boolean;
	readonly onAccept: () => void;
	readonly onDiscard: () => void;
}

/** Shows what the form's settings change in the files, before they are changed. */
export function PatchView({ files, current, onAccept, onDiscard }: PatchViewProps) {
	const title = useRef<HTMLHeadingElement>(null);
	useEffect(() => title.current?.focus(), []);
	return (
		<section className={styles.patch} aria-labelledby="check-patch">
			<h3 id="check-patch" ref={title} tabIndex={-1}>
				{files.length > 1 ? "What changes in your files" : "What changes in your file"}
			</h3>
			{files.map((file) => (
				<FileChanges key={file.name} file={file} />
			))}
			<div className={styles.actions}>
				<button type="button" className={styles.primary} aria-disabled={!current} onClick={() => current && onAccept()}>
					Accept the changes
				</button>
				<button type="button" className={styles.button} onClick={onDiscard}>
					Discard
				</button>
			</div>
		</section>
	);
}

/** More lines than these are counted and not shown. */
const most = 1000;

function FileChanges({ file: { name, hunks } }: { readonly file: PatchedFile }) {
	const lines = hunks.flat();
	const shown = hunks.filter((_, index) => hunks.slice(0, index).flat().length < most);
	const added = lines.filter(({ kind }) => kind === "added").length;
	const removed = lines.filter(({ kind }) => kind === "removed").length;
	return (
		<figure className={styles.changes}>
			<figcaption>
				<code translate="no">{name}</code>{" "}
				<span>
					{hunks.length === 0
						? "has these settings already."
						: `${countLines(added)} added, ${countLines(removed)} removed. Secrets are hidden.`}
				</span>
			</figcaption>
			{hunks.length > 0 && (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and the keyboard must reach it.
				<pre className={styles.diff} tabIndex={0} translate="no">
					<code>
						{shown.map((hunk) => (
							<Fragment key={hunk[0]?.number}>
								<span className={styles.hunk}>{`Line ${hunk[0]?.number}`}</span>
								{hunk.slice(0, most).map((line, index) => (
									<ChangedLine key={index} line={line} />
								))}
							</Fragment>
						))}
					</code>
				</pre>
			)}
		</figure>
	);
}

const signs = { added: "+ ", removed: "− ", same: "  " } as const;

function ChangedLine({ line: { kind, text } }: { readonly line: DiffLine }) {
	const Element = kind === "added" ? "ins" : kind === "removed" ? "del" : "span";
	return <Element className={styles[kind]}>{`${signs[kind]}${text}\n`}</Element>;
}

function countLines(count: number): string {
	return `${count} line${count === 1 ? "" : "s"}`;
}
