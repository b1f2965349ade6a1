import { describe, expect, it } from "vitest";
import { readPlaywrightReport, readVitestReport } from "./test-report.mjs";

describe("readVitestReport", () => {
  it("names what failed, with its message", () => {
    expect(
      readVitestReport({
        numPassedTests: 2,
        testResults: [
          {
            name: "lib/a.test.ts",
            status: "failed",
            message: "",
            assertionResults: [
              { fullName: "a works", status: "passed", failureMessages: [] },
              {
                fullName: "b works",
                status: "failed",
                failureMessages: ["\u001b[31mno\u001b[39m"],
              },
            ],
          },
        ],
      }),
    ).toEqual({
      passed: 2,
      failures: [{ title: "lib/a.test.ts › b works", message: "no" }],
      flaky: [],
    });
  });

  it("names what was left out, which passes silently nowhere", () => {
    const test = { fullName: "the image is built", status: "skipped" };
    expect(
      readVitestReport({
        numPassedTests: 0,
        testResults: [
          { name: "deploy/a.test.ts", status: "passed", message: "", assertionResults: [test] },
        ],
      }),
    ).toEqual({
      passed: 0,
      failures: [],
      flaky: [],
      leftOut: ["deploy/a.test.ts › the image is built"],
    });
  });

  it("counts a file that can't be loaded as a failure", () => {
    expect(
      readVitestReport({
        numPassedTests: 0,
        testResults: [
          {
            name: "lib/a.test.ts",
            status: "failed",
            message: "no such module",
            assertionResults: [],
          },
        ],
      }).failures,
    ).toEqual([{ title: "lib/a.test.ts", message: "no such module" }]);
  });
});

describe("readPlaywrightReport", () => {
  const attempt = (status: string, ...messages: string[]) => ({
    status,
    errors: messages.map((message) => ({ message })),
  });
  const spec = (title: string, status: string, ...results: ReturnType<typeof attempt>[]) => ({
    title,
    file: "a.spec.ts",
    line: 3,
    tests: [{ status, results }],
  });

  it("finds failures in suites within suites, and tells what passed when tried again", () => {
    expect(
      readPlaywrightReport({
        errors: [],
        suites: [
          {
            specs: [spec("outer", "expected", attempt("passed"))],
            suites: [
              {
                specs: [
                  spec("broken", "unexpected", attempt("failed", "one"), attempt("failed", "two")),
                  spec("shaky", "flaky", attempt("failed", "late"), attempt("passed")),
                  spec("left out", "skipped"),
                ],
              },
            ],
          },
        ],
      }),
    ).toEqual({
      passed: 2,
      failures: [{ title: "a.spec.ts:3 › broken", message: "one" }],
      flaky: [{ title: "a.spec.ts:3 › shaky", message: "late" }],
    });
  });

  it("counts what fails beside the tests", () => {
    expect(
      readPlaywrightReport({ suites: [], errors: [{ message: "no such config" }] }).failures,
    ).toEqual([{ title: "beside the tests", message: "no such config" }]);
  });
});
