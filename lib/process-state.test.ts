import { readFileSync } from "node:fs";
import { beforeAll, expect, it, vi } from "vitest";
import { processSlot, processState } from "@/lib/process-state.mjs";
import { listSources } from "@/lib/testing/list-sources";

/** Sources of everything that a server runs, by path. */
let sources: Map<string, string>;

beforeAll(() => {
  sources = new Map(listSources().map((file) => [file, readFileSync(file, "utf8")]));
});

it("has one slot for a name, whichever copy of this module is asked", async () => {
  const slot = processSlot<string>("serverToken");
  vi.resetModules();
  const copy = await import("@/lib/process-state.mjs");
  expect(copy.processSlot).not.toBe(processSlot);
  expect(copy.processSlot("serverToken")).toBe(slot);
  expect(copy.processSlot("pullTimer")).not.toBe(slot);
});

it("is asked for each name by its owner alone, so that nobody else says another type for it", () => {
  const claims = [...sources].flatMap(([owner, text]) =>
    [...text.matchAll(/processSlot(?:<[^(]*>)?\("(\w+)"\)/g)].map(
      ([, name]) => `${name}: ${owner}`,
    ),
  );
  const named = Object.entries(processState).map(([name, { owner }]) => `${name}: ${owner}`);
  expect(claims.sort()).toEqual(named.sort());
});

it("is the only place for what a process has once", () => {
  const others = [...sources]
    .filter(([, text]) =>
      /declare global|globalThis(?:\.\w+|\[[^\]]+\])\s*(?:\?\?)?=[^=>]/.test(text),
    )
    .map(([file]) => file);
  expect(others).toEqual([]);
});
