import type { FileReading, Reading } from "./work.ts";

/** Says what files have of checkpoints, one sentence for each: it is the first that a person hears of them. */
export function describeReading({ files, isBlank, draft }: Reading): readonly string[] {
	return files.map((file) => {
		if (file.isOther) return `${file.name} can’t be read. ${file.fault}`;
		if (file.fault !== undefined) return `${file.name} can’t be read yet: ${file.fault}`;
		const parts = [describePeriod(file), describePlace(file)].filter((part) => part !== "");
		if (parts.length > 0) return `${file.name} ${parts.join(" and ")}.`;
		if (draft && !isBlank && files.length === 1)
			return `${file.name} has no checkpoint settings that can be used. See its problems.`;
		return `${file.name} has no checkpointing yet.`;
	});
}

function describePeriod({ period, isOff }: FileReading): string {
	const off = "switches checkpoints off";
	if (period === undefined) return isOff ? off : "";
	return isOff ? `sets a checkpoint period of ${period}, but ${off}` : `sets a checkpoint period of ${period}`;
}

function describePlace({ store, place }: FileReading): string {
	if (store === undefined) return "";
	return place ? `stores checkpoints in ${place}` : `has settings for ${store}, but doesn’t say where`;
}
