import { expect, test } from "vitest";
import { summariseReports } from "@/lib/bench/weight/lighthouse";

const report = (performance: number, tbt: number) => ({
  categories: {
    performance: { score: performance },
    accessibility: { score: 1 },
    "best-practices": { score: 0.96 },
    seo: { score: null },
  },
  audits: {
    "cumulative-layout-shift": { numericValue: 0 },
    "total-blocking-time": { numericValue: tbt },
    "largest-contentful-paint": { numericValue: 900 },
  },
});

test("of several runs, the median of each figure counts; scores are percents", () => {
  const reports = [report(0.92, 180), report(1, 20), report(0.98, 40)];
  expect(summariseReports(reports)).toMatchObject({
    performance: 98,
    bestPractices: 96,
    seo: 0,
    lhTbt: 40,
  });
});
