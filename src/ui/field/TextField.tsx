import { type ReactNode, type UIEvent, useRef, useState } from "react";
import type { FieldMeta } from "../../config/fields.ts";
import type { Problem, Range, Severity } from "../../problem.ts";
import type { FieldName } from "../state/draft.tsx";
import { useDraftForm } from "../state/draft.tsx";
import { FieldMessage } from "./FieldMessage.tsx";
import styles from "./field.module.css";
import { useField } from "./use-field.ts";

interface TextFieldProps {
	readonly name: FieldName;
	/** Where the schema has no field of that name: a row of options. */
	readonly meta?: FieldMeta;
	/** What is wrong with a field that the draft's judge does not know. */
	readonly problem?: Problem | undefined;
	/** What the present value means, shown while nothing is wrong with it. */
	readonly meaning?: ReactNode;
	/** Stands beside the label. */
	readonly aside?: ReactNode;
	/** Which keys a touch screen offers. */
	readonly inputMode?: "numeric" | "url" | undefined;
	/** Set in the label's own type: an option's key. */
	readonly code?: boolean;
}

/** A labelled field for one line of text, with its help, its problem and the offending characters marked in place. */
export function TextField({ name, meta, problem: own, meaning, aside, inputMode, code }: TextFieldProps) {
	const field = useField(name, meta, own);
	const { problem, control } = field;
	const [revealed, setRevealed] = useState(false);
	const masked = field.meta.secret && !revealed;
	const mark = problem?.range && !field.meta.secret ? { range: problem.range, severity: problem.severity } : undefined;
	const mirror = useRef<HTMLDivElement>(null);
	const followScroll = (event: UIEvent<HTMLInputElement>) => {
		if (mirror.current) mirror.current.scrollLeft = event.currentTarget.scrollLeft;
	};
	return (
		<div className={styles.field}>
			<div className={styles.top}>
				<label htmlFor={field.id} className={code ? styles.code : styles.label} translate={code ? "no" : undefined}>
					{field.meta.title}
				</label>
				{field.meta.missing === undefined && !code && <span className={styles.optional}>optional</span>}
				{aside}
			</div>
			<div className={styles.control}>
				{mark && <Mark name={name} {...mark} ref={mirror} />}
				<input
					{...control}
					defaultValue={field.first}
					className={styles.input}
					type={masked ? "password" : "text"}
					inputMode={inputMode}
					placeholder={field.meta.example}
					onScroll={followScroll}
					autoComplete="off"
					autoCapitalize="off"
					autoCorrect="off"
					spellCheck={false}
					data-1p-ignore
					data-lpignore="true"
				/>
				{field.meta.secret && (
					<button
						type="button"
						className={styles.reveal}
						aria-pressed={revealed}
						aria-describedby={`${field.id}-reveal`}
						onClick={() => setRevealed(!revealed)}
					>
						Show
						<span id={`${field.id}-reveal`} hidden>
							{field.meta.title}
						</span>
					</button>
				)}
			</div>
			<FieldMessage field={field} meaning={meaning} />
		</div>
	);
}

/** The field's text once more behind it, unseen, to underline a part of it: an input can't mark its own characters. */
function Mark({
	name,
	range,
	severity,
	ref,
}: {
	readonly name: FieldName;
	readonly range: Range;
	readonly severity: Severity;
	readonly ref: React.Ref<HTMLDivElement>;
}) {
	const text = String(useDraftForm().getValues(name));
	return (
		<div ref={ref} className={styles.mirror} aria-hidden="true" translate="no">
			{text.slice(0, range.start)}
			<mark className={styles.mark} data-severity={severity}>
				{text.slice(range.start, range.end)}
			</mark>
			{text.slice(range.end)}
		</div>
	);
}
