import { useWatch } from "react-hook-form";
import { type CheckpointDraft, listSectionKeys } from "../../core/draft/draft.ts";
import { recommendIdentity } from "../../core/draft/identity.ts";
import { isAtChartPath, listPodKeys } from "../../core/draft/pods.ts";
import type { FieldName } from "../draft/form.ts";
import { ChoiceField } from "../field/ChoiceField.tsx";
import { TextField } from "../field/TextField.tsx";
import { EndpointPresets } from "./EndpointPresets.tsx";
import styles from "./form.module.css";
import { OptionRows } from "./OptionRows.tsx";

/** The chosen store's fields: where it is, how the workers authenticate, any further option, and what pods need for it. */
export function StorageFields() {
	const [store, output] = useWatch<CheckpointDraft, ["store", "output"]>({ name: ["store", "output"] });
	const [url = "url", ...rest] = useWatch({ compute: (draft: CheckpointDraft) => listSectionKeys(draft) });
	const isPathGiven = useWatch({ compute: (draft: CheckpointDraft) => isAtChartPath(draft) });
	const identity = useWatch({ compute: (draft: CheckpointDraft) => recommendIdentity(draft) });
	const field = (key: string) => `${store}.${key}` as FieldName;
	if (store === "shared_filesystem") {
		return (
			<div key={store} className={styles.group}>
				{!isPathGiven && <TextField name="shared_filesystem.path" />}
				{output === "helm" && <ChoiceField name="kubernetes.volume" />}
				<PodFields />
			</div>
		);
	}
	return (
		<div key={store} className={styles.group}>
			<TextField name={field(url)} />
			<ChoiceField name={field("credentials")} meaning={identity} />
			<PodFields />
			{rest.map((key) => (
				<TextField key={key} name={field(key)} aside={key === "aws_endpoint_url" && <EndpointPresets />} />
			))}
			<OptionRows store={store} />
		</div>
	);
}

/** What only the outputs for Kubernetes ask for. */
function PodFields() {
	const keys = useWatch({ compute: (draft: CheckpointDraft) => listPodKeys(draft) });
	return keys.map((key) => <TextField key={key} name={`kubernetes.${key}`} />);
}
