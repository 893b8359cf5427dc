import { expect, test } from "vitest";
import { applyEdits } from "../text/edit.ts";
import { lintConfig, type NamedText } from "./lint.ts";

/** Each problem as `severity line:column path: message`, with what the characters of its fix become. */
function say(input: string | readonly NamedText[]): string[] {
	return lintConfig(input).map(({ severity, file, line, column, path, message, fix }) => {
		const place = `${file ? `${file} ` : ""}${line}:${column}`;
		const fixed = fix ? ` → ${fix.title}` : "";
		return `${severity} ${place} ${path.join(".")}: ${message}${fixed}`;
	});
}

/** The text after the fix of its only problem. */
function mend(text: string): string {
	const problems = lintConfig(text);
	expect(problems.filter(({ fix }) => fix)).toHaveLength(1);
	return applyEdits(text, problems.find(({ fix }) => fix)?.fix?.edits ?? []);
}

const scheduler = "[scheduler]\nenabled = true\n";
const checkpoint = '[scheduler.checkpoint]\nenabled = true\nperiod = "10 mins"\n';
const worker = "[worker]\nenabled = true\n";
const location = 'checkpoint_location.s3.url = "s3://bucket/ck"\n';

test("the documentation's own examples have no problem, alone or together", () => {
	expect(say(scheduler + checkpoint)).toEqual([]);
	expect(say(worker + location)).toEqual([]);
	expect(say(scheduler + checkpoint + worker + location)).toEqual([]);
	expect(
		say(`cluster_id = "cluster-1"
instance_id = "node-1"
license = "/etc/polars/license.json"
${scheduler}n_workers = 1
client_service.bind_addr.port = 4001
${worker}task_service.bind_addr.port = 4005
task_service.public_addr = "127.0.0.1:4005"
env_vars = { POLARS_MAX_THREADS = "8" }
[observatory]
enabled = true
[observatory.rest_api]
enabled = true
service.bind_addr.port = 4004
[static_leader]
leader_instance_id = "node-1"
scheduler_service.public_addr = "127.0.0.1:4002"
`),
	).toEqual([]);
});

test("an unknown key comes with the nearest known one, and what is below it is judged as if it were that", () => {
	expect(say(`${scheduler}[scheduler.chekpoint]\nenabled = true\nperiod = 600\n`)).toEqual([
		"warning 3:12 scheduler.chekpoint: Unknown key “chekpoint” in [scheduler]. Did you mean “checkpoint”? → checkpoint",
		'error 5:10 scheduler.chekpoint.period: This is a number. Write text in quotes, such as "10 mins". → "600s"',
	]);
	expect(say("something = 1\n")).toEqual(["warning 1:1 something: Unknown key “something” at the top level."]);
	expect(mend(`${scheduler}chekpoint.enabled = true\n"chekpoint".period = "1h"\n`)).toBe(
		`${scheduler}checkpoint.enabled = true\n"checkpoint".period = "1h"\n`,
	);
});

test("a wrong type says what is wanted, and writes it where that is plain", () => {
	expect(
		say(`memory_limit = "1 GB"
license = 5
${scheduler}n_workers = "4"
[worker]
enabled = "yes"
heartbeat_period = 5
task_service.bind_addr = "http://host:5052"
env_vars = { A = 1 }
[worker.checkpoint_location]
s3 = "s3://bucket/ck"
[observatory]
service.bind_addr.port = 99999
[observatory.enabled]
`),
	).toEqual([
		"error 1:16 memory_limit: This is text. Write a whole number of bytes, without quotes. → 1000000000",
		'error 2:11 license: This is a number. Write text in quotes, such as "/etc/polars/license.json".',
		"error 5:13 scheduler.n_workers: This is text. Write a whole number, without quotes. → 4",
		"error 7:11 worker.enabled: This is text. Write true or false, without quotes. → true",
		'error 8:20 worker.heartbeat_period: This is a number. Write text in quotes, such as "5 secs". → "5s"',
		"error 9:26 worker.task_service.bind_addr: Write an IP address or a host name. A port can follow after a colon.",
		'error 10:18 worker.env_vars.A: This is a number. Write text in quotes. → "1"',
		"warning 11:9 worker.checkpoint_location: Nothing goes here: the scheduler has no scheduler.checkpoint, so it makes no checkpoints. → Make checkpoints",
		"error 12:6 worker.checkpoint_location.s3: This is text. Write a table. → Add .url",
		"error 14:26 observatory.service.bind_addr.port: Write a port number from 0 to 65535.",
		"error 15:14 observatory.enabled: This is a table. Write a value.",
	]);
	expect(mend("[[worker]]\nenabled = true\n")).toBe(worker);
});

