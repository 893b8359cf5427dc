import { useEffect, useState } from "react";
import { useDraft } from "../draft/form.ts";
import { isDefault } from "../draft/load-judge.ts";
import styles from "./share.module.css";

/** In the embed: opens the same state alone. A link that a person can also copy. */
export function OpenAlone() {
	const draft = useDraft();
	const [address, setAddress] = useState("./");
	useEffect(() => {
		// That one needs no fragment.
		if (isDefault(draft)) return setAddress("./");
		let current = true;
		import("./link-address.ts").then(
			({ writeLinkAddress }) => current && setAddress(writeLinkAddress(draft).address),
			// The plain page is still better than a dead link.
			() => undefined,
		);
		return () => {
			current = false;
		};
	}, [draft]);
	return (
		<p className={styles.alone}>
			<a href={address} target="_blank" rel="noopener">
				Open full builder
			</a>
		</p>
	);
}
