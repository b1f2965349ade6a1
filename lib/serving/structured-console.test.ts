import { expect, it, onTestFinished } from "vitest";
import type { Fields } from "@/lib/log";
import { structureConsole } from "@/lib/serving/structured-console";

function listen(isTTY: boolean) {
  const { log, info, warn, error } = console;
  onTestFinished(() => {
    Object.assign(console, { log, info, warn, error });
  });
  const lines: [string, string, Fields][] = [];
  structureConsole((...line) => lines.push(line), { isTTY });
  return lines;
}

it("makes one line of the log of what is printed, with its level", () => {
  const lines = listen(false);
  console.error(" ⨯", new TypeError("no\nline"));
  console.log("Ready in %d ms", 5);
  console.log();
  expect(lines).toEqual([
    ["error", "console", { message: expect.stringContaining("⨯ TypeError: no\nline\n    at ") }],
    ["info", "console", { message: "Ready in 5 ms" }],
  ]);
});

it("leaves a terminal as it is", () => {
  const before = console.error;
  expect(listen(true)).toEqual([]);
  expect(console.error).toBe(before);
});
