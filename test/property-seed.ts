// How property tests run: the same cases every time, so that a red test is never luck. FUZZ=1
// takes new cases and more of them.
const fuzz = process.env.FUZZ === "1";

/** Parameters for fast-check's `assert`. */
export const seeded: { seed?: number; numRuns: number } = fuzz
  ? { numRuns: 5000 }
  : { seed: 20250101, numRuns: 200 };
