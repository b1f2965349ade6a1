import { expect, it } from "vitest";
import { hashBytes } from "@/lib/ingest/source-file";

it("hashes bytes, not what they look like", () => {
  expect(hashBytes(Buffer.from("é"))).not.toBe(hashBytes(Buffer.from("e\u0301")));
  expect(hashBytes(Buffer.from("a"))).toMatch(/^[0-9a-f]{32}$/);
});
