import { useState } from "react";
import { flushSync } from "react-dom";
import { useWatch } from "react-hook-form";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { type EndpointPreset, endpointPresets } from "../../core/object-store/endpoint-preset.ts";
import { useAnnounce } from "../announce.tsx";
import { useEditingSteps } from "../draft/EditingProvider.tsx";
import { useDraftForm } from "../draft/form.ts";
import { insertText } from "../draft/use-apply-fix.ts";
import styles from "./form.module.css";

/** What the fields held before a store was filled in, and since. */
interface Filled {
	readonly name: string;
	readonly before: readonly [endpoint: string, region: string];
	readonly after: readonly [endpoint: string, region: string];
	/** Whether the region was the person's own: then it is theirs to change. */
	readonly ownRegion: boolean;
}

const names = ["s3.aws_endpoint_url", "s3.aws_region"] as const;

/**
 * Fills the shape of an S3-compatible store's endpoint, and selects the part that is the person's to fill. A region that a
 * store had set goes with it; one that was typed stays. Undo takes both back until either is changed.
 */
export function EndpointPresets() {
	const { setValue, getValues } = useDraftForm();
	const { type, settle } = useEditingSteps();
	const announce = useAnnounce();
	const [filled, setFilled] = useState<Filled>();
	const [endpoint, region] = useWatch<CheckpointDraft, typeof names>({ name: names });
	const canUndo = filled && filled.after[0] === endpoint && filled.after[1] === region;

	const write = (texts: readonly [endpoint: string, region: string]) => {
		const options = { shouldDirty: true, shouldTouch: true };
		// The part to select must be there. Typed, the browser's own Undo can take it back too.
		if (!insertText(names[0], texts[0])) flushSync(() => setValue(names[0], texts[0], options));
		if (texts[1] !== getValues(names[1])) setValue(names[1], texts[1], options);
	};
	const fill = (preset: EndpointPreset) => {
		const before = getValues([...names]);
		const ownRegion = before[1].trim() !== "" && (before[1] !== filled?.after[1] || filled.ownRegion);
		const after = [preset.url, ownRegion ? before[1] : (preset.region ?? "")] as const;
		write(after);
		setFilled({ name: preset.name, before, after, ownRegion });
		announce(`Filled in for ${preset.name}`);
		selectPlaceholder(preset.url);
		// What is left to fill in is no mistake yet.
		type(names[0]);
	};
	const undo = () => {
		if (!filled) return;
		write(filled.before);
		setFilled(undefined);
		settle();
		announce("Undone");
		document.getElementsByName(names[0])[0]?.focus();
	};
	return (
		<div className={styles.known}>
			<fieldset className={styles.presets}>
				<legend className="visually-hidden">Fill in for a store</legend>
				{endpointPresets.map((preset) => (
					<button key={preset.name} type="button" className={styles.preset} translate="no" onClick={() => fill(preset)}>
						{preset.name}
					</button>
				))}
			</fieldset>
			{canUndo && (
				<p className={styles.filled}>
					{`Filled in for ${filled.name}.`}
					<button type="button" className={styles.undo} onClick={undo}>
						Undo<span className="visually-hidden"> filling in the endpoint</span>
					</button>
				</p>
			)}
		</div>
	);
}

/** Selects what of an endpoint is in angle brackets, to be typed over. */
function selectPlaceholder(url: string): void {
	const input = document.getElementsByName(names[0])[0];
	if (!(input instanceof HTMLInputElement)) return;
	input.focus();
	const placeholder = /<[^>]*>/.exec(url);
	if (placeholder) input.setSelectionRange(placeholder.index, placeholder.index + placeholder[0].length);
}
