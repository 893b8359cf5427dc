import * as z from "zod/mini";
import { checkHttpUrl } from "../object-store/endpoint.ts";
import { docs, onPremPage } from "./docs.ts";
import type { Judge } from "./field.ts";
import { sharedFields } from "./fields.ts";
import { address, count, flag, keyMeta, name, period, table, text } from "./node-key.ts";
import { judgePath } from "./path.ts";
import { locationTable } from "./store-table.ts";

const license = onPremPage("license");
const addresses = onPremPage("network-addresses");
const monitoringPage = onPremPage("monitoring");
const results = onPremPage("anonymous-results");
const leader = onPremPage("static-leader");
const lineagePage = onPremPage("openlineage");

const uuid = /^[\da-fA-F]{8}(?:-?[\da-fA-F]{4}){3}-?[\da-fA-F]{12}$/;

const judgeUuid: Judge = (id) =>
	uuid.test(id) ? undefined : { severity: "error", message: "Expected a UUID: 32 hexadecimal digits, in groups." };

const common = {
	cluster_id: name("Cluster ID", "Names the cluster. It is the same on all of its nodes and on no other cluster."),
	instance_id: name("Instance ID", "Names this node. No other node of the cluster has it."),
	license: z
		.union([
			text(
				{
					title: "Licence file",
					help: "Absolute path of an enterprise licence file.",
					example: "/etc/polars/license.json",
					docs: license,
					pattern: "^/",
				},
				judgePath,
			),
			table(["Licence", "A licence file, or credentials for a licence that is fetched online.", { docs: license }], {
				on_prem_enterprise: table(
					["Enterprise licence", "A licence that is read from a file, offline.", { docs: license }],
					{
						license_path: text(
							{
								title: "Licence file",
								help: "Absolute path of the licence file.",
								example: "/etc/polars/license.json",
								docs: license,
								pattern: "^/",
							},
							judgePath,
						),
					},
				),
				on_prem: table(
					["Online licence", "Credentials on the leader. A worker needs enabled alone.", { docs: license }],
					{
						enabled: flag("Enabled", "On a worker: takes the licence that the leader fetched. The leader ignores it.", {
							docs: license,
							default: true,
						}),
						cert_dir: name("Certificates", "Directory on the leader that holds the licence's certificates.", {
							docs: license,
							example: "/etc/polars/certs",
						}),
						workspace_id: text(
							{
								title: "Workspace ID",
								help: "UUID of the workspace, on the leader.",
								example: "00000000-0000-0000-0000-000000000000",
								docs: license,
								pattern: uuid.source,
							},
							judgeUuid,
						),
						client_id: name("Client ID", "Client ID of the service account, on the leader.", { docs: license }),
						client_secret: name("Client secret", "Its secret, on the leader.", { docs: license, secret: true }),
					},
				),
			}),
		])
		.register(keyMeta, { title: "Licence", help: "Path of a licence file, or a table.", docs: license }),
	memory_limit: count("Memory limit", "Most memory that all parts of this node may use together, in bytes.", {
		docs: onPremPage("resource-limits"),
		unit: "bytes",
	}),
	cpu_reserved: count("Reserved CPUs", "Seen in the Helm chart alone; the reference doesn't name it."),
	observatory: table(["Observatory", "Collects profiles and metrics from all nodes.", { docs: monitoringPage }], {
		enabled: flag("Enabled", "Runs the observatory, beside the scheduler.", { docs: monitoringPage }),
		max_metrics_bytes_total: count(
			"Size of the metrics",
			"Most memory for host metrics, in bytes: about 50 for each second and worker.",
			{ docs: monitoringPage, unit: "bytes" },
		),
		database_path: name("Database", "File for the profiles, or a directory to make one in.", { docs: monitoringPage }),
		service: service("Observatory service", "Where the nodes send profiles to.", "0.0.0.0:5049", false),
		rest_api: table(["REST API", "Serves the profiles and metrics to the dashboard.", { docs: addresses }], {
			enabled: flag("Enabled", "Serves the REST API.", { docs: addresses }),
			service: service("REST API's service", "Where the dashboard is served.", "0.0.0.0:3001", false),
		}),
		host_metrics: table(["Host metrics", "Seen in one example; the reference has monitoring.host_metrics."], {
			enabled: flag("Enabled", "Collects metrics of this host."),
		}),
		cluster_mode: flag("Cluster mode", "Seen in the Helm chart alone; the reference doesn't name it."),
	}),
	monitoring: table(["Monitoring", "Sends this node's metrics to the observatory.", { docs: monitoringPage }], {
		enabled: flag("Enabled", "Sends profiles and metrics from this node.", { docs: monitoringPage }),
		host_metrics: table(["Host metrics", "Processor, memory and disks of this host.", { docs: monitoringPage }], {
			enabled: flag("Enabled", "Collects metrics of this host.", { docs: monitoringPage }),
			disk_usage_metrics: flag("Disk usage", "How full the disk of the shuffles is."),
			disk_io_metrics: flag("Disk traffic", "How much the disk of the shuffles reads and writes."),
		}),
	}),
	static_leader: table(["Static leader", "Which node leads, and where the others find it.", { docs: leader }], {
		leader_instance_id: name("Leader", "The instance ID of the node that runs the scheduler.", { docs: leader }),
		scheduler_service: table(["Scheduler's service", "Where this node finds the scheduler.", { docs: leader }], {
			public_addr: address("Public address", "Address of the scheduler, as this node sees it.", { docs: leader }),
		}),
		observatory_service: table(["Observatory's service", "Where this node finds the observatory.", { docs: leader }], {
			public_addr: address("Public address", "Address of the observatory, as this node sees it.", { docs: leader }),
		}),
	}),
	lineage: table(["Lineage", "Sends OpenLineage events.", { docs: lineagePage }], {
		enabled: flag("Enabled", "Sends events on what queries read and write."),
		transport: table(["Transport", "How the events travel."], {
			http: table(["HTTP", "Events over HTTP or HTTPS."], {
				endpoint: text(
					{
						title: "Endpoint",
						help: "Address of the collector.",
						example: "https://lineage.example.com:5000",
						docs: lineagePage,
						pattern: "^[Hh][Tt][Tt][Pp][Ss]?://",
					},
					checkHttpUrl,
				),
			}),
		}),
	}),
};