test("a key in the wrong section says where it belongs, and moves there", () => {
	expect(mend(worker + checkpoint.replace("scheduler", "worker"))).toBe(worker + checkpoint);
	expect(say(`${scheduler}checkpoint_location.s3.url = "s3://bucket/ck"\n`)).toEqual([
		"warning 3:1 scheduler.checkpoint_location: checkpoint_location is not documented here. It belongs in [worker]. → Move it to [worker]",
	]);
	expect(mend(`${scheduler}checkpoint_location.s3.url = "s3://bucket/ck" # where\nn_workers = 4\n\n${worker}`)).toBe(
		`${scheduler}# where\nn_workers = 4\n\n${worker}${location}`,
	);
	expect(mend(`${scheduler}cluster_id = "a"`)).toBe(`cluster_id = "a"\n\n${scheduler.trimEnd()}`);
});

test("below a header that can't be read, the top is still the top", () => {
	const [, misplaced] = lintConfig('[[[worker]\n[worker]\ncluster_id = "a"\nenabled = true\n');
	expect(misplaced?.fix?.title).toBe("Move it to the top");
	expect(applyEdits('[[[worker]\n[worker]\ncluster_id = "a"\nenabled = true\n', misplaced?.fix?.edits ?? [])).toBe(
		'cluster_id = "a"\n\n[[[worker]\n[worker]\nenabled = true\n',
	);
});

test("a file that begins with an empty line is checked to its end", () => {
	expect(mend('\n[worker]\nenabled = true\ncluster_id = "a"\n')).toBe('cluster_id = "a"\n\n[worker]\nenabled = true\n');
});

test("no key is moved while a lone carriage return leaves open where its line ends", () => {
	const text = 'cluster_id = "a" # why\r[worker]\nenabled = true\nscheduler.enabled = true\n';
	expect(mend(text)).toBe(text.replace("\r", "\n"));
	expect(mend(text.replace("\r", "\n"))).toBe(
		'cluster_id = "a" # why\nscheduler.enabled = true\n[worker]\nenabled = true\n',
	);
});

test("a key of which a part can't be seen is named with it", () => {
	expect(lintConfig('["\u200bworker"]\nenabled = true\n')[0]?.message).toBe(
		"Unknown key “\\u200bworker” at the top level. Did you mean “worker”?",
	);
});

test("a key of an earlier release names its successor, and the value is rewritten where that is plain", () => {
	expect(
		say(
			`cublet_id = "a"\n[worker]\nenabled = true\nheartbeat_interval_secs = 5\nworker_ip = "10.0.0.1"\n[service]\nauth = "insecure"\n`,
		),
	).toEqual([
		"warning 1:1 cublet_id: cublet_id is a key of an earlier release. Write instance_id. → Write instance_id",
		"warning 4:1 worker.heartbeat_interval_secs: heartbeat_interval_secs is a key of an earlier release. Write heartbeat_period. → Write heartbeat_period",
		"warning 5:1 worker.worker_ip: worker_ip is a key of an earlier release. Write task_service.public_addr and shuffle_service.public_addr. → Write task_service.public_addr and shuffle_service.public_addr",
		"warning 7:1 service.auth: auth is a key of an earlier release, and has no replacement. → Remove it",
	]);
	expect(mend('[license.license_server]\naddress = "https://license.example.com:50051"\n')).toBe(
		'[license.license_server]\nuri = "https://license.example.com:50051"\n',
	);
	expect(mend('[license.offline]\nlicense_path = "/etc/license.json"\n')).toBe(
		'[license.on_prem_enterprise]\nlicense_path = "/etc/license.json"\n',
	);
	expect(mend(`${worker}hdfs.enabled = true\n`)).toBe(`${worker}extras.hdfs.enabled = true\n`);
	expect(mend(`${worker}heartbeat_interval_secs = 5 # often\n`)).toBe(`${worker}heartbeat_period = "5s" # often\n`);
	expect(mend(`${worker}worker_ip = "10.0.0.1"\n`)).toBe(
		`${worker}task_service.public_addr = "10.0.0.1"\nshuffle_service.public_addr = "10.0.0.1"\n`,
	);
	expect(mend(`${worker}flight_port = 5000\n[worker.shuffle_service]\npublic_addr = "10.0.0.1"\n`)).toBe(
		`${worker}[worker.shuffle_service]\npublic_addr = "10.0.0.1"\nbind_addr.port = 5000\n`,
	);
	expect(mend(`${scheduler}anonymous_result_dst = 's3://bucket/results'\n`)).toBe(
		`${scheduler}anonymous_result_location.s3.url = 's3://bucket/results'\n`,
	);
	expect(mend(`${scheduler}[scheduler.anonymous_results.s3]\nurl = "s3://bucket/results"\n`)).toBe(
		`${scheduler}[scheduler.anonymous_result_location.s3]\nurl = "s3://bucket/results"\n`,
	);
});

