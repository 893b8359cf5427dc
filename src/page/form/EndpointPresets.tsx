import { flushSync } from "react-dom";
import { endpointPresets } from "../../core/object-store/endpoint-preset.ts";
import { useDraftForm } from "../draft/form.ts";
import styles from "./form.module.css";

/** Fills the shape of an S3-compatible store's endpoint, and selects the part that is the person's to fill. */
export function EndpointPresets() {
	const { setValue, getValues } = useDraftForm();
	const fill = (name: string) => {
		const preset = endpointPresets.find((each) => each.name === name);
		if (!preset) return;
		// The part to select must be there.
		flushSync(() => setValue("s3.aws_endpoint_url", preset.url, { shouldDirty: true, shouldTouch: true }));
		if (preset.region && getValues("s3.aws_region").trim() === "") {
			setValue("s3.aws_region", preset.region, { shouldDirty: true });
		}
		const input = document.getElementsByName("s3.aws_endpoint_url")[0];
		if (!(input instanceof HTMLInputElement)) return;
		input.focus();
		const placeholder = /<[^>]*>/.exec(preset.url);
		if (placeholder) input.setSelectionRange(placeholder.index, placeholder.index + placeholder[0].length);
	};
	return (
		<select
			className={styles.presetSelect}
			aria-label="Fill in for a store"
			value=""
			onChange={(event) => fill(event.target.value)}
		>
			<option value="">Fill in for…</option>
			{endpointPresets.map(({ name }) => (
				<option key={name} value={name} translate="no">
					{name}
				</option>
			))}
		</select>
	);
}
