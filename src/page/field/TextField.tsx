import { memo, type ReactNode, type Ref, type UIEvent, useRef, useState } from "react";
import type { FieldMeta } from "../../core/draft/fields.ts";
import type { Problem } from "../../core/problem.ts";
import type { FieldName } from "../draft/form.ts";
import { FieldMessage } from "./FieldMessage.tsx";
import styles from "./field.module.css";
import { type Field, useField, useFieldIds } from "./use-field.ts";

interface TextFieldProps extends TextLook {
	readonly name: FieldName;
	/** Where the schema has no field of that name: a row of options. */
	readonly meta?: FieldMeta;
	/** What is wrong with a field that the draft's judge does not know. */
	readonly problem?: Problem | undefined;
}

interface TextLook {
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
export function TextField({ name, meta, problem, ...look }: TextFieldProps) {
	return <TextFieldView {...look} {...useField(name, meta, problem)} />;
}

const TextFieldView = memo(function TextFieldView({ meaning, aside, inputMode, code, ...field }: TextLook & Field) {
	const { name, meta, value, problem, onChange, onBlur, ref } = field;
	const { id, helpId, messageId, aria } = useFieldIds(field);
	const [revealed, setRevealed] = useState(false);
	const masked = meta.secret && !revealed;
	const mirror = useRef<HTMLDivElement>(null);
	const followScroll = (event: UIEvent<HTMLInputElement>) => {
		if (mirror.current) mirror.current.scrollLeft = event.currentTarget.scrollLeft;
	};
	return (
		<div className={styles.field}>
			<div className={styles.top}>
				<label htmlFor={id} className={code ? styles.code : styles.label} translate={code ? "no" : undefined}>
					{meta.title}
				</label>
				{meta.missing === undefined && !code && <span className={styles.optional}>optional</span>}
				{aside}
			</div>
			<div className={styles.control}>
				{problem?.range && !meta.secret && <Mark text={value} problem={problem} ref={mirror} />}
				<input
					{...aria}
					id={id}
					ref={ref}
					name={name}
					value={value}
					onChange={onChange}
					onBlur={onBlur}
					className={styles.input}
					type={masked ? "password" : "text"}
					inputMode={inputMode}
					placeholder={meta.example}
					onScroll={followScroll}
					autoComplete="off"
					autoCapitalize="off"
					autoCorrect="off"
					spellCheck={false}
					data-1p-ignore
					data-lpignore="true"
				/>
				{meta.secret && (
					<button
						type="button"
						className={styles.reveal}
						aria-pressed={revealed}
						aria-describedby={`${id}-reveal`}
						onClick={() => setRevealed(!revealed)}
					>
						Show
						<span id={`${id}-reveal`} hidden>
							{meta.title}
						</span>
					</button>
				)}
			</div>
			<FieldMessage {...{ name, meta, problem, helpId, messageId, meaning }} />
		</div>
	);
});

interface MarkProps {
	readonly text: string;
	readonly problem: Problem;
	readonly ref: Ref<HTMLDivElement>;
}

/** The field's text once more behind it, unseen, to underline a part of it: an input can't mark its own characters. */
function Mark({ text, problem: { range, severity }, ref }: MarkProps) {
	return (
		<div ref={ref} className={styles.mirror} aria-hidden="true" translate="no">
			{text.slice(0, range?.start)}
			<mark className={styles.mark} data-severity={severity}>
				{text.slice(range?.start, range?.end)}
			</mark>
			{text.slice(range?.end)}
		</div>
	);
}
