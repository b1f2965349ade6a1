import { expect, it } from "vitest";
import { createProgress } from "@/lib/commands/content/progress";

function record(isTTY: boolean, columns = 80) {
  let written = "";
  let time = 0;
  const output = {
    isTTY,
    columns,
    write: (text: string | Uint8Array) => {
      written += text;
      return true;
    },
  };
  const progress = createProgress("content", output, () => time);
  return {
    progress,
    pass: (ms: number) => {
      time += ms;
    },
    read: () => {
      const text = written;
      written = "";
      return text;
    },
  };
}

it("writes a line every two seconds to a log, and none for a short run", () => {
  const { progress, pass, read } = record(false);
  progress.update(200, 1000);
  pass(1900);
  progress.update(400, 1000);
  expect(read()).toBe("");
  pass(200);
  progress.update(600, 1000);
  progress.update(800, 1000);
  progress.end();
  expect(read()).toBe("content: 600 of 1000 files\n");
});

it("draws a bar on a terminal, with what is left, and takes it away at the end", () => {
  const { progress, pass, read } = record(true);
  pass(30_000);
  progress.update(250, 1000);
  expect(read()).toBe(
    `\rcontent [${"#".repeat(10)}${"-".repeat(30)}] 25% 250/1000 1 min 30 s left\u001b[K`,
  );
  progress.update(251, 1000);
  expect(read()).toBe("");
  pass(100);
  progress.update(1000, 1000);
  expect(read()).toBe(`\rcontent [${"#".repeat(40)}] 100% 1000/1000 0 s left\u001b[K`);
  progress.end();
  expect(read()).toBe("\r\u001b[K");
});

it("never breaks the line of a narrow terminal", () => {
  const { progress, pass, read } = record(true, 20);
  pass(1000);
  progress.update(250, 1000);
  const [line = ""] = read().slice("\r".length).split("\u001b");
  expect(line).toMatch(/^content: 25%/);
  expect(line.length).toBeLessThan(20);
});
