// The line by which a test process hands its totals over, and the sum of many.
export const totalsMark = "#dockwright-totals ";

/** The line after which a run tells again what failed. `.ci/run` looks for it. */
export const errorsMark = "── at the end";

/** `errors` holds a text for each test that failed: where, its name, and what was wrong. */
export function noTotals() {
  return { passed: 0, failed: 0, skipped: 0, errors: [] };
}

/** The totals of one failure. */
export function failure(error) {
  return { ...noTotals(), failed: 1, errors: [error] };
}

export function add(sum, more) {
  sum.passed += more.passed;
  sum.failed += more.failed;
  sum.skipped += more.skipped;
  sum.errors.push(...more.errors);
}

/** The line that ends every test run. */
export function totalsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
