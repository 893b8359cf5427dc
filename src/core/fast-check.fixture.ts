import fc from "fast-check";
import { vi } from "vitest";
import { fuzzSeconds, replayedSeed } from "./fuzz.fixture.ts";

// Whoever changes a line shall not meet a fault that an unlucky seed finds elsewhere: that is what `npm run fuzz` is for.
const seed = replayedSeed ?? (fuzzSeconds > 0 ? undefined : 1);

fc.configureGlobal({
	...(seed !== undefined && { seed }),
	// A property that counts its own runs keeps to its count.
	...(fuzzSeconds > 0
		? { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: fuzzSeconds * 1000 }
		: { numRuns: 500 }),
});

if (fuzzSeconds > 0) vi.setConfig({ testTimeout: (fuzzSeconds + 120) * 1000 });
