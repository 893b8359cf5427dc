import { useId, useState } from "react";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { explainError } from "../../core/errors/explain-error.ts";
import { type CheckpointAnswers, checkpointQuestions, findMissingCause } from "../../core/errors/missing-checkpoint.ts";
import { isObjectStore, isStore } from "../../core/stores/stores.ts";
import { nameField } from "../draft/error-summary.ts";
import { focusField } from "../draft/focus-field.ts";
import { useDraft, useDraftForm } from "../draft/form.ts";
import styles from "./trouble.module.css";

type Question = keyof typeof checkpointQuestions;

/** Says why there is no checkpoint: from an error that was pasted, or else from the answers to five questions. */
export function Trouble() {
	const id = useId();
	const [text, setText] = useState("");
	const [answers, setAnswers] = useState<CheckpointAnswers>({});
	const explained = text.trim() === "" ? undefined : explainError(text);
	const isAnswered = Object.keys(answers).length > 0;
	return (
		<div className={styles.trouble}>
			<label htmlFor={`${id}-error`} className={styles.label}>
				Paste an error or some lines of the log
			</label>
			<p id={`${id}-help`} className={styles.help}>
				This page reads it and sends it nowhere. Leave it empty if there is no error.
			</p>
			<textarea
				id={`${id}-error`}
				className={styles.text}
				aria-describedby={`${id}-help`}
				rows={4}
				autoComplete="off"
				spellCheck={false}
				translate="no"
				value={text}
				onChange={({ target }) => setText(target.value)}
			/>
			<div role="status">
				{explained?.explanations.length === 0 && (
					<p>No known error in it. Something may still be wrong: the questions below may help.</p>
				)}
				{explained?.explanations.map(({ id: error, line, cause, remedy, fields }) => (
					<section key={error} className={styles.cause} aria-label={cause}>
						<pre translate="no">{line}</pre>
						<Cause cause={cause} remedy={remedy} fields={fields} />
					</section>
				))}
			</div>
			<h3>No error? Answer what you know</h3>
			{(Object.keys(checkpointQuestions) as Question[]).map((name) => (
				<QuestionField
					key={name}
					name={name}
					answer={answers[name]}
					onAnswer={(answer) => setAnswers({ ...answers, [name]: answer })}
				/>
			))}
			<div role="status">{isAnswered && <Cause {...findMissingCause(answers)} />}</div>
		</div>
	);
}

interface QuestionFieldProps {
	readonly name: Question;
	readonly answer: string | undefined;
	readonly onAnswer: (answer: string) => void;
}

function QuestionField({ name, answer, onAnswer }: QuestionFieldProps) {
	const { question, help, answers } = checkpointQuestions[name];
	const id = useId();
	return (
		<fieldset className={styles.question} aria-describedby={id}>
			<legend className={styles.label}>{question}</legend>
			<p id={id} className={styles.help}>
				{help}
			</p>
			<div className={styles.answers}>
				{Object.entries<string>(answers).map(([value, title]) => (
					<label key={value}>
						<input type="radio" name={`${id}-${name}`} checked={answer === value} onChange={() => onAnswer(value)} />
						<span>{title}</span>
					</label>
				))}
			</div>
		</fieldset>
	);
}

interface CauseProps {
	readonly cause: string;
	readonly remedy: string;
	readonly fields: readonly string[];
	readonly certainty?: "documented" | "likely" | "open";
}

const certainties = { documented: "The cause", likely: "The likely cause", open: "Not known yet" } as const;

function Cause({ cause, remedy, fields, certainty = "documented" }: CauseProps) {
	const draft = useDraft();
	const { setValue } = useDraftForm();
	const [field] = fields.flatMap((name) => locateField(draft, name) ?? []);
	const go = (name: string) => {
		const [store = ""] = name.split(".");
		if (isStore(store) && store !== draft.store) setValue("store", store, { shouldDirty: true });
		focusField(name);
	};
	return (
		<>
			<p>
				<strong>{certainties[certainty]}:</strong> {cause}
			</p>
			<p>
				{remedy}{" "}
				{field !== undefined && (
					<button type="button" className={styles.go} onClick={() => go(field)}>
						{`Go to “${nameField(draft, field)}”`}
					</button>
				)}
			</p>
		</>
	);
}

/** The form's name of a field that an explanation names; nothing for an option that isn't set. */
function locateField(draft: CheckpointDraft, name: string): string | undefined {
	const [store = "", part, key] = name.split(".");
	if (part !== "options") return name;
	if (!isStore(store) || !isObjectStore(store)) return undefined;
	const index = draft[store].options.findIndex((option) => option.key === key);
	return index === -1 ? undefined : `${store}.options.${index}.value`;
}
