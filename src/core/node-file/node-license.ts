import * as z from "zod/mini";
import { onPremPage } from "../docs.ts";
import type { TextJudge } from "../draft/field.ts";
import type { TextProblem } from "../problem.ts";
import { askForKind } from "../text/wording.ts";
import { flag, keyMeta, name, table, text, writtenBy } from "./node-key.ts";

const docs = onPremPage("license");

const judgeFile: TextJudge = (path) => {
	if (/^\s*\{/.test(path)) {
		return {
			code: "not-a-path",
			severity: "error",
			message: askForKind("the path of the licence file", "the content of a licence file"),
		};
	}
	const scheme = /^[a-z][a-z\d+.-]*:\/\//i.exec(path);
	if (!scheme) return undefined;
	const range = { start: 0, end: scheme[0].length };
	return { code: "not-a-path", severity: "error", message: askForKind("the path of a file", "a URL"), range };
};

/** @see docs: the reference asks for an absolute path, and "Getting started" on bare metal writes a relative one. */
function adviseFile(path: string): TextProblem | undefined {
	if (path.startsWith("~")) {
		return {
			code: "path-spelling",
			severity: "warning",
			message: "Polars doesn't expand ~. Write the whole path.",
			range: { start: 0, end: 1 },
		};
	}
	if (path.startsWith("/")) return undefined;
	return {
		code: "path-spelling",
		severity: "advice",
		message: "Write an absolute path, as the reference asks. A relative one depends on where the node is started.",
	};
}

function licenseFile(help: string) {
	const meta = { title: "Licence file", help, example: "/etc/polars/license.json", docs, advise: adviseFile };
	return text(meta, judgeFile);
}

const uuid = /^[\da-fA-F]{8}(?:-?[\da-fA-F]{4}){3}-?[\da-fA-F]{12}$/;

const judgeUuid: TextJudge = (id) =>
	uuid.test(id)
		? undefined
		: { code: "wrong-value", severity: "error", message: "Write a UUID: 32 hexadecimal digits, in groups." };

const credentials = {
	enabled: flag("Enabled", "On a worker: takes the licence that the leader fetched. The leader ignores it.", {
		docs,
		default: true,
	}),
	cert_dir: name("Certificates", "Directory on the leader that holds the licence's certificates.", {
		docs,
		example: "/etc/polars/certs",
	}),
	workspace_id: text(
		{
			title: "Workspace ID",
			help: "UUID of the workspace, on the leader.",
			example: "00000000-0000-0000-0000-000000000000",
			docs,
			pattern: uuid.source,
		},
		judgeUuid,
	),
	client_id: name("Client ID", "Client ID of the service account, on the leader.", { docs }),
	client_secret: name("Client secret", "Its secret, on the leader.", { docs, secret: true }),
};

/** The key `license`: the path of a file, or a table that says where the licence comes from. */
export const license = z
	.union([
		licenseFile("Absolute path of an enterprise licence file."),
		table(["Licence", "A licence file, or credentials for a licence that is fetched online.", { docs }], {
			on_prem_enterprise: table(["Enterprise licence", "A licence that is read from a file, offline.", { docs }], {
				license_path: licenseFile("Absolute path of the licence file."),
			}),
			on_prem: table(
				["Online licence", "Credentials on the leader. A worker needs only enabled.", { docs }],
				credentials,
			),
			license_server: table(
				["Licence server", "A licence from a server in your own network.", writtenBy("Helm chart", "Ray package")],
				{ uri: name("Address", "Address of the server.", { example: "https://license.example.com:50051" }) },
			),
		}),
	])
	.register(keyMeta, { title: "Licence", help: "Path of a licence file, or a table.", docs });
