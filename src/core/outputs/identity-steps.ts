import type { CheckpointDraft } from "../draft/draft.ts";
import { isInCloud } from "../draft/identity.ts";
import { isName } from "../draft/kubernetes-check.ts";
import { readPlace } from "../draft/place.ts";
import { readAccount } from "../draft/pods.ts";
import type { Identity, IdentityStep, Place } from "../stores/store.ts";
import { isObjectStore, type ObjectStore, stores } from "../stores/stores.ts";
import { quoteShell } from "../text/shell.ts";
import { listCommands } from "./location-steps.ts";
import { folder } from "./node-steps.ts";
import type { Step } from "./output.ts";

/** What an output for Kubernetes says of its own files. */
interface PodFiles {
	/** Where the account is named, as a sentence. */
	readonly account: string;
	/** Where the variables of a worker's container are set. */
	readonly variables: string;
	/** What is to be known where the cloud asks for labels. */
	readonly labels?: string;
}

/**
 * How pods get what proves who they are, where credentials are to be found in the workers' environment.
 *
 * @see docs: each store's descriptor; kubectl, `create serviceaccount`.
 */
export function describePodIdentity(draft: CheckpointDraft, files: PodFiles): readonly Step[] {
	const found = findIdentity(draft);
	if (!found) return [];
	const { identity, store } = found;
	if (!isInCloud(draft, store)) {
		const text = `${identity.variables.text} Set them in ${files.variables}, secrets with valueFrom a Secret.`;
		return [{ title: "Give the workers' pods their credentials", text }];
	}
	const account = readAccount(draft);
	if (account === "") return [nameStep];
	const place = isName(account) ? readBound(draft, store) : undefined;
	const steps = identity.pods({ ...(place ?? nowhere), serviceAccount: account });
	const labels = identity.podLabels ? files.labels : undefined;
	return [
		{
			title: "Create the account that the workers' pods run as",
			text: [files.account, labels].filter((part) => part !== undefined).join(" "),
			command: `kubectl create serviceaccount ${account}`,
		},
		...steps,
	].map((step) => withoutCommand(step, place));
}

const nameStep: Step = {
	title: "Name the account that the workers' pods run as",
	text: "In the form, under “Service account”. The steps to create it and to give it access are then here. Now the pods run as the namespace's “default”, and have its access or their node's.",
};

/** A location that commands can be written for. */
function readBound(draft: CheckpointDraft, store: ObjectStore): Place | undefined {
	return listCommands(draft) && readPlace(draft, store);
}

/** How nodes that run on machines of their own get it. */
export function describeMachineIdentity(draft: CheckpointDraft): readonly Step[] {
	const found = findIdentity(draft);
	if (!found) return [];
	const { identity, store } = found;
	const { text, unit } = identity.variables;
	const { text: file, command } = unit(folder);
	const service = `${text} A service can't see a shell's variables: put the line under [Service] of the unit that starts the workers. ${file}`;
	if (!isInCloud(draft, store)) return [{ title: "Put credentials into the unit", text: service, command }];
	const place = readBound(draft, store);
	return [
		withoutCommand(identity.machine(place ?? nowhere), place),
		{ title: "Or put credentials into the unit", text: `For machines elsewhere. ${service}`, command },
	];
}

function findIdentity(
	draft: CheckpointDraft,
): { readonly identity: Identity; readonly store: ObjectStore } | undefined {
	const { store } = draft;
	if (!isObjectStore(store) || draft[store].credentials !== "environment") return undefined;
	return { identity: stores[store].identity, store };
}

function withoutCommand(step: IdentityStep, place: Place | undefined): Step {
	if (place) return step;
	const { command: _, ...rest } = step;
	return rest;
}

/** Stands for a location that isn't valid yet, of which no command is shown. */
const nowhere: Place = {
	bucket: "",
	folder: "",
	account: undefined,
	read: () => "",
	readUrl: () => undefined,
	isOn: () => false,
	quote: quoteShell,
};
