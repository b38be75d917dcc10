/** What one step of the suite came to. `notRun` names what could not be tried on this machine. */
export type Count = { passed: number; failed: number; skipped: number; notRun: string | null };

export const NOTHING: Count = { passed: 0, failed: 0, skipped: 0, notRun: null };

export function sum(counts: Count[]): Count {
  return counts.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
      notRun: null,
    }),
    NOTHING,
  );
}

/** Reads Vitest's JSON report; a file that could not even be loaded counts as one failure. */
export function fromVitest(report: unknown): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report as Record<
    string,
    number
  > & {
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  const unloaded = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  return {
    passed: numPassedTests ?? 0,
    failed: (numFailedTests ?? 0) + unloaded,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
    notRun: null,
  };
}

/** Reads Playwright's JSON report; what passed only when tried again is a failure. */
export function fromPlaywright(report: unknown): Count {
  const { stats } = report as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    notRun: null,
  };
}
