import { describe, expect, it } from "vitest";
import { logLevels } from "@/lib/environment";
import { createAllowance, formatForMachines, formatForPeople, isTold, type Level } from "@/lib/log";

const now = new Date("2026-11-25T10:00:00Z");
const forged = 'a"\n{"level":"info"}\r\u2028\u001b[2J\u202e\u0085 level=info';

describe("log lines", () => {
  it("are one JSON object a line for machines", () => {
    const line = formatForMachines(
      "warn",
      "slow request",
      { url: "/标签", ms: 12, gone: undefined },
      now,
    );
    expect(line).toBe(
      '{"time":"2026-11-25T10:00:00.000Z","level":"warn","event":"slow request","url":"/标签","ms":12}',
    );
  });

  it("are told from the level on that was asked for", () => {
    const told = (from: Level) => logLevels.filter((level) => isTold(level, from));
    expect(told("debug")).toEqual(["debug", "info", "warn", "error"]);
    expect(told("warn")).toEqual(["warn", "error"]);
    expect(told("error")).toEqual(["error"]);
  });

  it("are words for people", () => {
    expect(formatForPeople("info", "serving", { port: 3000, url: "/a b" })).toBe(
      'masthead: serving port=3000 url="/a b"',
    );
  });

  it("can't be forged: whatever a value holds, it stays in its place", () => {
    const forMachines = formatForMachines("warn", "x", { url: forged }, now);
    const forPeople = formatForPeople("warn", "x", { url: forged });
    for (const line of [forMachines, forPeople]) {
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
    }
    expect(JSON.parse(forMachines).url).toBe(forged);
    expect(forPeople).toContain('url="a\\"');
  });

  it("are short, though a reader sends a long address", () => {
    expect(formatForMachines("warn", "x", { url: "/x".repeat(5000) }, now).length).toBeLessThan(
      1200,
    );
  });
});

it("allows so many lines a minute", () => {
  let now = 0;
  const allow = createAllowance(2, () => now);
  expect([allow(), allow(), allow()]).toEqual([true, true, false]);
  now = 60_000;
  expect(allow()).toBe(true);
});
