import { type ReactNode, useEffect, useRef, useState } from "react";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import { fields } from "../../core/draft/fields.ts";
import type { Finished } from "../../core/outputs/finish.ts";
import { loadOutput } from "../../core/outputs/registry.ts";
import { useAnnounce } from "../announce.tsx";
import { useReadDraft } from "../draft/unheard.ts";
import { isOffline } from "../edition.ts";
import { copyText, handOut, joinTexts } from "../preview/hand-out.ts";
import styles from "./link.module.css";

interface ShareButtonsProps {
	readonly onEmbed: () => void;
	/** Stands before them in their row. */
	readonly children: ReactNode;
}

/** What is to be copied, with the names of the secrets that it leaves out. */
type Written = Finished & { readonly omitted: readonly string[] };

/** Ways to hand the present state on: a link, Markdown, an embed. None of them carries a secret. */
export function ShareButtons({ onEmbed, children }: ShareButtonsProps) {
	const readDraft = useReadDraft();
	const announce = useAnnounce();
	const [said, setSaid] = useState("");
	const [uncopied, setUncopied] = useState("");
	const area = useRef<HTMLTextAreaElement>(null);
	useEffect(() => {
		if (uncopied) area.current?.select();
	}, [uncopied]);
	const say = (message: string) => {
		setSaid(message);
		announce(message);
	};
	const copy = async (what: string, write: (draft: CheckpointDraft) => Promise<Written>) => {
		const draft = readDraft();
		let omitted: Written["omitted"] = [];
		const readBack = async () => {
			const written = await write(draft);
			omitted = written.omitted;
			return written;
		};
		const { said } = await handOut(readBack, async (files) => {
			const text = joinTexts(files);
			const copied = await copyText(text);
			setUncopied(copied ? "" : text);
			if (!copied) return "The browser did not allow to copy. Here is the text, to be copied by hand.";
			const titles = omitted.map((name) => fields.get(name)?.title ?? optionKey(draft, name));
			return titles.length > 0 ? `Copied ${what}, without: ${titles.join(", ")}.` : `Copied ${what}.`;
		});
		say(said);
	};
	const copyLink = () =>
		copy("the link", async (draft) => {
			const { writeLinkAddress } = await import("./address.ts");
			const { address, omitted } = writeLinkAddress(draft);
			return { ok: true, files: [{ name: "link", text: address }], omitted };
		});
	const copyMarkdown = () =>
		copy("Markdown", async (draft) => {
			const [{ writeLinkAddress }, { renderMarkdown }, output] = await Promise.all([
				import("./address.ts"),
				import("../../core/outputs/markdown.ts"),
				loadOutput(draft.output),
			]);
			const { address, omitted } = writeLinkAddress(draft);
			return { ...renderMarkdown(draft, address, output), omitted };
		});
	return (
		<div className={styles.share}>
			{children}
			<button type="button" className={styles.button} onClick={copyLink}>
				Copy link
			</button>
			<button type="button" className={styles.button} onClick={copyMarkdown}>
				Copy as Markdown
			</button>
			{!isOffline && (
				<button type="button" className={styles.button} onClick={onEmbed}>
					Embed…
				</button>
			)}
			{/* The live region says it; this is for the eyes. */}
			<p className={styles.said} aria-hidden="true">
				{said}
			</p>
			{uncopied && (
				<textarea
					className={styles.uncopied}
					aria-label="To be copied by hand"
					readOnly
					rows={3}
					value={uncopied}
					translate="no"
					ref={area}
				/>
			)}
		</div>
	);
}

/** What a person calls an option's field: its key. */
function optionKey(draft: object, name: string): string {
	const [store = "", , index = ""] = name.split(".");
	const section = (draft as Readonly<Record<string, { options?: readonly { key: string }[] }>>)[store];
	return section?.options?.[Number(index)]?.key ?? name;
}
