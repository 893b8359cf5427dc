import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { findOptionPlace, type OptionPlace } from "../../core/draft/option-place.ts";
import { searchOptions } from "../../core/object-store/search.ts";
import type { StoreOption } from "../../core/stores/store.ts";
import type { ObjectStore } from "../../core/stores/stores.ts";
import styles from "./option-picker.module.css";

interface OptionPickerProps {
	readonly store: ObjectStore;
	readonly onPick: (option: StoreOption, place: OptionPlace) => void;
	readonly onClose: () => void;
}

/** Every option that the store knows, found by name, alias, purpose or what another library calls it. */
export function OptionPicker({ store, onPick, onClose }: OptionPickerProps) {
	const id = useId();
	const [query, setQuery] = useState("");
	const [active, setActive] = useState(0);
	const input = useRef<HTMLInputElement>(null);
	const { hits, note } = searchOptions(store, query);
	const section = useWatch({ compute: (draft: CheckpointDraft) => structuredClone(draft[store]) });
	const pick = (option: StoreOption) => onPick(option, findOptionPlace(store, section, option));
	useEffect(() => input.current?.focus(), []);
	const optionId = (index: number) => `${id}-${index}`;

	const move = (index: number) => {
		setActive(index);
		document.getElementById(optionId(index))?.scrollIntoView({ block: "nearest" });
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const last = hits.length - 1;
		const hit = hits[active];
		if (event.key === "Escape") onClose();
		else if (event.key === "ArrowDown") move(active === last ? 0 : active + 1);
		else if (event.key === "ArrowUp") move(active === 0 ? last : active - 1);
		else if (event.key === "Enter" && hit) pick(hit.option);
		else return;
		event.preventDefault();
	};

	return (
		<div className={styles.picker}>
			<label className={styles.label} htmlFor={`${id}-query`}>
				By name, by purpose, or by its name in another library
			</label>
			<input
				ref={input}
				id={`${id}-query`}
				className={styles.search}
				role="combobox"
				aria-label="Search options"
				aria-expanded="true"
				aria-controls={`${id}-list`}
				aria-autocomplete="list"
				aria-activedescendant={hits.length > 0 ? optionId(active) : undefined}
				aria-describedby={`${id}-note`}
				autoComplete="off"
				autoCapitalize="off"
				spellCheck={false}
				value={query}
				onChange={(event) => {
					setQuery(event.target.value);
					setActive(0);
				}}
				onKeyDown={onKeyDown}
			/>
			<p id={`${id}-note`} className={styles.note} role="status">
				{note ?? (hits.length === 0 ? `No option matches “${query}”.` : "")}
			</p>
			<div id={`${id}-list`} className={styles.list} role="listbox" aria-label="Options" tabIndex={-1}>
				{hits.map(({ option, via }, index) => (
					// biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys.
					<div
						key={option.key}
						id={optionId(index)}
						role="option"
						tabIndex={-1}
						aria-selected={index === active}
						className={styles.hit}
						onClick={() => pick(option)}
						onMouseMove={() => setActive(index)}
					>
						<code className={styles.key} translate="no">
							{option.key}
						</code>
						{via && (
							<span className={styles.via}>
								found by <code translate="no">{via}</code>
							</span>
						)}
						<span className={styles.place}>{describePlace(findOptionPlace(store, section, option))}</span>
						<span className={styles.help}>{option.help}</span>
					</div>
				))}
			</div>
		</div>
	);
}

/** What choosing an option does, where that is not to add it. */
function describePlace(place: OptionPlace): string {
	switch (place.kind) {
		case "field":
			return "has a field above";
		case "row":
			return "is among your options";
		case "other credentials":
			return `switches the credentials to “${place.title}”`;
		case "new row":
			return "";
	}
}