test("what Polars' own programs write and its documentation doesn't name is advice, whatever it holds", () => {
	const chart = "Polars' Helm chart or Ray package writes this key. The documentation doesn't name it.";
	expect(
		say(`cpu_reserved = 2
${scheduler}client_service.auth.jwks = { url = "https://id.example.com", issuers = "a", audience = 5 }
default_workers_per_query = 3
[scheduler.anonymous_result_location.gcs]
url = "gs://bucket/x"
presign_duration = "8"
[observatory]
enabled = true
cluster_mode = "kubernetes"
database_export = { any = 1 }
rest_api.service.auth.jwks.issuers = ["a", "b"]
[license.license_server]
uri = "https://license.example.com:50051"
`),
	).toEqual([
		`advice 1:1 cpu_reserved: ${chart}`,
		'advice 1:16 cpu_reserved: This is a number. Write text in quotes, such as "3770m". → "2"',
		`advice 4:16 scheduler.client_service.auth: ${chart}`,
		'advice 4:88 scheduler.client_service.auth.jwks.audience: This is a number. Write text in quotes. → "5"',
		`advice 5:1 scheduler.default_workers_per_query: ${chart}`,
		`advice 8:1 scheduler.anonymous_result_location.gcs.presign_duration: ${chart}`,
		"advice 8:21 scheduler.anonymous_result_location.gcs.presign_duration: Write a unit such as s, m or h after “8”. → 8s",
		`advice 11:1 observatory.cluster_mode: ${chart}`,
		"advice 12:1 observatory.database_export: Polars' Ray package writes this key. The documentation doesn't name it.",
		`advice 13:18 observatory.rest_api.service.auth: ${chart}`,
		`advice 14:10 license.license_server: ${chart}`,
	]);
	expect(say(`${worker}${location}checkpoint_location.s3.allow_deletes = "true"\n`)).toEqual([
		"advice 4:24 worker.checkpoint_location.s3.allow_deletes: allow_deletes is not documented for a location. Polars' Ray package writes it, as true or false. What it does for checkpoints is not known.",
		"advice 4:40 worker.checkpoint_location.s3.allow_deletes: This is text. Write true or false, without quotes. → true",
	]);
	expect(say(`${worker}${location}checkpoint_location.s3.max_retries = "3"\n`)).toEqual([
		"advice 4:24 worker.checkpoint_location.s3.max_retries: max_retries is not documented for a location. Python's scan_parquet reads it. Whether a checkpoint location does is not documented.",
	]);
	expect(say("[observatory]\nenabled = true\nhost_metrics.enabled = true\n")).toEqual([
		"advice 3:1 observatory.host_metrics: Use monitoring.host_metrics, as the reference does. Only one page names this key, as a variable.",
	]);
	expect(say(`${worker}[worker.extras]\nhdfs.enabled = true\npyiceberg.enabled = true\n`)).toEqual([]);
});

test("a relative licence path is no more than advice, and is never made absolute", () => {
	const advice = "Write an absolute path, as the reference asks. A relative one depends on where the node is started.";
	expect(say('license = "./license.json"\n')).toEqual([`advice 1:11 license: ${advice}`]);
	expect(say('license.on_prem_enterprise.license_path = "license.json"\n')).toEqual([
		`advice 1:43 license.on_prem_enterprise.license_path: ${advice}`,
	]);
	expect(say('license = "~/license.json"\n')).toEqual([
		"warning 1:12 license: Polars doesn't expand ~. Write the whole path.",
	]);
	expect(say('license = "/etc/license.json"\n')).toEqual([]);
});

