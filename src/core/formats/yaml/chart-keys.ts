/** What the values of a chart have at a key: a value or an object of others, or an object with these keys and no others. */
export type ChartKeys = true | { readonly [key: string]: ChartKeys };

const enabled = { enabled: true } as const;
const claim = { enabled: true, create: true, existingClaimName: true, storageClassName: true, size: true } as const;
const ephemeral = { ephemeralVolumeClaim: { enabled: true, storageClassName: true, size: true } } as const;
const account = { create: true, name: true, automount: true } as const;
const pod = {
	revisionHistoryLimit: true,
	podAnnotations: true,
	podLabels: true,
	dnsPolicy: true,
	dnsConfig: true,
	schedulerName: true,
	automountServiceAccountToken: true,
	podSecurityContext: true,
	hostAliases: true,
	distContainer: { securityContext: true, resources: true },
	runtimeContainer: {
		securityContext: true,
		readinessProbe: true,
		env: true,
		lifecycleHooks: true,
		resources: true,
		volumeMounts: true,
	},
	priorityClassName: true,
	runtimeClassName: true,
	volumes: true,
	nodeSelector: true,
	affinity: true,
	tolerations: true,
	topologySpreadConstraints: true,
	hostNetwork: true,
} as const;

/**
 * The keys of the chart's values, from 2.2.0 on, less those of the places for data. What 3.x has beside them isn't known.
 *
 * @see polars-inc/helm-charts, charts/polars/values.schema.json of 2.2.0 and values.yaml up to 2.3.1.
 */
export const chartKeys: ChartKeys = {
	acceptEula: true,
	nameOverride: true,
	fullnameOverride: true,
	podLabels: true,
	podAnnotations: true,
	clusterId: true,
	clusterDomain: true,
	license: {
		onPrem: {
			enabled: true,
			clientId: true,
			clientSecret: true,
			workspaceId: true,
			licenseData: { enabled: true, create: true, existingClaimName: true, storageClassName: true },
		},
		onPremEnterprise: { enabled: true, secretName: true, secretProperty: true },
		licenseServer: { enabled: true, uri: true },
	},
	imagePullSecrets: true,
	runtime: true,
	telemetry: { otlpEndpoint: true },
	logLevel: true,
	workerHeartbeatIntervalSecs: true,
	disableHostMetrics: true,
	anonymousResults: { s3: true, abs: true, gcs: true, sharedFilesystem: true, temporaryStorage: true },
	allowLocalSinks: true,
	allowLocalScans: true,
	denyAnonymousUsers: true,
	requireFreeWorkers: { enabled: true, count: true },
	workersPerQuery: true,
	scaling: true,
	shuffleData: {
		...ephemeral,
		sharedPersistentVolumeClaim: claim,
		s3: true,
		abs: true,
		gcs: true,
		sharedFilesystem: true,
	},
	checkpoint: { period: true },
	checkpointData: { sharedPersistentVolumeClaim: claim, s3: true, abs: true, gcs: true, sharedFilesystem: true },
	temporaryData: ephemeral,
	observatory: { maxMetricsBytesTotal: true, persistentVolumeClaim: claim },
	lineage: { enabled: true, transport: { http: { endpoint: true } } },
	worker: {
		extras: { hdfs: enabled, pyiceberg: enabled },
		serviceAccount: account,
		deployment: { ...pod, replicaCount: true },
	},
	scheduler: { services: true, serviceAccount: account, deployment: { ...pod, rollout: true } },
	auth: true,
	dex: true,
	tests: true,
	temporaryStorage: true,
	global: true,
};

/** Keys that came after 2.2.0, by their path, and the first version that was seen to have them. */
export const laterKeys: ReadonlyMap<string, string> = new Map([
	["license.licenseServer", "2.3.1"],
	["worker.extras", "2.3.1"],
	["auth", "2.3.1"],
	["dex", "2.3.1"],
	["workersPerQuery", "3.0.0"],
	["scaling", "3.0.0"],
]);

/** What a key of an earlier chart became. */
export interface RenamedValue {
	/** Path of the new key; nothing where nothing took its place. */
	readonly now?: readonly string[];
	/** What has to be set beside it. */
	readonly also?: readonly (readonly [path: readonly string[], value: boolean])[];
	/** The chart's version. */
	readonly since: string;
	/** Whether charts before still take it, so that it is no error today. */
	readonly isAhead?: true;
}

const enterprise = ["license", "onPremEnterprise"];
const onPrem = ["license", "onPrem"];

/** @see polars-inc/helm-charts, charts/polars/values.yaml from release to release. */
export const renamedValues: ReadonlyMap<string, RenamedValue> = new Map<string, RenamedValue>([
	["worker.statefulset", { now: ["worker", "deployment"], since: "1.0.0" }],
	["temporaryData.persistentVolumeClaim", { now: ["temporaryData", "ephemeralVolumeClaim"], since: "1.0.0" }],
	["allowSharedDisk", { now: ["allowLocalSinks"], since: "2.0.0" }],
	[
		"license.secretName",
		{ now: [...enterprise, "secretName"], also: [[[...enterprise, "enabled"], true]], since: "2.0.0" },
	],
	[
		"license.secretProperty",
		{ now: [...enterprise, "secretProperty"], also: [[[...enterprise, "enabled"], true]], since: "2.0.0" },
	],
	["clientId", { now: [...onPrem, "clientId"], also: [[[...onPrem, "enabled"], true]], since: "2.0.0" }],
	["clientSecret", { now: [...onPrem, "clientSecret"], also: [[[...onPrem, "enabled"], true]], since: "2.0.0" }],
	["workspaceId", { now: [...onPrem, "workspaceId"], also: [[[...onPrem, "enabled"], true]], since: "2.0.0" }],
	["anonymousResults.seaweedfs", { now: ["anonymousResults", "temporaryStorage"], since: "2.0.0" }],
	["licenseData.persistentVolumeClaim", { now: [...onPrem, "licenseData"], since: "2.0.0" }],
	["requireFreeWorkers.enabled", { since: "3.0.0", isAhead: true }],
	["requireFreeWorkers.count", { now: ["workersPerQuery", "default"], since: "3.0.0", isAhead: true }],
]);
