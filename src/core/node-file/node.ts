import * as z from "zod/mini";
import { docs, onPremPage } from "../docs.ts";
import { sharedFields } from "../draft/fields.ts";
import { checkHttpUrl } from "../object-store/endpoint.ts";
import { mapStores, objectStores } from "../stores/stores.ts";
import { address, count, flag, type KeyMeta, keyMeta, name, period, table, text, writtenBy } from "./node-key.ts";
import { license } from "./node-license.ts";
import { clientService, publicService, service } from "./node-service.ts";
import { locationTable } from "./store-table.ts";

const addresses = onPremPage("network-addresses");
const monitoringPage = onPremPage("monitoring");
const hdfs = onPremPage("hdfs");
const results = onPremPage("anonymous-results");
const leader = onPremPage("static-leader");
const lineagePage = onPremPage("openlineage");

const superseded: Partial<KeyMeta> = {
	note: {
		code: "undocumented-key",
		severity: "advice",
		message: "Use monitoring.host_metrics, as the reference does. Only one page names this key, as a variable.",
	},
};

const common = {
	cluster_id: name("Cluster ID", "Names the cluster. It is the same on all of its nodes and on no other cluster."),
	instance_id: name("Instance ID", "Names this node. No other node of the cluster has it."),
	license,
	memory_limit: count("Memory limit", "Most memory that all parts of this node may use together, in bytes.", {
		docs: onPremPage("resource-limits"),
		unit: "bytes",
	}),
	cpu_reserved: name("Reserved CPUs", "CPUs that the node asks for, as Kubernetes writes it.", {
		...writtenBy("Helm chart", "Ray package"),
		example: "3770m",
	}),
	observatory: table(["Observatory", "Collects profiles and metrics from all nodes.", { docs: monitoringPage }], {
		enabled: flag("Enabled", "Runs the observatory, beside the scheduler.", { docs: monitoringPage }),
		max_metrics_bytes_total: count(
			"Size of the metrics",
			"Most memory for host metrics, in bytes: about 50 for each second and worker.",
			{ docs: monitoringPage, unit: "bytes" },
		),
		database_path: name("Database", "File for the profiles, or a directory to make one in.", { docs: monitoringPage }),
		database_export: z.unknown().register(keyMeta, {
			...writtenBy("Ray package"),
			title: "Export",
			help: "What it can be set to is not known.",
			docs: docs.reference,
		}),
		service: service("Observatory service", "Where the nodes send profiles.", "0.0.0.0:5049"),
		rest_api: table(["REST API", "Serves the profiles and metrics to the dashboard.", { docs: addresses }], {
			enabled: flag("Enabled", "Serves the REST API.", { docs: addresses }),
			service: clientService("REST API's service", "Where the dashboard is served.", "0.0.0.0:3001"),
		}),
		host_metrics: table(["Host metrics", "The reference has monitoring.host_metrics.", superseded], {
			enabled: flag("Enabled", "Collects metrics of this host."),
		}),
		cluster_mode: name("Cluster mode", "What the cluster runs on: kubernetes or bare_metal.", {
			...writtenBy("Helm chart", "Ray package"),
			example: "kubernetes",
		}),
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
		enabled: flag("Enabled", "Sends events about what queries read and write."),
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
			stdio: table(["Standard output", "Events on the node's own output.", writtenBy("Ray package")], {
				output_stream: name("Stream", "Which output.", { example: "stdout" }),
			}),
		}),
	}),
	scaling: table(["Scaling", "Adds and removes workers.", writtenBy("Helm chart", "Ray package")], {
		enabled: flag("Enabled", "Scales the cluster by itself."),
		rest: table(["REST", "Who makes the workers.", writtenBy("Ray package")], {
			uri: name("Address", "Address of the service that makes them."),
		}),
	}),
};

const presign_duration = period({
	title: "Presigned for",
	help: "How long the link to a result works.",
	example: "8h",
	docs: results,
	...writtenBy("Helm chart", "Ray package"),
});
const external_endpoint = name("External endpoint", "Endpoint that the clients' links point to.", {
	docs: results,
	...writtenBy("Helm chart", "Ray package"),
});

