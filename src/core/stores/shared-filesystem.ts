import { docs } from "../docs.ts";
import type { FileSystemDescriptor } from "./store.ts";

/** A directory that every worker mounts at the same path. */
export const sharedFilesystem = {
	kind: "file system",
	title: "Shared filesystem",
	otherNames: ["nfs", "shared", "filesystem"],
	docs: docs.checkpointing,
	fields: {
		path: {
			title: "Path",
			help: "A directory that every worker mounts at the same path, such as on NFS or CephFS.",
			example: "/mnt/storage/polars/checkpoints",
			docs: docs.checkpointing,
			missing: "Enter an absolute path, for example /mnt/storage/polars/checkpoints.",
		},
	},
	operator: { data: "sharedFilesystem", place: "path" },
	chart: { data: "sharedFilesystem", place: "path" },
} as const satisfies FileSystemDescriptor;
