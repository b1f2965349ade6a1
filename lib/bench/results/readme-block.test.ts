import { expect, test } from "vitest";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { replaceBlock } from "@/lib/bench/results/readme-block";

const page =
  "# A\n<!-- bench:one -->\nold $& text\n<!-- /bench:one -->\nB\n<!-- bench:two -->\n<!-- /bench:two -->\n";

test("puts text between its own markers, and again over that", () => {
  const once = replaceBlock(page, "one", "new $1");
  expect(once).toBe(page.replace("old $& text", () => "new $1"));
  expect(replaceBlock(once, "one", "new $1")).toBe(once);
  expect(replaceBlock(page, "two", "x")).toContain("<!-- bench:two -->\nx\n<!-- /bench:two -->");
});

test("says which markers are missing", () => {
  expect(() => replaceBlock(page, "three", "x")).toThrow(BenchmarkError);
  expect(() => replaceBlock("<!-- /bench:one --> <!-- bench:one -->", "one", "x")).toThrow(
    "<!-- /bench:one -->",
  );
});
