import { expect, it } from "vitest";
import { countRequest, listRequests } from "@/lib/metrics/counters";

it("counts answers by what was asked for and by status", () => {
  countRequest("page", 200);
  countRequest("page", 200);
  countRequest("page", 404);
  countRequest("refused", 405);
  expect([...listRequests()]).toEqual([
    { kind: "page", status: 200, count: 2 },
    { kind: "page", status: 404, count: 1 },
    { kind: "refused", status: 405, count: 1 },
  ]);
});