test("of a text that holds a placeholder nothing is said but that nothing replaces it", () => {
	expect(
		say(`instance_id = "$(hostname)"
license.on_prem = { workspace_id = "\${WORKSPACE}", client_secret = "a<b>c", client_id = "<CLIENT ID>" }
${scheduler}checkpoint = { enabled = true, period = "{{ period }}" }
[static_leader]
scheduler_service.public_addr = "$SCHEDULER_IP:5051"
observatory_service.public_addr = { ip = "$SCHEDULER_IP" }
`),
	).toEqual([
		"warning 1:16 instance_id: Replace “$(hostname)” with your own value: nothing else replaces it.",
		"warning 2:37 license.on_prem.workspace_id: Replace “${WORKSPACE}” with your own value: nothing else replaces it.",
		"warning 2:90 license.on_prem.client_id: Replace “<CLIENT ID>” with your own value: nothing else replaces it.",
		"warning 5:42 scheduler.checkpoint.period: Replace “{{ period }}” with your own value: nothing else replaces it.",
		"warning 7:34 static_leader.scheduler_service.public_addr: Replace “$SCHEDULER_IP” with your own value: nothing else replaces it.",
		"warning 8:43 static_leader.observatory_service.public_addr.ip: Replace “$SCHEDULER_IP” with your own value: nothing else replaces it.",
	]);
});

test("options that Polars would ignore in silence, whatever the reason", () => {
	expect(
		say(`${worker}
[worker.checkpoint_location.s3]
url = "s3://bucket/ck"
aws_acess_key_id = "x"
secret = "y"
azure_storage_account_name = "z"
region = "eu-west-1"
AWS_REGION = "eu-west-2"
aws_disable_bulk_delete = "true"
aws_allow_http = true
connect_timeout = 30
pool_idle_timeout = "30"
s3_express.enabled = true
`),
	).toEqual([
		"error 6:1 worker.checkpoint_location.s3.aws_acess_key_id: Unknown option “aws_acess_key_id”: Polars ignores it. Did you mean “aws_access_key_id”? → aws_access_key_id",
		"error 7:1 worker.checkpoint_location.s3.secret: Polars ignores secret, a key of s3fs. Use aws_secret_access_key. → aws_secret_access_key",
		"error 8:1 worker.checkpoint_location.s3.azure_storage_account_name: Polars ignores azure_storage_account_name here: it is an option of Azure Blob Storage.",
		"error 10:1 worker.checkpoint_location.s3.AWS_REGION: AWS_REGION sets the same option as region. Keep one of them. → Keep region",
		"advice 11:1 worker.checkpoint_location.s3.aws_disable_bulk_delete: Known from Polars 1.44 on. Whether your On-Prem has it is not known.",
		'error 12:18 worker.checkpoint_location.s3.aws_allow_http: This is true or false. Write text in quotes. → "true"',
		'error 13:19 worker.checkpoint_location.s3.connect_timeout: This is a number. Write text in quotes. → "30s"',
		"error 14:22 worker.checkpoint_location.s3.pool_idle_timeout: Write a unit after the number, such as s or ms. → 30s",
		"error 15:1 worker.checkpoint_location.s3.s3_express: This is a table. Write text in quotes.",
	]);
	expect(say(`${worker}shuffle_location.gcs = { url = "gs://bucket/s", aws_region = "x" }\n`)).toEqual([
		"error 3:49 worker.shuffle_location.gcs.aws_region: Polars ignores aws_region here: it is an option of S3.",
	]);
});

test("credentials come whole, or from elsewhere", () => {
	const missing = (key: string) =>
		`${key}: ${key} is not set here. Set it, unless another source does, such as an environment variable.`;
	const half = (store: string, rest: string) =>
		say(`${worker}[worker.checkpoint_location.${store}]\n${rest}`).map((line) =>
			line.replace(/worker.checkpoint_location.(s3|gcs|abs)/, ".."),
		);
	expect(half("s3", 'url = "s3://bucket/ck"\naws_access_key_id = "x"\n')).toEqual([
		`warning 5:1 ...${missing("aws_secret_access_key")}`,
	]);
	expect(half("s3", 'aws_region = "eu-west-1"\n')).toEqual([`warning 3:29 ...${missing("url")}`]);
	expect(half("shared_filesystem", "")).toEqual([
		`warning 3:29 worker.checkpoint_location.shared_filesystem.${missing("path")}`,
	]);
	expect(half("gcs", 'url = "gs://bucket/ck"\nservice_account_key = "x"\ngoogle_service_account = "/x"\n')).toEqual([
		"error 5:23 ...service_account_key: This is not complete JSON. Write the JSON text of a service account's key.",
		"error 6:1 ...google_service_account: google_service_account_key and google_service_account_path can't both be set. Keep one of them. → Keep google_service_account_key",
	]);
	expect(half("abs", 'url = "az://container/ck"\nclient_secret = "x"\n')).toEqual([
		`warning 5:1 ...${missing("azure_storage_tenant_id")}`,
		`warning 5:1 ...${missing("azure_storage_client_id")}`,
		`warning 5:1 ...${missing("azure_storage_account_name")}`,
	]);
});

