import { runJourneys } from "./run-journeys.ts";

await runJourneys("webkit");
