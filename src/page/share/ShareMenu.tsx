import { type RefObject, useEffect, useRef, useState } from "react";
import type { CheckpointDraft } from "../../core/draft/draft.ts";
import type { Finished } from "../../core/outputs/finish.ts";
import { loadOutput } from "../../core/outputs/registry.ts";
import { useAnnounce } from "../announce.tsx";
import { ActionButton } from "../control/ActionButton.tsx";
import { Menu } from "../control/Menu.tsx";
import { nameField } from "../draft/error-summary.ts";
import { useReadDraft } from "../draft/unheard.ts";
import { isHosted, isOffline } from "../edition.ts";
import { copyText, handOut, joinTexts } from "../files/hand-out.ts";
import { lazyPart } from "../lazy-part.tsx";
import styles from "./share.module.css";

const EmbedDialog = lazyPart("the embed", () => import("./EmbedDialog.tsx").then((part) => part.EmbedDialog));

/** What is to be copied, with the names of the secrets that it leaves out. */
type Written = Finished & { readonly omitted: readonly string[] };

/** Ways to hand the present state on: a link, Markdown, an embed. None of them carries a secret. */
export function ShareMenu() {
	const [embedding, setEmbedding] = useState(false);
	const menu = useRef<HTMLDivElement>(null);
	const closeEmbed = () => {
		setEmbedding(false);
		menu.current?.querySelector("summary")?.focus();
	};
	return (
		<div ref={menu}>
			<Menu title="Share">
				<Copies menu={menu} />
				{!isOffline && (
					<button
						type="button"
						className={styles.button}
						onClick={() => {
							menu.current?.querySelector("details")?.removeAttribute("open");
							setEmbedding(true);
						}}
					>
						Embed…
					</button>
				)}
			</Menu>
			{embedding && <EmbedDialog onClose={closeEmbed} />}
		</div>
	);
}

interface CopiesProps {
	/** What holds the menu: were the focus to leave it, even for a moment, it would close. */
	readonly menu: RefObject<HTMLElement | null>;
}

function Copies({ menu }: CopiesProps) {
	const readDraft = useReadDraft();
	const announce = useAnnounce();
	const [said, setSaid] = useState("");
	const [uncopied, setUncopied] = useState("");
	const area = useRef<HTMLTextAreaElement>(null);
	useEffect(() => {
		if (uncopied) area.current?.select();
	}, [uncopied]);
	const copy = async (what: string, write: (draft: CheckpointDraft) => Promise<Written>) => {
		const draft = readDraft();
		let omitted: Written["omitted"] = [];
		const readBack = async () => {
			const written = await write(draft);
			omitted = written.omitted;
			return written;
		};
		const outcome = await handOut(readBack, async (files) => {
			const text = joinTexts(files);
			const done = await copyText(text, menu.current?.querySelector("details") ?? undefined);
			setUncopied(done ? "" : text);
			if (!done) return { done, said: "Your browser didn’t allow copying. Copy this text by hand:" };
			const titles = omitted.map((name) => nameField(draft, name));
			return { done, said: [`${what} copied.`, describeOmitted(titles), ...reach].join(" ") };
		});
		setSaid(outcome.said);
		announce(outcome.said);
		return outcome.done;
	};
	const copyLink = () =>
		copy("Link", async (draft) => {
			const { writeLinkAddress } = await import("./link-address.ts");
			const { address, omitted } = writeLinkAddress(draft);
			return { ok: true, files: [{ name: "link", text: address }], omitted };
		});
	const copyMarkdown = () =>
		copy("Markdown", async (draft) => {
			const [{ writeLinkAddress }, { renderMarkdown }, output] = await Promise.all([
				import("./link-address.ts"),
				import("../../core/outputs/markdown.ts"),
				loadOutput(draft.output),
			]);
			const { address, omitted } = writeLinkAddress(draft);
			return { ...renderMarkdown(draft, address, output), omitted };
		});
	return (
		<>
			<ActionButton className={styles.button} label="Copy link" done="Copied" onAction={copyLink} />
			<ActionButton className={styles.button} label="Copy as Markdown" done="Copied" onAction={copyMarkdown} />
			{/* The live region says it; this is for the eyes. */}
			{said && (
				<p className={styles.said} aria-hidden="true">
					{said}
				</p>
			)}
			{uncopied && (
				<textarea
					className={styles.uncopied}
					aria-label="Text to copy by hand"
					readOnly
					rows={3}
					value={uncopied}
					translate="no"
					ref={area}
				/>
			)}
		</>
	);
}

/** Said of what leads to this page, where only some can open it. */
const reach = isHosted
	? []
	: ["The link opens this file: it works only for those who have it on their computer in the same place."];

function describeOmitted(titles: readonly string[]): string {
	if (titles.length === 0) return "It contains no secret.";
	return `It leaves out your secrets: ${titles.join(", ")}.`;
}