test("of two kinds of credentials, the one that counts is told", () => {
	const text = `${worker}[worker.checkpoint_location.abs]
url = "az://container/ck"
account_name = "account"
sas_token = "sv=1"
account_key = "a2V5"
client_id = "id"
`;
	expect(say(text)).toEqual([
		"warning 6:1 worker.checkpoint_location.abs.sas_token: This is not used: Polars uses azure_storage_account_key instead. → Keep azure_storage_account_key",
	]);
});

test("a location is one place, and no worker's own disk", () => {
	expect(say(`${worker}checkpoint_location.local.path = "/data"\n`)).toEqual([
		"warning 3:21 worker.checkpoint_location.local: A checkpoint on a worker's own disk is lost with the worker: the location must be shared.",
	]);
	expect(say(`${worker}${location}checkpoint_location.gcs.url = "gs://bucket/ck"\n`)).toEqual([
		"error 4:21 worker.checkpoint_location.gcs: A location is one place, but this names s3 and gcs. Keep one. → Keep s3",
	]);
	expect(say(`${worker}checkpoint_location.azure.url = "az://container/ck"\n`)).toEqual([
		"error 3:21 worker.checkpoint_location.azure: Unknown key “azure” in [worker.checkpoint_location]. Did you mean “abs”? → abs",
		"warning 3:21 worker.checkpoint_location.azure.azure_storage_account_name: azure_storage_account_name is not set here. Set it, unless another source does, such as an environment variable.",
	]);
	expect(say(`${worker}checkpoint_location.shared_filesystem.path = "mnt/ck "\n`)).toEqual([
		"error 3:47 worker.checkpoint_location.shared_filesystem.path: Write an absolute path, which starts with a slash.",
	]);
	expect(say(`${worker}checkpoint_location.s3.url = " s3://bucket/ck"\n`)).toEqual([
		"error 3:30 worker.checkpoint_location.s3.url: Remove the white space around this: Polars reads it as part of the value. → Remove the space",
	]);
});

test("checkpoints need both their makers and a place", () => {
	expect(say(scheduler + checkpoint + worker)).toEqual([
		"error 6:2 worker.checkpoint_location: The scheduler makes checkpoints, but this worker has no checkpoint_location for them.",
	]);
	expect(mend(scheduler + worker + location)).toBe(`${scheduler}\n${checkpoint}\n${worker}${location}`);
	expect(say(scheduler + checkpoint.replace("true", "false") + worker + location)).toEqual([
		"advice 4:11 scheduler.checkpoint.enabled: Checkpoints are off, so nothing goes to worker.checkpoint_location. → enabled = true",
	]);
	expect(say('[scheduler.checkpoint]\nperiod = "30s"\n')).toEqual([
		"warning 1:2 scheduler: Without enabled = true, this node runs no scheduler. → enabled = true",
		"warning 1:12 scheduler.checkpoint: Checkpoints need enabled = true: the documentation doesn't say what happens without it. → enabled = true",
		"warning 2:10 scheduler.checkpoint.period: With less than a minute, every shuffle of a large query makes a checkpoint. About 10 minutes makes sense. → 10 mins",
	]);
	expect(say(`${scheduler}checkpoint.enabled = true\n`)).toEqual([
		'advice 3:1 scheduler.checkpoint: Set a period: the documentation names no default. → period = "10 mins"',
	]);
	expect(say(`${scheduler}[worker]\nenabled = false\n`)).toEqual([]);
});

