// Writes a table to a location and reads it back, with the options of a configuration: {"url", "options"} on stdin.
// One process for one case, since Polars keeps what it learnt of a store for as long as it runs.
import { text } from "node:stream/consumers";
import pl from "nodejs-polars";

const { url, options: cloudOptions } = JSON.parse(await text(process.stdin));
const file = `${url}/part.parquet`;
await pl
	.DataFrame({ stage: [1, 2, 3], rows: [10, 20, 30] })
	.lazy()
	.sinkParquet(file, { cloudOptions })
	.collect();
const read = await pl.scanParquet(file, { cloudOptions }).collect();
process.stdout.write(JSON.stringify(read.toRecords()));
