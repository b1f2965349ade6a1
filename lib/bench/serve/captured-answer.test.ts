import { expect, test } from "vitest";
import { dropAdded } from "@/lib/bench/serve/captured-answer";

test("what a server adds by itself goes, with its value; the rest stays in its order", () => {
  const raw = ["Vary", "Date", "Date", "Mon, 30 Nov 2026 05:00:00 GMT", "ETag", "date"];
  expect(dropAdded([...raw, "Connection", "keep-alive"])).toEqual(["Vary", "Date", "ETag", "date"]);
});
