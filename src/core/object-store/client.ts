import type { StoreOption } from "../stores/store.ts";

/**
 * Options of the HTTP client that all stores share: `ClientConfigKey` of the object_store crate, 0.13 and 0.14.
 * Each is accepted bare and with the store's prefix. Where Polars sets a default of its own, the help tells that one.
 */
export const clientOptions: readonly Omit<StoreOption, "aliases">[] = [
	{
		key: "allow_http",
		type: "boolean",
		help: "Not needed: Polars allows plain http. With “false”, requests to http endpoints fail.",
	},
	{
		key: "allow_invalid_certificates",
		type: "boolean",
		help: "Trusts any TLS certificate, an attacker's included; for tests only.",
	},
	{
		key: "disable_system_certificates",
		type: "boolean",
		since: "0.14",
		help: "Leaves aside the certificate authorities that the worker's system trusts.",
	},
	{
		key: "timeout",
		type: "duration",
		help: "Longest time for a whole request, from connecting to the last byte; no limit unless set.",
	},
	{
		key: "connect_timeout",
		type: "duration",
		help: "Longest time to connect; 5 minutes unless set.",
	},
	{
		key: "read_timeout",
		type: "duration",
		help: "Longest wait for the next bytes of a response.",
	},
	{
		key: "proxy_url",
		type: "url",
		help: "Proxy for all requests to the store.",
	},
	{
		key: "proxy_ca_certificate",
		type: "string",
		help: "Certificate authority of the proxy, as PEM text; goes with proxy_url.",
	},
	{
		key: "proxy_excludes",
		type: "string",
		help: "Hosts to reach without the proxy, with commas between; goes with proxy_url.",
	},
	{
		key: "pool_idle_timeout",
		type: "duration",
		help: "How long to keep an idle connection; 90 seconds unless set.",
	},
	{
		key: "pool_max_idle_per_host",
		type: "integer",
		help: "How many idle connections to keep for each host; no limit unless set.",
	},
	{
		key: "randomize_addresses",
		type: "boolean",
		help: "Connects to a random one of the host's addresses, to spread load; “true” unless set.",
	},
	{
		key: "http1_only",
		type: "boolean",
		help: "HTTP/1 alone; “true” unless set. With “false” the server may choose HTTP/2.",
	},
	{
		key: "http2_only",
		type: "boolean",
		help: "HTTP/2 alone, which is usually slower for object stores.",
	},
	{
		key: "http2_keep_alive_interval",
		type: "duration",
		help: "Time between HTTP/2 pings that keep a connection open; none are sent unless set.",
	},
	{
		key: "http2_keep_alive_timeout",
		type: "duration",
		help: "How long to wait for an answer to an HTTP/2 ping before closing the connection.",
	},
	{
		key: "http2_keep_alive_while_idle",
		type: "boolean",
		help: "Sends HTTP/2 pings also while no request is under way.",
	},
	{
		key: "http2_max_frame_size",
		type: "integer",
		help: "Largest HTTP/2 frame, in bytes; 16384 unless set.",
	},
	{
		key: "default_content_type",
		type: "string",
		help: "Content-Type of what is written.",
	},
	{
		key: "user_agent",
		type: "string",
		help: "User-Agent header of all requests; Polars' name and version unless set.",
	},
];