test("shuffles on shared storage, or in the same place", () => {
	expect(say(`${worker}${location}shuffle_location.s3.url = "s3://bucket/ck/"\n`)).toEqual([
		"warning 3:30 worker.checkpoint_location.s3.url: Shuffles go to this folder too. Use another folder for checkpoints. → Add /checkpoints",
		"warning 4:18 worker.shuffle_location.s3: Checkpoints have no effect here: shuffles on shared storage already keep the state that a checkpoint would store.",
	]);
	expect(say(`${worker}${location}shuffle_location.local.path = "/ssd"\n`)).toEqual([]);
});

test("a worker that is bound to every address needs one of its own", () => {
	expect(say(`${worker}task_service.bind_addr = "0.0.0.0:5052"\nshuffle_service.bind_addr = { port = 1 }\n`)).toEqual([
		"error 3:14 worker.task_service.bind_addr: This service listens on every address. Set public_addr, so that other nodes can find it.",
		"error 4:17 worker.shuffle_service.bind_addr: This service listens on every address. Set public_addr, so that other nodes can find it.",
	]);
	expect(say(`${worker}task_service = { bind_addr = "10.0.0.1" }\nshuffle_service.bind_addr.hostname = "a"\n`)).toEqual(
		[],
	);
});

test("two files are one cluster", () => {
	const files = (one: string, other: string) => [
		{ name: "scheduler.toml", text: one },
		{ name: "worker.toml", text: other },
	];
	const names = (cluster: string, node: string) => `cluster_id = "${cluster}"\ninstance_id = "${node}"\n`;
	expect(say(files(names("a", "x") + scheduler + checkpoint, names("b", "x") + worker))).toEqual([
		'warning worker.toml 1:14 cluster_id: scheduler.toml has another cluster_id. All nodes of a cluster need the same one. → "a"',
		"warning worker.toml 2:15 instance_id: scheduler.toml has this instance_id too. Each node needs its own.",
		"error worker.toml 3:2 worker.checkpoint_location: The scheduler makes checkpoints, but this worker has no checkpoint_location for them.",
	]);
	expect(say(files(scheduler, worker + location))).toEqual([
		"warning worker.toml 3:1 worker.checkpoint_location: Nothing goes here: the scheduler has no scheduler.checkpoint, so it makes no checkpoints.",
	]);
	expect(say(files(scheduler + checkpoint, worker + location))).toEqual([]);
});

test("text that is no TOML 1.0, and what it leaves to judge", () => {
	expect(say(`\ufeff${scheduler}checkpoint = {\n[worker]\nenabld = True\n`)).toEqual([
		"warning 1:1 : The file starts with a byte order mark (U+FEFF). Some programs that read TOML skip it, others stop at it. → Remove it",
		"error 3:14 : Close this table with }.",
		"error 5:10 : Write true or false, in lower case. → Write true",
	]);
	expect(mend(`\ufeff${worker}`)).toBe(worker);
});

test("a secret is neither in a message nor on a button", () => {
	const secret = "wJalrXUtnFEMIK7MDENG";
	const spellings = [
		`${secret}`,
		`"${secret}`,
		`"${secret} "`,
		`[ "${secret}" ]`,
		`"${secret}";`,
		`{ x = "${secret}" }`,
	];
	for (const key of ["aws_secret_access_key", "aws_secret_acces_key", "secret", "azure_storage_sas_key"]) {
		for (const value of [...spellings, "12345678901234"]) {
			const problems = lintConfig(`[worker.checkpoint_location.s3]\nurl = "s3://bucket/ck"\n${key} = ${value}\n`);
			expect(problems.length).toBeGreaterThan(0);
			const shown = JSON.stringify(problems, (key, value) => (key === "edits" ? undefined : value));
			expect(shown).not.toMatch(/wJalr|12345678901234/);
		}
	}
});

test("what is too large says so", () => {
	expect(say("#".repeat(10_000_000))).toEqual(["warning 1:1 : This is larger than 5 MB and was not checked."]);
});

test("names that JavaScript's objects have are names like any other", () => {
	for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
		for (const table of [
			"",
			"scheduler",
			"worker.checkpoint_location",
			"worker.checkpoint_location.s3",
			"worker.env_vars",
		]) {
			const problems = lintConfig(`[${table}${table && "."}${name}]\n${name} = 1\n[x.${name}]\n${name}.${name} = 1\n`);
			expect(problems.every(({ message }) => message.length > 0)).toBe(true);
		}
	}
	expect(say("[worker.checkpoint_location.constructor]\n")[1]).toBe(
		"error 1:29 worker.checkpoint_location.constructor: Unknown key “constructor” in [worker.checkpoint_location].",
	);
});
