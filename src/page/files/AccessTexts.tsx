import { useState } from "react";
import type { AccessText } from "../../core/access/access.ts";
import { describeAccess } from "../../core/access/describe-access.ts";
import { useDraft } from "../draft/form.ts";
import { CommandText } from "./CommandText.tsx";
import styles from "./files.module.css";

/** How long checkpoints are kept where somebody wants them to be deleted, in days. */
const usualDays = 30;

/** What lets the workers into the chosen place, and nobody further. */
export function AccessTexts() {
	const draft = useDraft();
	const [expires, setExpires] = useState(false);
	const access = describeAccess(draft, expires ? { expireAfterDays: usualDays } : {});
	if (!access) {
		return (
			<p className={styles.reason}>
				Choose S3, Google Cloud Storage or Azure Blob Storage and enter a valid URL. For another service with the S3
				API, see its own documentation on policies.
			</p>
		);
	}
	return (
		<div className={styles.steps}>
			<h3>Give the workers access</h3>
			<Texts texts={access.grants} />
			<h3>Clean up</h3>
			<label className={styles.wish}>
				<input type="checkbox" checked={expires} onChange={({ target }) => setExpires(target.checked)} />
				<span>{`Delete checkpoints after ${usualDays} days. A query that runs longer can no longer resume from one.`}</span>
			</label>
			<Texts texts={access.lifecycle} />
			<h3>What this is based on</h3>
			<ul>
				{access.notes.map((note) => (
					<li key={note}>{note}</li>
				))}
			</ul>
			<table className={styles.requests}>
				<caption>Requests that Polars makes to the store</caption>
				<thead>
					<tr>
						<th scope="col">Operation</th>
						<th scope="col">Request</th>
						<th scope="col">Right</th>
					</tr>
				</thead>
				<tbody>
					{access.requests.map(({ operation, request, rights }) => (
						<tr key={`${operation} ${request}`}>
							<td>{operation}</td>
							<td>
								<code translate="no">{request}</code>
							</td>
							<td>
								<code translate="no">{rights.join(", ")}</code>
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function Texts({ texts }: { readonly texts: readonly AccessText[] }) {
	return texts.map(({ title, name, text, note }) => (
		<div key={name + title}>
			<p>
				{title} <code translate="no">{name}</code>
			</p>
			{note && <p className={styles.reason}>{note}</p>}
			<CommandText about={title} text={text} />
		</div>
	));
}
