import { useWatch } from "react-hook-form";
import { type CheckpointDraft, listSectionKeys } from "../../core/draft/draft.ts";
import type { FieldName } from "../draft/form.ts";
import { ChoiceField } from "../field/ChoiceField.tsx";
import { TextField } from "../field/TextField.tsx";
import { EndpointPresets } from "./EndpointPresets.tsx";
import styles from "./form.module.css";
import { OptionRows } from "./OptionRows.tsx";

/** The chosen store's fields: where it is, how the workers authenticate, and any further option. */
export function StorageFields() {
	const store = useWatch<CheckpointDraft, "store">({ name: "store" });
	const [url = "url", ...rest] = useWatch({ compute: (draft: CheckpointDraft) => listSectionKeys(draft) });
	const field = (key: string) => `${store}.${key}` as FieldName;
	if (store === "shared_filesystem") return <TextField name="shared_filesystem.path" />;
	return (
		<div key={store} className={styles.group}>
			<TextField name={field(url)} />
			<ChoiceField name={field("credentials")} />
			{rest.map((key) => (
				<TextField key={key} name={field(key)} aside={key === "aws_endpoint_url" && <EndpointPresets />} />
			))}
			<OptionRows store={store} />
		</div>
	);
}
