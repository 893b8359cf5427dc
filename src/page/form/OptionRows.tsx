import { useId, useRef, useState } from "react";
import { useFieldArray } from "react-hook-form";
import type { OptionPlace } from "../../core/draft/option-place.ts";
import type { StoreOption } from "../../core/stores/store.ts";
import { type ObjectStore, stores } from "../../core/stores/stores.ts";
import { useAnnounce } from "../announce.tsx";
import { useEditingSteps } from "../draft/EditingProvider.tsx";
import { focusField } from "../draft/focus-field.ts";
import { useDraftForm } from "../draft/form.ts";
import { lazyPart } from "../lazy-part.tsx";
import styles from "./form.module.css";
import { OptionField } from "./OptionField.tsx";

const OptionPicker = lazyPart("the list of options", () =>
	import("./OptionPicker.tsx").then((part) => part.OptionPicker),
);

/** The options that have no field of their own: those that were added, and a list to add more from. */
export function OptionRows({ store }: { readonly store: ObjectStore }) {
	const form = useDraftForm();
	const steps = useEditingSteps();
	const announce = useAnnounce();
	const name = `${store}.options` as const;
	const { fields, append, remove } = useFieldArray({ control: form.control, name });
	const [open, setOpen] = useState(false);
	const addButton = useRef<HTMLButtonElement>(null);
	const id = useId();

	const close = () => {
		setOpen(false);
		addButton.current?.focus();
	};
	const add = (option: StoreOption, place: OptionPlace) => {
		let field = `${store}.${option.key}`;
		if (place.kind === "row") field = `${name}.${place.index}.value`;
		else if (place.kind === "other credentials") {
			form.setValue(`${store}.credentials`, place.credentials as "environment", {
				shouldDirty: true,
				shouldTouch: true,
			});
			announce(`Credentials: ${place.title}`);
		} else if (place.kind === "new row") {
			field = `${name}.${form.getValues(name).length}.value`;
			append({ key: option.key, value: firstValue(option) }, { shouldFocus: false });
			announce(`Added ${option.key}`);
		}
		setOpen(false);
		focusField(field);
	};
	const removeRow = (index: number) => {
		announce(`Removed ${form.getValues(name)[index]?.key ?? "the option"}`);
		remove(index);
		steps.removeRow(name, index);
		addButton.current?.focus();
	};

	return (
		<section className={styles.options} aria-labelledby={`${id}-title`}>
			<div className={styles.sectionTop}>
				<h3 id={`${id}-title`} className={styles.optionsTitle}>
					Options
				</h3>
				<a className={styles.docs} href={stores[store].docs} target="_blank" rel="noopener">
					All options<span className="visually-hidden">, in a new tab</span>
				</a>
			</div>
			{fields.map(({ id: rowId }, index) => (
				<OptionField key={rowId} store={store} index={index} onRemove={() => removeRow(index)} />
			))}
			<button
				ref={addButton}
				type="button"
				className={styles.add}
				aria-expanded={open}
				aria-controls={open ? `${id}-picker` : undefined}
				onClick={() => setOpen(!open)}
			>
				Add option
			</button>
			{open && (
				<div id={`${id}-picker`}>
					<OptionPicker store={store} onPick={add} onClose={close} />
				</div>
			)}
		</section>
	);
}

function firstValue({ type }: StoreOption): string {
	if (type === "boolean") return "true";
	const first = typeof type === "object" ? type.oneOf[0] : undefined;
	return first?.endsWith("*") ? "" : (first ?? "");
}
