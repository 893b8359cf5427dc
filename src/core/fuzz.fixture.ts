/**
 * How long each fuzz test may go on, in seconds; 0 means that it tries a few cases, the same each time.
 *
 * `npm run fuzz` takes a minute for each, or what `FUZZ_SECONDS` says. npm names the script that it runs.
 */
export const fuzzSeconds = Number(process.env.FUZZ_SECONDS ?? (process.env.npm_lifecycle_event === "fuzz" ? 60 : 0));

/** The seed that `FUZZ_SEED` names, as a failure printed it. */
export const replayedSeed = process.env.FUZZ_SEED === undefined ? undefined : Number(process.env.FUZZ_SEED);
