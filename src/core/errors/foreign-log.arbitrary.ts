import fc from "fast-check";

const word = fc.stringMatching(/^[a-z]{3,9}$/);
const host = fc.tuple(word, word).map(([a, b]) => `${a}.${b}.example`);
const number = fc.nat(99_999);
const address = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)).map((parts) => `10.${parts.join(".")}`);
const day = fc.nat(27).map((index) => String(index + 1).padStart(2, "0"));

/** Lines as other programs write them, many with the very words of an error that is known. */
const templates: readonly string[] = [
	'ADDR - - [DAY/Mar/2026:10:00:00 +0000] "GET /WORD HTTP/1.1" 429 NUM "-" "curl/8.5.0"',
	'ADDR - - [DAY/Mar/2026:10:00:00 +0000] "PUT /WORD/NUM HTTP/1.1" 400 NUM "-" "WORD/1.0"',
	"2026/03/DAY 10:00:00 [error] NUM#0: *NUM upstream timed out (110: Connection timed out) while connecting to upstream, client: ADDR",
	'Mar DAY 10:00:00 HOST kubelet[NUM]: E0302 pod_workers.go:1300] "Error syncing pod" err="failed to pull image WORD: 429 Too Many Requests"',
	"error: a container name must be specified for pod WORD-NUM, choose one of: [WORD WORD]",
	"Mar DAY 10:00:00 HOST cloud-init[NUM]: url_helper.py[WARNING]: Calling 'http://169.254.169.254/latest/meta-data/instance-id' failed [NUM/120s]: request error",
	"error: Request failed after 3 retries\n  Caused by: Failed to fetch: `https://HOST/simple/WORD/`\n  Caused by: error sending request for url (https://HOST/simple/WORD/)",
	"2026-03-DAYT10:00:00Z ERROR sink{component_id=WORD}: vector::internal_events: HTTP error. error=error trying to connect: tcp connect error: Connection refused (os error 111)",
	'DAY:10:00.123 WARN  [WORD] o.k.events - type="CLIENT_LOGIN_ERROR", error="invalid_scope", clientId="WORD"',
	"DAY:10:00.123 WARN  [WORD] token endpoint answered invalid_grant for WORD",
	"An error occurred (SignatureDoesNotMatch) when calling the ListBuckets operation: The request signature we calculated does not match the signature you provided. Check your key and signing method.",
	"An error occurred (InvalidAccessKeyId) when calling the PutObject operation: The AWS Access Key Id you provided does not exist in our records.",
	"2026-03-DAY 10:00:00,123 WARN  [WORD] com.WORD.Client: retrying after NUM retries",
	'2026-03-DAY 10:00:00.123 UTC [NUM] FATAL:  password authentication failed for user "WORD"',
	'2026-03-DAY 10:00:00.123 UTC [NUM] ERROR:  relation "WORD" does not exist at character NUM',
	"Mar DAY 10:00:00 HOST sshd[NUM]: Failed password for invalid user WORD from ADDR port NUM ssh2",
	"Mar DAY 10:00:00 HOST kernel: [NUM.123456] Out of memory: Killed process NUM (WORD) total-vm:NUMkB",
	"Mar DAY 10:00:00 HOST systemd[1]: WORD.service: Main process exited, code=exited, status=1/FAILURE",
	"[WARN] WORD: x509: certificate signed by unknown authority",
	"ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1000)",
	'time="2026-03-DAYT10:00:00Z" level=error msg="toomanyrequests: 429 Too Many Requests" module=WORD',
	"ERROR: Could not install packages due to an OSError: HTTPSConnectionPool(host='HOST', port=443): Max retries exceeded with url: /WORD",
	"Error: INSTALLATION FAILED: values don't meet the specifications of the schema(s) in the following chart(s):\nWORD:\n- at '/service/port': got string, want integer",
	"Error: values don't meet the specifications of the schema(s) in the following chart(s):\nWORD:\n- at '/ingress/enabled': got boolean, want string",
	"thread 'main' panicked at src/WORD.rs:NUM:5:\ncalled `Result::unwrap()` on an `Err` value: Os { code: 2, kind: NotFound, message: \"No such file or directory\" }",
	"thread 'main' panicked at src/WORD.rs:NUM:5: called `Result::unwrap()` on an `Err` value: InvalidUri(InvalidFormat)",
	"Caused by: java.net.UnknownHostException: HOST: Name or service not known",
	"26/03/DAY 10:00:00 WARN TaskSetManager: Lost task NUM.0 in stage NUM.0 (TID NUM) (ADDR executor NUM): java.io.IOException: No space left on device",
	"26/03/DAY 10:00:00 INFO CheckpointFileManager: Writing atomically to s3a://WORD/checkpoints/offsets/NUM",
	'2026-03-DAYT10:00:00.123Z\tINFO\tcontroller.WORD\tsuccessfully reconciled\t{"namespace": "WORD"}',
	'level=warn ts=2026-03-DAYT10:00:00Z caller=WORD.go:NUM err="context deadline exceeded" endpoint=https://HOST/api',
	"Error acquiring the state lock: AccessDenied: User: arn:aws:iam::NUM:user/WORD is not authorized to perform: dynamodb:PutItem",
	'{"level":"error","msg":"EULA not accepted.","program":"WORD-server","id":NUM}',
	"[10:00:00] [Server thread/WARN]: Failed to load eula.txt. You need to agree to the EULA in order to run the server.",
	"npm error code E403\nnpm error 403 403 Forbidden - PUT https://HOST/WORD",
	"fatal: unable to access 'https://HOST/WORD.git/': Could not resolve host: HOST",
	"WORD: error: argument --NUM: invalid choice: 'WORD' (choose from 'WORD')",
	"Error: Invalid value for '--WORD': 'WORD' is not a valid integer.",
	"TypeError: 'NoneType' object is not subscriptable",
	"WORD.ValidationError: 1 validation error: value is not a valid checksum",
	'WARN  WORD::client: failed to parse "WORD" as boolean, using the default',
	"2026-03-DAY 10:00:00 ERROR WORD-operator: Kubernetes 1.NUM is not supported: this operator requires at least 1.25",
	'DEBUG urllib3.connectionpool https://HOST:443 "POST /oauth2/token HTTP/1.1" 401 NUM',
	'Error response from daemon: Get "https://HOST/v2/": net/http: request canceled while waiting for connection',
	"ERROR 1045 (28000): Access denied for user 'WORD'@'ADDR' (using password: YES)",
	'Error: Unable to locate credentials. You can configure credentials by running "aws configure".',
	"google.auth.exceptions.RefreshError: ('invalid_grant: Bad Request', {'error': 'invalid_grant'})",
	"az: error: argument subcommand: invalid choice. AuthorizationFailure reported by WORD at 10:00",
	"msg=\"Failed to read token file '/var/run/secrets/WORD': permission denied\" program=WORD",
	"rsync: [sender] write error: Broken pipe (32)\nrsync error: error in socket IO (code 10) at io.c(NUM)",
];

/** A line, or a few that belong together, of another program's log. */
export const foreignLine: fc.Arbitrary<string> = fc
	.tuple(
		fc.constantFrom(...templates),
		fc.infiniteStream(word),
		fc.infiniteStream(host),
		fc.infiniteStream(number),
		fc.infiniteStream(address),
		fc.infiniteStream(day),
	)
	.map(([template, words, hosts, numbers, addresses, days]) => {
		const next = <Value>(values: Iterator<Value>) => String(values.next().value);
		return template
			.replace(/WORD/g, () => next(words))
			.replace(/HOST/g, () => next(hosts))
			.replace(/NUM/g, () => next(numbers))
			.replace(/ADDR/g, () => next(addresses))
			.replace(/DAY/g, () => next(days));
	});
