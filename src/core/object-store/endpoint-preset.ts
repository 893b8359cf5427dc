/** The address of a store that speaks the S3 API, with what is the customer's own in angle brackets. */
export interface EndpointPreset {
	readonly name: string;
	readonly url: string;
	/** The region that the store wants; absent where the default, us-east-1, does. */
	readonly region?: string;
	/** What else the store takes for a region. A store that doesn't look at it takes any. */
	readonly takes?: readonly string[] | "any";
}

/** Endpoints as each store's own documentation gives them. */
export const endpointPresets: readonly EndpointPreset[] = [
	{ name: "MinIO", url: "http://<HOST>:9000" },
	{
		name: "Cloudflare R2",
		url: "https://<ACCOUNT_ID>.r2.cloudflarestorage.com",
		region: "auto",
		takes: ["us-east-1", "wnam", "enam", "weur", "eeur", "apac", "oc"],
	},
	{ name: "DigitalOcean Spaces", url: "https://<REGION>.digitaloceanspaces.com", takes: ["us-east-1"] },
	{ name: "Backblaze B2", url: "https://s3.<REGION>.backblazeb2.com", region: "<REGION>" },
	{ name: "Ceph", url: "http://<HOST>:7480" },
	{ name: "Wasabi", url: "https://s3.<REGION>.wasabisys.com", region: "<REGION>" },
	{ name: "Hetzner", url: "https://<LOCATION>.your-objectstorage.com", region: "<LOCATION>" },
	{ name: "Scaleway", url: "https://s3.<REGION>.scw.cloud", region: "<REGION>" },
	{ name: "OVHcloud", url: "https://s3.<REGION>.io.cloud.ovh.net", region: "<REGION>" },
	{ name: "Garage", url: "http://<HOST>:3900", region: "garage" },
	{ name: "SeaweedFS", url: "http://<HOST>:8333" },
	{ name: "Google Cloud, S3 API", url: "https://storage.googleapis.com", region: "auto", takes: "any" },
];
