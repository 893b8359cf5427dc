import { expect, test } from "vitest";
import { patchConfig } from "./config-file/patch.ts";
import { readDraft } from "./config-file/read-draft.ts";
import { checkDraft } from "./draft/check.ts";
import type { CheckpointInput } from "./draft/checkpoint.ts";

const values = `checkpoint: { period: 10m }
checkpointData:
  s3:
    enabled: true
    endpoint: s3://team-data/ck
    options:
      - name: aws_access_key_id
        value: AKIAEXAMPLE
      - name: secret_access_key
        value: plantedSecret # rotate
      - { name: aws_session_token, valueFrom: { secretKeyRef: { name: creds, key: token } } }
      - name: aws_region
        valueFrom:
          configMapKeyRef: { name: places, key: region }
`;
const cluster = `kind: PolarsCluster
spec:
  checkpoint:
    period: 10m
    data:
      s3:
        endpoint: s3://team-data/ck
        options:
          - name: aws_access_key_id
            value: AKIAEXAMPLE
          - name: aws_secret_access_key
            value: plantedSecret
          - name: aws_session_token
            valueFrom: { secretKeyRef: { name: creds, key: token } }
`;
const config = (secret: string, period = "1h", url = "s3://team-data/ck"): CheckpointInput => ({
	period,
	store: "s3",
	s3: {
		credentials: "access_key",
		url,
		aws_access_key_id: "AKIAEXAMPLE",
		aws_secret_access_key: secret,
	},
});

test.each([values, cluster])("a period is changed, and neither a secret nor a reference is (%#)", (text) => {
	expect(patchConfig(text, config("plantedSecret"))).toBe(text.replace("10m", "1h"));
	const read = readDraft(text);
	const own = read.ok ? checkDraft({ ...read.draft, period: "1h" }).config : undefined;
	expect(own && patchConfig(text, own)).toBe(text.replace("10m", "1h"));
});

test("a new secret gets a reference by the key that the outputs put into the Secret, and is written nowhere", () => {
	const patched = patchConfig(values, config("anotherSecret", "10m"));
	expect(patched).not.toMatch(/anotherSecret|plantedSecret/);
	expect(patched).toContain(`      - name: secret_access_key
        valueFrom:
          secretKeyRef:
            name: polars-checkpoint
            key: aws_secret_access_key # rotate
`);
	expect(patched).toContain("{ name: creds, key: token }");
});

test("a text that is needed may be empty where the file refers to it", () => {
	const referred = cluster.replace("value: plantedSecret", "valueFrom: { secretKeyRef: { name: creds, key: secret } }");
	expect(patchConfig(referred, config(""))).toBe(referred.replace("10m", "1h"));
	expect(() => patchConfig(cluster.replace(/ {10}- name: aws_secret[\s\S]*/, ""), config(""))).toThrow(TypeError);
	const sas =
		"checkpointData:\n  abs:\n    enabled: true\n    endpoint: az://team-data/ck\n    options:\n    - { name: account_name, value: team }\n    - { name: azure_storage_account_key, valueFrom: { secretKeyRef: { name: a, key: b } } }\ncheckpoint: { period: 10m }\n";
	const read = readDraft(sas);
	const own = read.ok ? { ...read.draft, period: "1h" } : undefined;
	expect(own && patchConfig(sas, own as never)).toBe(sas.replace("10m", "1h"));
});

test("references of other credentials than the chosen ones go", () => {
	const patched = patchConfig(values, {
		period: "1h",
		store: "s3",
		s3: { credentials: "environment", url: "s3://team-data/ck" },
	});
	expect(patched).not.toMatch(/token|secret_access_key|AKIA/);
	expect(patched).toContain("configMapKeyRef");
});

test("a Secret beside a manifest is read as Kubernetes reads it: base64 below data, and stringData over it", () => {
	const secret = (fields: string) => `---\nkind: Secret\nmetadata: { name: creds }\n${fields}\n`;
	const own = cluster.replace("value: plantedSecret", "valueFrom: { secretKeyRef: { name: creds, key: secret } }");
	const read = (fields: string) => {
		const found = readDraft(own + secret(fields));
		return found.ok ? found.draft.s3.aws_secret_access_key : undefined;
	};
	// “pläntedSecret”, as `base64` writes it.
	expect(read("data: { secret: cGzDpG50ZWRTZWNyZXQ= }")).toBe("pläntedSecret");
	expect(read("data: { secret: cGzDpG50ZWRTZWNyZXQ= }\nstringData: { secret: other }")).toBe("other");
	expect(read("data: { secret: 'not base64' }")).toBe("");
	expect(read("data: { secret: /w== }")).toBe("");
});

test("what a script fetches stays fetched, and stands in no other file that the script writes", () => {
	const variable = "PC_CUBLET__worker__checkpoint_location__s3__";
	const script = `#!/bin/sh
export ${variable}url=s3://team-data/ck
export ${variable}aws_access_key_id=AKIAEXAMPLE
export ${variable}aws_secret_access_key="$(fetch secret)"
`;
	const moved = config("", "1h", "s3://team-data/new");
	expect(patchConfig(script, moved)).toBe(script.replace("/ck", "/new"));
	const two = `${script}cat > worker.toml <<'END'\n[worker]\nenabled = true\nEND\n`;
	expect(() => patchConfig(two, moved)).toThrow(TypeError);
});
