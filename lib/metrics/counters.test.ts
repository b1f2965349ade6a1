import { expect, it } from "vitest";
import { countRequest, listRequests } from "@/lib/metrics/counters";

const countOf = (kind: string, status: number): number =>
  [...listRequests()].find((counted) => counted.kind === kind && counted.status === status)
    ?.count ?? 0;

it("counts answers by what was asked for and by status", () => {
  // Other tests of this process have answered requests too.
  const before = [countOf("page", 200), countOf("page", 404), countOf("refused", 405)];
  countRequest("page", 200);
  countRequest("page", 200);
  countRequest("page", 404);
  countRequest("refused", 405);
  const after = [countOf("page", 200), countOf("page", 404), countOf("refused", 405)];
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([2, 1, 1]);
});
