import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { fields } from "../../core/draft/fields.ts";

/** What a person calls a field of the form: its label, or the key of the option that it is the value of. */
export function titleField(draft: CheckpointDraft, name: string): string {
	const field = fields.get(name);
	if (field) return field.title;
	const [store = "", , index = ""] = name.split(".");
	const section = (draft as unknown as Readonly<Record<string, { options?: readonly { key: string }[] }>>)[store];
	return section?.options?.[Number(index)]?.key || "Option";
}
