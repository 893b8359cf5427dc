/**
 * Keys that Python's `scan_parquet` reads from its storage options itself, before the store sees them. Whether a
 * location of On-Prem reads them is documented nowhere: they are advised against and not refused.
 *
 * @see Polars, `crates/polars-python/src/io/cloud_options.rs`.
 */
export const undocumentedKeys: readonly string[] = [
	"max_retries",
	"retry_timeout_ms",
	"retry_init_backoff_ms",
	"retry_max_backoff_ms",
	"retry_base_multiplier",
	"file_cache_ttl",
	"rate_read_init",
	"rate_read_floor",
	"rate_read_ceiling",
	"rate_write_init",
	"rate_write_floor",
	"rate_write_ceiling",
];
