import type { NodeSetting, PlainValue } from "../../node-file/placed-setting.ts";
import { findOption } from "../../object-store/option.ts";
import { isObjectStore, type Store, stores } from "../../stores/stores.ts";
import type { Written } from "./edit.ts";
import type { LocationStyle } from "./location-style.ts";

/** What a store's part that isn't there has to say. */
export function writeStore(store: Store, settings: readonly NodeSetting[], style: LocationStyle): Written | undefined {
	const options: Written[] = [];
	const written: Record<string, Written> = style.hasEnabled ? { enabled: true } : {};
	for (const { path, value } of settings) {
		const key = path.at(-1) ?? "";
		const more = [...style.more].find(([, own]) => own === key)?.[0];
		const text = spellValue(value);
		if (key === "url" || key === "path") {
			if (text === undefined) return undefined;
			written[style.placeOf(store)] = text;
		} else if (more !== undefined && text !== undefined) written[more] = text;
		else options.push(writeOption(store, key, text, style));
	}
	return { ...written, ...(options.length > 0 && { options }) };
}

/** An option as it is written: with its text, or with a reference to the Secret where the text isn't to be there. */
export function writeOption(
	store: Store,
	name: string,
	text: string | undefined,
	{ secretName }: LocationStyle,
): Written {
	if (text !== undefined) return { name, value: text };
	// The outputs write a field into the Secret by its own key, whichever spelling a file has.
	const own = isObjectStore(store) ? findOption(store, name)?.key : undefined;
	const key = own !== undefined && Object.hasOwn(stores[store].fields, own) ? own : name;
	return { name, valueFrom: { secretKeyRef: { name: secretName, key } } };
}

/** A value as the variable's that Kubernetes hands on. */
export function spellValue(value: PlainValue | undefined): string | undefined {
	return value === undefined ? undefined : String(value).replaceAll("$", "$$$$");
}
