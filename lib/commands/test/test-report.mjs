/**
 * What the reports of the test runners say, in one shape, so that `npm test` can name at its end what failed: in the
 * middle of its output nobody finds it.
 *
 * @typedef {{ title: string, message: string }} Failure `message`: the first lines, without colours
 * @typedef {{ passed: number, failures: Failure[], flaky: Failure[], leftOut?: string[] }} Outcome `flaky`: failed first,
 *   passed when tried again; counted as passed. `leftOut`: what this machine lacks something for, such as Docker
 */

const longestMessage = 600;

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals' colours begin with ESC
const colours = /\u001b\[[\d;]*m/g;

/** @type {(messages: readonly string[]) => string} */
const shortened = (messages) =>
  (messages[0] ?? "").replaceAll(colours, "").slice(0, longestMessage).trim();

/**
 * Vitest's JSON reporter. A file that can't even be loaded has no tests: it is one failure.
 * @param {{
 *   numPassedTests: number,
 *   testResults: readonly {
 *     name: string, status: string, message: string,
 *     assertionResults: readonly { fullName: string, status: string, failureMessages?: readonly string[] | null }[],
 *   }[],
 * }} report
 * @returns {Outcome}
 */
export function readVitestReport({ numPassedTests, testResults }) {
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && status === "failed")
      return [{ title: name, message: shortened([message]) }];
    return failed.map((test) => ({
      title: `${name} › ${test.fullName}`,
      message: shortened(test.failureMessages ?? []),
    }));
  });
  const leftOut = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "skipped" || status === "pending")
      .map(({ fullName }) => `${name} › ${fullName}`),
  );
  return {
    passed: numPassedTests,
    failures,
    flaky: [],
    ...(leftOut.length > 0 ? { leftOut } : {}),
  };
}

/**
 * @typedef {{ status: string, errors?: readonly { message?: string }[] }} Attempt
 * @typedef {{ title: string, file: string, line: number,
 *   tests: readonly { status: string, results: readonly Attempt[] }[] }} Spec
 * @typedef {{ specs: readonly Spec[], suites?: readonly Suite[] }} Suite
 */

/** @type {(suites: readonly Suite[]) => Spec[]} */
const specsOf = (suites) =>
  suites.flatMap(({ specs, suites: inner = [] }) => [...specs, ...specsOf(inner)]);

/**
 * Playwright's JSON reporter. What was skipped counts as neither: it follows a failure that is counted.
 * @param {{ suites: readonly Suite[], errors: readonly { message?: string }[] }} report `errors`: beside the tests
 * @returns {Outcome}
 */
export function readPlaywrightReport({ suites, errors }) {
  const specs = specsOf(suites);
  /** @type {(wanted: string) => Failure[]} */
  const withStatus = (wanted) =>
    specs.flatMap(({ title, file, line, tests }) =>
      tests
        .filter(({ status }) => status === wanted)
        .map(({ results }) => ({
          title: `${file}:${line} › ${title}`,
          message: shortened(
            results.flatMap((attempt) => (attempt.errors ?? []).map(({ message = "" }) => message)),
          ),
        })),
    );
  const flaky = withStatus("flaky");
  return {
    passed: withStatus("expected").length + flaky.length,
    failures: [
      ...withStatus("unexpected"),
      ...errors.map(({ message = "" }) => ({
        title: "beside the tests",
        message: shortened([message]),
      })),
    ],
    flaky,
  };
}
