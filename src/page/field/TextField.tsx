import { memo, type ReactNode, type Ref, type UIEvent, useCallback, useLayoutEffect, useRef, useState } from "react";
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
	/** What the present value means: stands beside the control. */
	readonly meaning?: ReactNode;
	/** Stands beside the label. */
	readonly aside?: ReactNode;
	/** Stands between the help and the control. */
	readonly tools?: ReactNode;
	/** Which keys a touch screen offers. */
	readonly inputMode?: "numeric" | "url" | undefined;
	/** Set in the label's own type: an option's name. */
	readonly code?: boolean;
}

/** A labelled field for one line of text, with its help, its problem and the offending characters marked in place. */
export function TextField({ name, meta, problem, ...look }: TextFieldProps) {
	return <TextFieldView {...look} {...useField(name, meta, problem)} />;
}

const TextFieldView = memo(function TextFieldView(props: TextLook & Field) {
	const { meaning, aside, tools, inputMode, code, ...field } = props;
	const { name, meta, value, problem, onChange, onBlur, ref } = field;
	const { id, helpId, messageId, aria } = useFieldIds(field);
	const meaningId = `${id}-meaning`;
	const described = [meaning && meaningId, aria["aria-describedby"]].filter(Boolean).join(" ") || undefined;
	const mirror = useRef<HTMLDivElement>(null);
	const followScroll = (event: UIEvent<HTMLInputElement>) => {
		if (mirror.current) mirror.current.scrollLeft = event.currentTarget.scrollLeft;
	};
	const attributes = {
		...aria,
		"aria-describedby": described,
		id,
		name,
		onChange,
		onBlur,
		className: styles.input,
		autoComplete: "off",
		autoCapitalize: "off",
		autoCorrect: "off",
		spellCheck: false,
		...uninvited,
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
			<div className={styles.said}>
				<FieldMessage {...{ name, meta, problem, helpId, messageId }} typed />
				{tools}
			</div>
			<div className={styles.row}>
				{meta.secret ? (
					<SecretInput title={meta.title} value={value} focusRef={ref} attributes={attributes} />
				) : (
					<div className={styles.control}>
						{problem?.range && <Mark text={value} problem={problem} ref={mirror} />}
						<input {...attributes} ref={ref} type="text" value={value} inputMode={inputMode} onScroll={followScroll} />
					</div>
				)}
				{meaning !== undefined && (
					<div id={meaningId} className={styles.meaning}>
						{meaning}
					</div>
				)}
			</div>
		</div>
	);
});

/** Asks 1Password, LastPass, Bitwarden and Dashlane, in the word of each, to leave a field alone. */
const uninvited = {
	"data-1p-ignore": true,
	"data-lpignore": "true",
	"data-bwignore": true,
	"data-form-type": "other",
};

interface SecretInputProps {
	readonly title: string;
	readonly value: string;
	readonly focusRef: Field["ref"];
	readonly attributes: object;
}

/**
 * An input for a secret, with a button that shows it. The text is the input's alone: React would repeat it in the attribute
 * `value`, where whatever reads the page's markup finds it.
 */
function SecretInput({ title, value, focusRef, attributes }: SecretInputProps) {
	const [revealed, setRevealed] = useState(false);
	const input = useRef<HTMLInputElement>(null);
	useLayoutEffect(() => {
		if (input.current && input.current.value !== value) input.current.value = value;
	}, [value]);
	const hold = useCallback(
		(element: HTMLInputElement | null) => {
			input.current = element;
			focusRef(element);
		},
		[focusRef],
	);
	return (
		<div className={styles.control}>
			<input {...attributes} ref={hold} type={revealed ? "text" : "password"} />
			<button type="button" className={styles.reveal} onClick={() => setRevealed(!revealed)}>
				{revealed ? "Hide" : "Show"}
				<span className="visually-hidden"> {lowerFirst(title)}</span>
			</button>
		</div>
	);
}

/** A title within a sentence: `Secret access key` begins small, `SAS token` does not. */
function lowerFirst(title: string): string {
	return title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

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
