import { mapStores, type ObjectStore, objectStores } from "../stores/stores.ts";
import { foldKey } from "../text/fold-key.ts";
import { foreignAbs } from "./foreign-abs.ts";
import { foreignGcs } from "./foreign-gcs.ts";
import { foreignS3 } from "./foreign-s3.ts";
import { type Counterpart, type Libraries, shared } from "./foreign-table.ts";

/** An option of another library, which the object store does not know: Polars drops it in silence. */
export interface ForeignOption {
	/** As its library spells it. */
	readonly key: string;
	readonly library: string;
	/** The key of our option that does its work, if one does. */
	readonly instead?: string;
	/** Present if the value means the same there: only then is it safe to just rename the key. */
	readonly sameValue?: true;
	/** Present if Polars might read it after all, which nothing documents: advise against it, don't call it ignored. */
	readonly undocumented?: true;
	/** Present if nothing is missed where it is dropped. */
	readonly harmless?: true;
	/** Present if it is a table that holds options. */
	readonly container?: true;
	/** One sentence: what it is here, or what to do. */
	readonly note: string;
}

interface Table {
	readonly options: readonly ForeignOption[];
	readonly byFoldedKey: ReadonlyMap<string, ForeignOption>;
	/** The longest beginning first. */
	readonly families: readonly (readonly [foldedBeginning: string, ForeignOption])[];
}

/** What people bring to a store from other libraries, where that is known. */
const libraries: { readonly [Name in ObjectStore]?: Libraries } = { s3: foreignS3, gcs: foreignGcs, abs: foreignAbs };

const tables = mapStores(objectStores, (store) => buildTable(libraries[store] ?? shared));

function buildTable(libraries: Libraries): Table {
	const options = Object.entries(libraries).flatMap(([library, counterparts]) =>
		Object.entries(counterparts).map(([key, counterpart]) => describe(key, library, counterpart)),
	);
	return {
		options,
		byFoldedKey: new Map(options.map((option) => [foldKey(option.key), option])),
		families: options
			.flatMap((option) => (option.key.endsWith("*") ? [[foldBeginning(option.key), option] as const] : []))
			.sort(([a], [b]) => b.length - a.length),
	};
}

function foldBeginning(key: string): string {
	return foldKey(key.slice(0, -1)) + (key.endsWith(".*") ? "_" : "");
}

function describe(key: string, library: string, counterpart: Counterpart): ForeignOption {
	if (typeof counterpart === "string") {
		return { key, library, instead: counterpart, sameValue: true, note: `Use ${counterpart}.` };
	}
	if ("kind" in counterpart) return { key, library, [counterpart.kind]: true, note: counterpart.note };
	const [note, instead] = counterpart;
	return instead === undefined ? { key, library, note } : { key, library, instead, note };
}

/** All foreign options that people bring to a store, by library. */
export function listForeign(store: ObjectStore): readonly ForeignOption[] {
	return tables[store].options;
}

/**
 * What a key of another library is here; undefined for a key that no library known to us has, and for one that the
 * store itself accepts (`token` and `endpoint_url` under `s3`). Case does not matter, nor which of `_`, `-` and `.` joins
 * the words, nor what a program writes before the keys that it hands on: `spark.hadoop.fs.s3a.access.key`.
 *
 * Read off the documentation of s3fs, gcsfs, adlfs, boto3, PyArrow, Iceberg, DuckDB, rclone, delta-rs, Hadoop, Spark,
 * Flink, Trino, ClickHouse, MinIO, GDAL, Loki and the clouds' own tools.
 */
export function findForeign(store: ObjectStore, key: string): ForeignOption | undefined {
	const { byFoldedKey, families } = tables[store];
	const spellings = [key, ...listStripped(key)].map(foldKey);
	const named = spellings.map((spelling) => byFoldedKey.get(spelling)).find((option) => option !== undefined);
	const isOne = (beginning: string) => spellings.some((spelling) => spelling.startsWith(beginning));
	return named ?? families.find(([beginning]) => isOne(beginning))?.[1];
}

/** What programs write before the keys of another: Spark before Hadoop's, Trino before those of its exchange. */
const prefixes: readonly (readonly [RegExp, string])[] = [
	[/^spark[._]hadoop[._]/i, ""],
	[/^spark[._]sql[._]catalog[._][^.]+\./i, ""],
	[/^(?:exchange|hadoop|hive|presto|trino[._]bypass|flink|hoodie)[._]/i, ""],
	[/^storage[._]?options?[._]/i, ""],
	[/^fs[._]s3a[._]bucket[._][^.]+\./i, "fs.s3a."],
	[/^fs[._]s3n?[._]/i, "fs.s3a."],
	[/^fs[._](?!s3a|gs|azure)/i, ""],
];

/** A key without what a program writes before it, as often as something can be taken away. */
export function listStripped(key: string): string[] {
	const found: string[] = [];
	let rest = key;
	for (let attempt = 0; attempt < prefixes.length; attempt++) {
		const prefix = prefixes.find(([pattern]) => pattern.test(rest));
		if (!prefix) break;
		rest = rest.replace(...prefix);
		found.push(rest);
	}
	return found;
}
