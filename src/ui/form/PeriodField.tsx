import { TextField } from "../field/TextField.tsx";
import { useDraftForm, useInspection } from "../state/draft.tsx";
import styles from "./form.module.css";

/** Everyday periods, in the documentation's spelling. */
const presets = [
	{ title: "5 min", text: "5 mins" },
	{ title: "10 min", text: "10 mins" },
	{ title: "20 min", text: "20 mins" },
	{ title: "30 min", text: "30 mins" },
	{ title: "1 h", text: "1 hour" },
];

/** The checkpoint period, with what it means and a few everyday values. */
export function PeriodField() {
	const { setValue } = useDraftForm();
	const period = useInspection(({ draft }) => draft.period);
	const described = useInspection((inspection) => inspection.period);
	const meaning = described && (
		<>
			{described.words} <span aria-hidden="true">·</span> <code>{described.iso}</code>
		</>
	);
	return (
		<div>
			<TextField name="period" meaning={meaning} />
			<fieldset className={styles.presets}>
				<legend className="visually-hidden">Everyday periods</legend>
				{presets.map(({ title, text }) => (
					<button
						key={title}
						type="button"
						className={styles.preset}
						aria-pressed={period.trim() === text}
						onClick={() => setValue("period", text, { shouldDirty: true, shouldTouch: true })}
					>
						{title}
					</button>
				))}
			</fieldset>
		</div>
	);
}
