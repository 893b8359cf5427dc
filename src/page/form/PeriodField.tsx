import { useId, useMemo, useState } from "react";
import { useWatch } from "react-hook-form";
import { type CheckpointDraft, defaultDraft } from "../../core/draft/draft.ts";
import { useEditingSteps } from "../draft/EditingProvider.tsx";
import { useDraftForm } from "../draft/form.ts";
import { useInspection } from "../draft/InspectionProvider.tsx";
import { TextField } from "../field/TextField.tsx";
import { lazyPart } from "../lazy-part.tsx";
import styles from "./form.module.css";

const AdvisorPanel = lazyPart("the help with the period", () =>
	import("../advisor/AdvisorPanel.tsx").then((part) => part.AdvisorPanel),
);

/** Everyday periods, in the documentation's spelling, and as ISO 8601 has them. */
const presets = [
	{ title: "5 min", text: "5 mins", iso: "PT5M" },
	{ title: "10 min", text: "10 mins", iso: "PT10M" },
	{ title: "20 min", text: "20 mins", iso: "PT20M" },
	{ title: "30 min", text: "30 mins", iso: "PT30M" },
	{ title: "1 h", text: "1 hour", iso: "PT1H" },
];

/** The checkpoint period, with what it means, a few everyday values, and help to choose one. */
export function PeriodField() {
	const { setValue, getValues } = useDraftForm();
	const { settle } = useEditingSteps();
	const id = useId();
	// Whoever comes back to answers of their own, or is sent some, finds what follows from them.
	const [open, setOpen] = useState(() => JSON.stringify(getValues("advisor")) !== JSON.stringify(defaultDraft.advisor));
	const period = useWatch<CheckpointDraft, "period">({ name: "period" });
	const { words, iso } = useInspection().period ?? {};
	const meaning = useMemo(
		() => (
			<>
				{words && (
					<>
						<span>{words}</span> <span aria-hidden="true">·</span> <code translate="no">{iso}</code>
					</>
				)}
			</>
		),
		[words, iso],
	);
	const choose = (text: string) => {
		setValue("period", text, { shouldDirty: true, shouldTouch: true });
		settle();
	};
	return (
		<div>
			<TextField name="period" meaning={meaning} />
			<div className={styles.everyday}>
				<fieldset className={styles.presets}>
					<legend className="visually-hidden">Everyday periods</legend>
					{presets.map((preset) => (
						<button
							key={preset.title}
							type="button"
							className={styles.preset}
							aria-pressed={iso === undefined ? period.trim() === preset.text : iso === preset.iso}
							onClick={() => choose(preset.text)}
						>
							{preset.title}
						</button>
					))}
				</fieldset>
				<button
					type="button"
					className={styles.opener}
					aria-expanded={open}
					aria-controls={open ? id : undefined}
					onClick={() => setOpen(!open)}
				>
					Help me choose
				</button>
			</div>
			{open && (
				<div id={id}>
					<AdvisorPanel />
				</div>
			)}
		</div>
	);
}
