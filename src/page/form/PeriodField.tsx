import { type ReactNode, useId, useMemo, useState } from "react";
import { useWatch } from "react-hook-form";
import { type CheckpointDraft, defaultDraft } from "../../core/draft/draft.ts";
import { useDraftForm } from "../draft/form.ts";
import { useInspection } from "../draft/InspectionProvider.tsx";
import { TextField } from "../field/TextField.tsx";
import { lazyPart } from "../lazy-part.tsx";
import styles from "./form.module.css";

const AdvisorPanel = lazyPart("the help with the period", () =>
	import("../advisor/AdvisorPanel.tsx").then((part) => part.AdvisorPanel),
);

/** Everyday periods, in the documentation's spelling. */
const presets = [
	{ title: "5 min", text: "5 mins" },
	{ title: "10 min", text: "10 mins" },
	{ title: "20 min", text: "20 mins" },
	{ title: "30 min", text: "30 mins" },
	{ title: "1 h", text: "1 hour" },
];

/** The checkpoint period, with what it means, a few everyday values, and help to choose one. */
export function PeriodField() {
	const { setValue, getValues } = useDraftForm();
	const id = useId();
	// Whoever comes back to answers of their own, or is sent some, finds what follows from them.
	const [open, setOpen] = useState(() => JSON.stringify(getValues("advisor")) !== JSON.stringify(defaultDraft.advisor));
	const period = useWatch<CheckpointDraft, "period">({ name: "period" });
	const opener = (
		<button
			type="button"
			className={styles.opener}
			aria-expanded={open}
			aria-controls={open ? id : undefined}
			onClick={() => setOpen(!open)}
		>
			Help me choose
		</button>
	);
	return (
		<div>
			<PeriodText aside={opener} />
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
			{open && (
				<div id={id}>
					<AdvisorPanel />
				</div>
			)}
		</div>
	);
}

/** The period's text, with what it means. */
function PeriodText({ aside }: { readonly aside: ReactNode }) {
	const { words, iso } = useInspection().period ?? {};
	const meaning = useMemo(
		() =>
			words && (
				<>
					<span>{words}</span> <span aria-hidden="true">·</span> <code translate="no">{iso}</code>
				</>
			),
		[words, iso],
	);
	return <TextField name="period" meaning={meaning} aside={aside} />;
}
