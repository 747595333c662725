// The line by which a test process hands its totals over, and the sum of many.
export const totalsMark = "#dockwright-totals ";

/** @returns {{ passed: number, failed: number, skipped: number, firstError: string }} */
export function noTotals() {
  return { passed: 0, failed: 0, skipped: 0, firstError: "" };
}

export function add(sum, more) {
  sum.passed += more.passed;
  sum.failed += more.failed;
  sum.skipped += more.skipped;
  sum.firstError ||= more.firstError;
}

/** The line that ends every test run. */
export function totalsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
