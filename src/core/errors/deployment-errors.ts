import type { KnownError } from "./known-error.ts";

const helpers = "polars-inc/helm-charts, _helpers.tpl";
const friendly = "jiff 0.2.18, src/fmt/friendly/parser.rs and src/error/fmt";

/** Errors of the period, and of those who bring a configuration to the nodes: chart, operator, client. */
export const deploymentErrors: readonly KnownError[] = [
	{
		id: "period-unit",
		shapes: [
			"expected to find unit designator suffix (e.g., `years` or `secs`) after parsing integer",
			"expected to find unit designator suffix (e.g., `years` or `secs`)",
		],
		cause: "The period has no unit, or an unknown one.",
		remedy: "Add the unit: 600s.",
		settings: ["period"],
		source: friendly,
	},
	{
		id: "period-number",
		shapes: [
			'failed to parse input in the "friendly" duration format: expected duration to start with a unit value',
			"expected duration to start with a unit value",
		],
		cause: "The period does not start with a number.",
		remedy: "Write 10 mins or PT10M.",
		settings: ["period"],
		source: friendly,
	},
	{
		id: "period-days",
		shapes: [
			"parsing ISO 8601 duration in this context requires that the duration contain a time component and no components of days or greater",
			"parsing ISO 8601 duration in this context requires",
		],
		cause: "The period is in days or longer units, such as P1D or P1W.",
		remedy: "Write hours or smaller units, such as PT24H.",
		settings: ["period"],
		source: "jiff 0.2.18, src/error/fmt/temporal.rs",
	},
	{
		id: "period-empty-time",
		shapes: ["found a time designator (`T` or `t`) in an ISO 8601 duration string, but did not find any time units"],
		cause: "The period ends after the T: its value is missing.",
		remedy: "Write PT10M.",
		settings: ["period"],
		source: "jiff 0.2.18, src/error/fmt/temporal.rs",
	},
	{
		id: "period-other",
		shapes: ['failed to parse input in the "friendly" duration format'],
		tells: "class",
		cause: "The period is not a duration.",
		remedy: "Write 10 mins or PT10M.",
		settings: ["period"],
		source: friendly,
	},
	{
		id: "chart-url-option",
		shapes: ["Name 'url' found in .Values.checkpointData.…options", "Name 'url' found in .Values.…options"],
		cause: "An option of the chart's values is named url.",
		remedy: "Write the URL as endpoint, beside options.",
		settings: ["url"],
		source: "polars-inc/helm-charts, templates/worker/deployment.yaml",
	},
	{
		id: "chart-option-name",
		shapes: ["missing .Values.checkpointData.…options[….name", "missing .Values.…options[….name"],
		cause: "An option of the chart's values has no name.",
		remedy: "Give every option a name and a value.",
		source: "polars-inc/helm-charts, templates/worker/deployment.yaml",
	},
	{
		id: "chart-claim",
		shapes: ["existingClaimName are mutually exclusive"],
		cause: "The chart is told both to make a volume claim and to use an existing one.",
		remedy: "With existingClaimName, set create to false.",
		source: "polars-inc/helm-charts, templates of 2.1.1 and 2.2.0",
	},
	{
		id: "chart-licence",
		shapes: ["License error: exactly one of .Values.license.…", "License error: exactly one of"],
		cause: "No licence is enabled in the chart's values, or more than one.",
		remedy: "Enable exactly one of license.onPrem, license.onPremEnterprise and license.licenseServer.",
		source: `${helpers} of 3.0.0`,
	},
	{
		id: "chart-eula",
		shapes: ["EULA not accepted. Please refer to the EULA as forwarded by Polars"],
		common: ["EULA not accepted."],
		cause: "The On-Prem Enterprise licence is chosen, and its terms are not accepted.",
		remedy: "Read the EULA, then set license.onPremEnterprise.acceptEula to true.",
		source: helpers,
	},
	{
		id: "chart-removed-value",
		shapes: ["Removed value: .Values.… was replaced by .Values.… in chart …", "Removed value: .Values.…"],
		cause: "The values are those of an older chart: in 3.0.0, requireFreeWorkers became workersPerQuery.",
		remedy: "Write workersPerQuery.default with the number of requireFreeWorkers.count, or what the message names.",
		source: `${helpers} of 3.0.0`,
	},
	{
		id: "chart-scaling",
		shapes: ["Scaling error: .Values.workersPerQuery.default must be set when .Values.scaling.enabled is true"],
		cause: "Scaling is on, and the chart does not know how many workers a query gets.",
		remedy: "Set workersPerQuery.default.",
		source: `${helpers} of 3.0.0`,
	},
	{
		id: "chart-cloudpickle",
		shapes: [".Values.runtime.composed.polarsExtras must include cloudpickle"],
		cause: "The list of the runtime's extras has no cloudpickle, which Polars needs there.",
		remedy: "Add cloudpickle to runtime.composed.polarsExtras.",
		source: helpers,
	},
	{
		id: "chart-value-type",
		common: [
			"/options/…/value': got …, want string",
			"options.….value: Invalid type. Expected: string, given: …",
			"got boolean, want string",
		],
		cause: "An option's value in the chart's values is not text, because it has no quotes.",
		remedy: 'Put it in quotes: value: "true".',
		source: "polars-inc/helm-charts, values.schema.json",
	},
	{
		id: "operator-one-location",
		shapes: ["exactly one of the fields in [sharedFilesystem s3 abs gcs] must be set"],
		cause: "spec.checkpoint.data contains no location, or more than one.",
		remedy: "Keep one of sharedFilesystem, s3, abs and gcs.",
		settings: ["store"],
		source: "polars-inc/polars-k8s-operator, CRD",
	},
	{
		id: "operator-eula",
		shapes: ["acceptEula must be true when using the On-Prem Enterprise license"],
		cause: "The On-Prem Enterprise licence is chosen, and its terms are not accepted.",
		remedy: "Read the EULA, then set acceptEula to true.",
		source: "polars-inc/polars-k8s-operator, api/v1alpha1/polarscluster_types.go",
	},
	{
		id: "operator-version",
		shapes: ['spec.version "…" is not supported: this operator requires at least …'],
		common: ["is not supported: this operator requires at least …"],
		cause:
			"The release in spec.version is older than this operator takes: 0.6.3 for alpha.1 and alpha.2, 0.7.1 from alpha.3 on.",
		remedy: "Raise spec.version.",
		source: "polars-inc/polars-k8s-operator, internal/controller/pod_common.go",
	},
	{
		id: "operator-no-container",
		shapes: ["podTemplate must include at least one container when no runtime is configured"],
		cause: "The PolarsCluster has neither a composed runtime nor a container of its own.",
		remedy: "Write runtime: {composed: {}}, or give the pod template a container.",
		source: "polars-inc/polars-k8s-operator, internal/controller/worker_pod.go",
	},
	{
		id: "cgroup",
		shapes: [
			"Ensure cgroup is mounted and subgroups are delegated, or disable the memory limit in the configuration file",
		],
		cause: "memory_limit is set, and the node's control groups are not delegated to Polars.",
		remedy: "Delegate them (Delegate=yes in the systemd unit), or remove memory_limit.",
		source: "polars-inc/polars-cloud-ray, README",
	},
	{
		id: "client-connection",
		shapes: ["Error setting up gRPC connection, transport error"],
		cause: "The client can't reach the scheduler's port 5051.",
		remedy: "Forward the port or expose the service. For a connection without TLS, pass insecure=True.",
		source: "polars-inc/helm-charts, README",
	},
];