const schedulerEnabled = flag("Enabled", "Runs the scheduler on this node: true on the leader, false on the others.");

const scheduler = table(["Scheduler", "Plans queries and hands them to the workers."], {
	enabled: schedulerEnabled,
	allow_local_sinks: flag("Local sinks", "Lets queries write to the file systems of the nodes."),
	allow_local_scans: flag("Local scans", "Lets queries read from the file systems of the nodes."),
	deny_anonymous_users: flag("Deny anonymous users", "Refuses a query that comes without a user's name.", {
		docs: onPremPage("anonymous-users"),
	}),
	n_workers: count("Workers", "How many workers must have joined before a query runs."),
	default_workers_per_query: count(
		"Workers per query",
		"How many workers a query gets that asks for no number.",
		writtenBy("Helm chart", "Ray package"),
	),
	max_workers_per_query: count(
		"Most workers per query",
		"How many workers a query gets at most.",
		writtenBy("Helm chart", "Ray package"),
	),
	default_partitions_per_worker: count("Partitions per worker", "How many, where the query doesn't say.", {
		default: 1,
	}),
	anonymous_result_location: locationTable(
		"Anonymous results",
		"Where the results of queries without a sink go.",
		"anonymous results",
		results,
		{ ...mapStores(objectStores, () => ({ presign_duration })), s3: { presign_duration, external_endpoint } },
		{ shared_filesystem: writtenBy("Ray package") },
	),
	client_service: clientService("Client service", "Where clients send queries.", "0.0.0.0:5051"),
	worker_service: service("Worker service", "Where workers report.", "0.0.0.0:5050"),
	checkpoint: table(
		[
			"Checkpoints",
			"When checkpoints are made. Where they go is worker.checkpoint_location.",
			{ docs: docs.checkpointing },
		],
		{
			enabled: flag("Enabled", "Makes checkpoints, if true.", { docs: docs.checkpointing }),
			period: period(sharedFields.period),
		},
		["enabled"],
	),
});

const lost: Partial<KeyMeta> = {
	note: {
		code: "own-disk",
		severity: "warning",
		message: "A checkpoint on a worker's own disk is lost with the worker: the location must be shared.",
	},
};

const workerEnabled = flag("Enabled", "Runs a worker on this node.");

const worker = table(["Worker", "Runs the stages of queries."], {
	enabled: workerEnabled,
	heartbeat_period: period({
		title: "Heartbeat period",
		help: "How often the worker tells the scheduler that it is alive.",
		example: "5 secs",
		docs: docs.reference,
	}),
	shuffle_location: locationTable("Shuffle storage", sharedFields.shuffle.help, "shuffles", onPremPage("shuffle-data")),
	checkpoint_location: locationTable(
		sharedFields.store.title,
		sharedFields.store.help,
		"checkpoints",
		docs.checkpointing,
		{},
		{ local: lost },
	),
	task_service: publicService("Task service", "Where the scheduler sends work.", "0.0.0.0:5052"),
	shuffle_service: publicService("Shuffle service", "Where workers fetch each other's shuffles.", "0.0.0.0:5053"),
	env_vars: z.record(z.string(), name("Value", "What the variable holds.")).register(keyMeta, {
		title: "Environment variables",
		help: "Variables for Polars and for the users' code, each a text in quotes.",
		docs: docs.reference,
	}),
	extras: table(["Extras", "Parts of the worker that are experimental.", { docs: hdfs }], {
		hdfs: table(["HDFS", "Hadoop's file system.", { docs: hdfs }], {
			enabled: flag("Enabled", "Reads and writes HDFS.", { docs: hdfs }),
		}),
		pyiceberg: table(["PyIceberg", "Iceberg tables on HDFS.", { docs: hdfs }], {
			enabled: flag("Enabled", "Needs hdfs-native and pyiceberg in the workers' Python.", { docs: hdfs }),
		}),
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
