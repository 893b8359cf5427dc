import { useState } from "react";
import { useWatch } from "react-hook-form";
import { type CheckpointDraft, listSectionKeys } from "../../core/draft/draft.ts";
import { fields } from "../../core/draft/fields.ts";
import { recommendIdentity } from "../../core/draft/identity.ts";
import { isAtChartPath, listPodKeys } from "../../core/draft/pods.ts";
import { isSecretOption } from "../../core/object-store/secret-option.ts";
import type { ObjectStoreDescriptor } from "../../core/stores/store.ts";
import { isObjectStore, type ObjectStore, stores } from "../../core/stores/stores.ts";
import type { FieldName } from "../draft/form.ts";
import { useShownProblems } from "../draft/ShownProblemsProvider.tsx";
import { ChoiceField } from "../field/ChoiceField.tsx";
import fieldStyles from "../field/field.module.css";
import { TextField } from "../field/TextField.tsx";
import { EndpointPresets } from "./EndpointPresets.tsx";
import styles from "./form.module.css";
import { OptionRows } from "./OptionRows.tsx";

/** The chosen store's fields: where it is, how the workers sign in, what pods need for it, and what few need. */
export function StorageFields() {
	const store = useWatch<CheckpointDraft, "store">({ name: "store" });
	if (!isObjectStore(store)) return <SharedFilesystemFields />;
	return <ObjectStoreFields key={store} store={store} />;
}

function SharedFilesystemFields() {
	const output = useWatch<CheckpointDraft, "output">({ name: "output" });
	const isPathGiven = useWatch({ compute: (draft: CheckpointDraft) => isAtChartPath(draft) });
	return (
		<div className={styles.group}>
			{!isPathGiven && <TextField name="shared_filesystem.path" />}
			{output === "helm" && <ChoiceField name="kubernetes.volume" />}
			<PodFields />
		</div>
	);
}

function ObjectStoreFields({ store }: { readonly store: ObjectStore }) {
	const [url = "url", ...rest] = useWatch({ compute: (draft: CheckpointDraft) => listSectionKeys(draft) });
	const help = useWatch({ compute: (draft: CheckpointDraft) => findHelp(draft, store) });
	const asksForSecrets = useWatch({ compute: (draft: CheckpointDraft) => hasSecrets(draft, store) });
	const nameOf = (key: string) => `${store}.${key}` as FieldName;
	const main = rest.filter((key) => !isRare(nameOf(key)));
	const rare = rest.filter((key) => isRare(nameOf(key)));
	return (
		<div className={styles.group}>
			<TextField name={nameOf(url)} inputMode="url" />
			<ChoiceField name={nameOf("credentials")} meaning={help} />
			<PodFields />
			<Fields names={main.map(nameOf)} />
			{asksForSecrets && <ChoiceField name="secrets" compact />}
			<More store={store} names={rare.map(nameOf)} />
		</div>
	);
}

/** Text fields, two short ones beside each other. */
function Fields({ names }: { readonly names: readonly FieldName[] }) {
	const short = names.filter((name) => name !== "s3.aws_endpoint_url");
	const pairs = Array.from({ length: Math.ceil(short.length / 2) }, (_, index) =>
		short.slice(2 * index, 2 * index + 2),
	);
	return (
		<>
			{pairs.map((pair) => (
				<div key={pair.join()} className={fieldStyles.pair}>
					{pair.map((name) => (
						<TextField key={name} name={name} />
					))}
				</div>
			))}
			{names.includes("s3.aws_endpoint_url") && (
				<TextField name="s3.aws_endpoint_url" inputMode="url" tools={<EndpointPresets />} />
			)}
		</>
	);
}

interface MoreProps {
	readonly store: ObjectStore;
	readonly names: readonly FieldName[];
}

/** What few need, folded away: open from the start if some of it is set, and when something in it is wrong. */
function More({ store, names }: MoreProps) {
	const count = useWatch({ compute: (draft: CheckpointDraft) => countSet(draft, store, names) });
	const [open, setOpen] = useState(count > 0);
	const shown = useShownProblems();
	const isWrong = [...shown.keys()].some(
		(name) => names.some((each) => each === name) || name.startsWith(`${store}.options.`),
	);
	const [wasWrong, setWasWrong] = useState(isWrong);
	if (isWrong !== wasWrong) {
		setWasWrong(isWrong);
		if (isWrong) setOpen(true);
	}
	return (
		<details className={styles.more} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary>
				{store === "s3" ? "Region, endpoint, more" : "More options"}
				{count > 0 && <span className={styles.count}>{`${count} set`}</span>}
			</summary>
			<div className={styles.group}>
				<Fields names={names} />
				<OptionRows store={store} />
			</div>
		</details>
	);
}

/** Whose credentials the workers use with the chosen kind, and what would be safer. */
function findHelp(draft: CheckpointDraft, store: ObjectStore): string {
	const kinds: ObjectStoreDescriptor["credentials"]["kinds"] = stores[store].credentials.kinds;
	return [kinds[draft[store].credentials]?.help, recommendIdentity(draft)].filter(Boolean).join(" ");
}

/** Whether few need a field. */
function isRare(name: string): boolean {
	return fields.get(name)?.rare ?? false;
}

function countSet(draft: CheckpointDraft, store: ObjectStore, names: readonly FieldName[]): number {
	const section: Readonly<Record<string, unknown>> = { ...draft[store] };
	return draft[store].options.length + names.filter((name) => section[name.slice(store.length + 1)] !== "").length;
}

/** Whether some text that the form asks for is a secret, so that where it goes is a question. */
function hasSecrets(draft: CheckpointDraft, store: ObjectStore): boolean {
	return (
		draft.output === "bare_metal" &&
		(draft.secrets === "environment" ||
			listSectionKeys(draft).some((key) => fields.get(`${store}.${key}`)?.secret) ||
			draft[store].options.some(({ key }) => isSecretOption(store, key)))
	);
}

/** What only the outputs for Kubernetes ask for. */
function PodFields() {
	const keys = useWatch({ compute: (draft: CheckpointDraft) => listPodKeys(draft) });
	return keys.map((key) => <TextField key={key} name={`kubernetes.${key}`} />);
}
