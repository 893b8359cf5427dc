import { useEffect, useId, useRef, useState } from "react";
import { useAnnounce } from "../announce.tsx";
import { ActionButton } from "../control/ActionButton.tsx";
import { useReadDraft } from "../draft/unheard.ts";
import { useCopy } from "../files/use-copy.ts";
import { watchSize } from "../watch-size.ts";
import { type DocsGeneratorName, docsGenerators } from "./generator.ts";
import { writeFragment } from "./link-address.ts";
import styles from "./share.module.css";
import { type EmbedMode, embedModes, writeSnippet } from "./snippet.ts";

/** Shows what a documentation page includes to have the builder in it, opened with the present state. */
export function EmbedDialog({ onClose }: { readonly onClose: () => void }) {
	const dialog = useRef<HTMLDialogElement>(null);
	const readDraft = useReadDraft();
	const announce = useAnnounce();
	const [denial, setDenial] = useState("");
	const [fragment] = useState(() => writeFragment(readDraft()));
	const id = useId();
	const page = `${location.origin}${location.pathname}`;
	const [measured, setMeasured] = useState<{ readonly mode: EmbedMode; readonly height: number }>();
	const [generator, setGenerator] = useState<DocsGeneratorName>("html");
	const [mode, setMode] = useState<EmbedMode>("whole");
	const { config, text: snippet } = writeSnippet(page, fragment, {
		generator,
		mode,
		height: measured?.mode === mode ? measured.height : undefined,
	});
	const stopMeasuring = useRef<() => void>(undefined);
	useEffect(() => () => stopMeasuring.current?.(), []);
	const measure = ({ contentDocument }: HTMLIFrameElement) => {
		const root = contentDocument?.documentElement;
		if (!root) return;
		stopMeasuring.current?.();
		stopMeasuring.current = watchSize(root, () =>
			setMeasured({ mode, height: Math.ceil(root.getBoundingClientRect().height) }),
		);
	};
	useEffect(() => dialog.current?.showModal(), []);
	const { shown, copy } = useCopy<HTMLElement>(dialog);
	const { shown: shownConfig, copy: copyConfig } = useCopy<HTMLElement>(dialog);
	const tell = ({ done, said }: { readonly done: boolean; readonly said: string }) => {
		setDenial(done ? "" : said);
		announce(said);
		return done;
	};
	return (
		<dialog ref={dialog} className={styles.dialog} aria-labelledby={`${id}-title`} onClose={onClose}>
			<header className={styles.dialogHeader}>
				<h2 id={`${id}-title`}>Embed in a documentation page</h2>
				<button type="button" className={styles.button} onClick={() => dialog.current?.close()}>
					Close
				</button>
			</header>
			<div className={styles.choices}>
				<Choice label="Show" value={mode} choices={embedModes} onChoose={setMode} />
				<Choice
					label="The site uses"
					value={generator}
					choices={generatorTitles}
					onChoose={setGenerator}
					translate="no"
				/>
			</div>
			{config && (
				<>
					<h3 className={styles.place}>
						Once, in <code translate="no">{config.file}</code>
					</h3>
					<pre className={styles.snippet} translate="no">
						<code ref={shownConfig}>{config.text}</code>
					</pre>
					<ActionButton
						className={styles.button}
						label="Copy configuration"
						done="Copied"
						onAction={async () => tell(await copyConfig(config.text, "Copied the configuration."))}
					/>
					<h3 className={styles.place}>In the page</h3>
				</>
			)}
			<pre className={styles.snippet} translate="no">
				<code ref={shown}>{snippet}</code>
			</pre>
			<div className={styles.share}>
				<ActionButton
					className={styles.button}
					label="Copy snippet"
					done="Copied"
					onAction={async () => tell(await copy(snippet, "Copied the snippet."))}
				/>
				{denial && <p className={styles.said}>{denial}</p>}
			</div>
			{mode === "link" ? (
				<p className={styles.help}>
					The card is a link to the builder with these settings. It has the page’s own colours and font.
				</p>
			) : (
				<>
					<h3 className={styles.place}>Live preview</h3>
					<p className={styles.help}>
						The frame becomes as high as its content and follows the page’s theme. Until then the page keeps the height
						that it has here: that is right for a column as wide as this preview.
					</p>
					<iframe
						key={mode}
						className={styles.live}
						title="Preview of the embed"
						src={`./?embed${mode === "file" ? "=file" : ""}${fragment}`}
						onLoad={({ currentTarget }) => measure(currentTarget)}
					/>
				</>
			)}
		</dialog>
	);
}

const generatorTitles = Object.fromEntries(
	Object.entries(docsGenerators).map(([name, { title }]) => [name, title]),
) as Readonly<Record<DocsGeneratorName, string>>;

interface ChoiceProps<Value extends string> {
	readonly label: string;
	readonly value: Value;
	/** Each value's title, in the order of the list. */
	readonly choices: Readonly<Record<Value, string>>;
	readonly onChoose: (value: Value) => void;
	/** `no` where the titles are names. */
	readonly translate?: "no";
}

function Choice<Value extends string>({ label, value, choices, onChoose, translate }: ChoiceProps<Value>) {
	const id = useId();
	return (
		<p className={styles.choice}>
			<label htmlFor={id}>{label}</label>
			<select
				id={id}
				className={styles.button}
				value={value}
				onChange={({ target }) => onChoose(target.value as Value)}
			>
				{Object.entries<string>(choices).map(([name, title]) => (
					<option key={name} value={name} translate={translate}>
						{title}
					</option>
				))}
			</select>
		</p>
	);
}
