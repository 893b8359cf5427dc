import { useEffect, useId, useRef } from "react";
import type { ConfigFormat } from "../../core/config-file/format.ts";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { sharedFields } from "../../core/draft/fields.ts";
import { FilesPane } from "../files/FilesPane.tsx";
import styles from "./existing.module.css";
import { KeptKeys } from "./KeptKeys.tsx";
import type { FileReading } from "./work.ts";

type OutputId = CheckpointDraft["output"];

const outputIds = Object.keys(sharedFields.output.choices) as OutputId[];

/** The output that writes a format; none does for a script. */
const ownOutputs: Readonly<Record<ConfigFormat, OutputId | undefined>> = {
	toml: "bare_metal",
	env: "environment",
	helm_values: "helm",
	polars_cluster: "operator",
	shell: undefined,
};

interface OtherFormatsProps {
	/** What the files are written in, as far as it is known by now. */
	readonly formats: readonly ConfigFormat[];
	readonly onChoose: (output: OutputId) => void;
}

/** The ways to get what the form says of some files in another format than theirs. */
export function OtherFormats({ formats, onChoose }: OtherFormatsProps) {
	const id = useId();
	const own = formats.map((format) => ownOutputs[format]);
	return (
		<div className={styles.formats}>
			<p id={id}>{formats.length > 1 ? "Get them as" : "Get it as"}</p>
			<ul aria-labelledby={id}>
				{outputIds
					.filter((output) => !own.includes(output))
					.map((output) => (
						<li key={output}>
							<button type="button" className={styles.link} onClick={() => onChoose(output)}>
								{sharedFields.output.choices[output]}
							</button>
						</li>
					))}
			</ul>
		</div>
	);
}

interface ConvertedFilesProps {
	readonly readings: readonly FileReading[];
	readonly onBack: () => void;
}

/** The files that the form makes of a person's own, in the place of those, with what has no place in them. */
export function ConvertedFiles({ readings, onBack }: ConvertedFilesProps) {
	const id = useId();
	const title = useRef<HTMLHeadingElement>(null);
	useEffect(() => title.current?.focus(), []);
	return (
		<section className={styles.converted} aria-labelledby={id}>
			<header className={styles.paneHeader}>
				<h2 id={id} ref={title} tabIndex={-1} className={styles.title}>
					{readings.length > 1 ? "Your files in another format" : "Your file in another format"}
				</h2>
				<p className={styles.status}>Checkpoint settings alone.</p>
				<button type="button" className={styles.button} onClick={onBack}>
					{readings.length > 1 ? "Back to your files" : "Back to your file"}
				</button>
			</header>
			<KeptKeys readings={readings} isLeft />
			<FilesPane />
		</section>
	);
}
