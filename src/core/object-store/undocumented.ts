const tuning = "Python's scan_parquet reads it. Whether a checkpoint location does is not documented.";

/**
 * Keys that Polars' own programs have for a location beside those of the store, with what is known of each. Whether a
 * location of On-Prem reads them is documented nowhere: they are advised against and not refused.
 *
 * @see Polars, crates/polars-python/src/io/cloud_options.rs; polars-cloud-ray, polars_cloud_ray/config.py.
 */
export const undocumentedNotes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"Polars for Python": {
		max_retries: tuning,
		retry_timeout_ms: tuning,
		retry_init_backoff_ms: tuning,
		retry_max_backoff_ms: tuning,
		retry_base_multiplier: tuning,
		file_cache_ttl: tuning,
		rate_read_init: tuning,
		rate_read_floor: tuning,
		rate_read_ceiling: tuning,
		rate_write_init: tuning,
		rate_write_floor: tuning,
		rate_write_ceiling: tuning,
	},
	"Polars' Ray package": {
		allow_deletes: "Polars' Ray package writes it, as true or false. What it does for checkpoints is not known.",
	},
};

/** Those whose value is true or false, without quotes. */
export const undocumentedFlags: readonly string[] = ["allow_deletes"];

/** The keys alone. Their values are no secrets. */
export const undocumentedKeys: readonly string[] = Object.values(undocumentedNotes).flatMap((keys) =>
	Object.keys(keys),
);
