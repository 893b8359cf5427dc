/** A file with some of the mistakes that Polars says nothing about, for whoever has none at hand. */
export const example = `# One file for every node of the cluster.
cluster_id = "analytics"

[scheduler]
enabled = true
n_workers = 4

[scheduler.chekpoint]
enabled = true
period = 600

[worker]
enabled = true
shuffle_location.local.path = "/mnt/scratch"
checkpoint_location.s3.url = "s3://team-bucket/checkpoints"
checkpoint_location.s3.aws_regoin = "eu-west-1"
checkpoint_location.s3.aws_allow_http = true
`;