function service(title: string, help: string, bound: string, isPublic: boolean) {
	const bind_addr = address("Bind address", `Address that the service listens on; ${bound} unless set.`, {
		docs: addresses,
		default: bound,
	});
	const public_addr = address("Public address", "How others reach it. Needed where the bind address is 0.0.0.0.", {
		docs: addresses,
	});
	return table([title, help, { docs: addresses }], isPublic ? { bind_addr, public_addr } : { bind_addr });
}

const schedulerEnabled = flag("Enabled", "Runs the scheduler on this node: true on the leader, false on the others.");

const scheduler = table(["Scheduler", "Plans queries and hands them to the workers."], {
	enabled: schedulerEnabled,
	allow_local_sinks: flag("Local sinks", "Lets queries write to the file systems of the nodes."),
	allow_local_scans: flag("Local scans", "Lets queries read from the file systems of the nodes."),
	deny_anonymous_users: flag("Deny anonymous users", "Refuses a query that comes without a user's name.", {
		docs: onPremPage("anonymous-users"),
	}),
	n_workers: count("Workers", "How many workers must be there before a query runs."),
	default_partitions_per_worker: count("Partitions per worker", "Where the query doesn't say how many.", {
		default: 1,
	}),
	anonymous_result_location: locationTable(
		"Anonymous results",
		"Where results go whose query names no sink.",
		"anonymous results",
		["local", "s3", "gcs", "abs"],
		results,
		{
			presign_duration: name("Presigned for", "How long the link to a result works.", { docs: results }),
			external_endpoint: name("External endpoint", "Endpoint that the clients' links point to.", { docs: results }),
		},
	),
	client_service: service("Client service", "Where clients send queries to.", "0.0.0.0:5051", false),
	worker_service: service("Worker service", "Where workers report to.", "0.0.0.0:5050", false),
	checkpoint: table(
		[
			"Checkpoints",
			"When checkpoints are made. Where they go is worker.checkpoint_location.",
			{ docs: docs.checkpointing },
		],
		{
			enabled: flag("Enabled", "Makes checkpoints. Without true here, none is made.", { docs: docs.checkpointing }),
			period: period(sharedFields.period),
		},
		["enabled"],
	),
});

const workerEnabled = flag("Enabled", "Runs a worker on this node.");

const worker = table(["Worker", "Runs the stages of queries."], {
	enabled: workerEnabled,
	heartbeat_period: period({
		title: "Heartbeat period",
		help: "How often the worker tells the scheduler that it is alive.",
		example: "5 secs",
		docs: docs.reference,
	}),
	shuffle_location: locationTable(
		"Shuffle storage",
		sharedFields.shuffle.help,
		"shuffles",
		["local", "shared_filesystem", "s3", "gcs", "abs"],
		onPremPage("shuffle-data"),
	),
	checkpoint_location: locationTable(
		sharedFields.store.title,
		sharedFields.store.help,
		"checkpoints",
		["shared_filesystem", "s3", "gcs", "abs"],
		docs.checkpointing,
	),
	task_service: service("Task service", "Where the scheduler sends work to.", "0.0.0.0:5052", true),
	shuffle_service: service("Shuffle service", "Where workers fetch each other's shuffles.", "0.0.0.0:5053", true),
	env_vars: z.record(z.string(), name("Value", "What the variable holds.")).register(keyMeta, {
		title: "Environment variables",
		help: "Variables for Polars and for the users' code, each a text in quotes.",
		docs: docs.reference,
	}),
	hdfs: table(["HDFS", "Hadoop's file system.", { docs: onPremPage("hdfs") }], {
		enabled: flag("Enabled", "Reads and writes HDFS.", { docs: onPremPage("hdfs") }),
	}),
});

const file = "A file of Polars On-Prem";

/** A file that holds all that a cluster needs: every key that is documented. */
export const configFile = table([`${file} for every node`, "Keys of every kind of node."], {
	...common,
	scheduler,
	worker,
});

/** The file of a node that runs the scheduler alone. Of the worker it can only say that there is none. */
export const schedulerFile = table([`${file} for the scheduler`, "Keys of a node without a worker."], {
	...common,
	scheduler,
	worker: table(["Worker", "Another node's part."], { enabled: workerEnabled }),
});

/** The file of a node that runs a worker alone. Of the scheduler it can only say that there is none. */
export const workerFile = table([`${file} for a worker`, "Keys of a node without a scheduler."], {
	...common,
	worker,
	scheduler: table(["Scheduler", "Another node's part."], { enabled: schedulerEnabled }),
});
