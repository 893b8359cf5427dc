"""Runs an S3 that enforces policies, with one bucket named "bucket" in eu-west-1, until its input ends.

It prints its address. Then each line of its input is a user or a role to make, {"name", "kind", "policy"}, and is
answered with one line: {"id", "secret", "token"}.
"""

import json
import sys
import urllib.request

import boto3
from moto.server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
host, port = server.get_host_and_port()
address = f"http://{host}:{port}"
region = "eu-west-1"


def enforce(is_on):
    """How many more requests are taken without a look at policies, by moto's own interface."""
    url, headers = f"{address}/moto-api/reset-auth", {"content-type": "text/plain"}
    body = b"0" if is_on else b"1000000"
    urllib.request.urlopen(urllib.request.Request(url, data=body, method="POST", headers=headers)).read()


def client(service):
    keys = {"aws_access_key_id": "setup", "aws_secret_access_key": "setup"}
    return boto3.client(service, endpoint_url=address, region_name=region, **keys)


def make(name, kind, policy):
    iam = client("iam")
    document = {"PolicyName": "policy", "PolicyDocument": json.dumps(policy)}
    if kind == "user":
        iam.create_user(UserName=name)
        iam.put_user_policy(UserName=name, **document)
        key = iam.create_access_key(UserName=name)["AccessKey"]
        return {"id": key["AccessKeyId"], "secret": key["SecretAccessKey"]}
    trust = {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}}
    role = iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust))["Role"]
    iam.put_role_policy(RoleName=name, **document)
    key = client("sts").assume_role(RoleArn=role["Arn"], RoleSessionName="session")["Credentials"]
    return {"id": key["AccessKeyId"], "secret": key["SecretAccessKey"], "token": key["SessionToken"]}


enforce(False)
client("s3").create_bucket(Bucket="bucket", CreateBucketConfiguration={"LocationConstraint": region})
enforce(True)
print(address, flush=True)
for line in sys.stdin:
    enforce(False)
    print(json.dumps(make(**json.loads(line))), flush=True)
    enforce(True)
server.stop()
