import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

import { dialects, findDialect } from "@/lib/html/dialects/dialects";
import { zaobao } from "@/lib/html/dialects/zaobao";

test("a dialect is chosen by the post's source", () => {
  expect(findDialect("https://www.zaobao.com/realtime/china/story1")?.hosts).toEqual(zaobao.hosts);
  expect(findDialect("https://zaobao.com.sg/x")?.hosts).toEqual(zaobao.hosts);
  for (const from of [
    undefined,
    "",
    "no address",
    "https://notzaobao.com/",
    "https://x.example/",
  ]) {
    expect(findDialect(from)).toBeUndefined();
  }
});

test("every dialect of the folder is in the list", async () => {
  const files = readdirSync(import.meta.dirname).filter((file) => /(?<!\.test)\.ts$/.test(file));
  const exported = await Promise.all(
    files.map(
      async (file): Promise<Record<string, unknown>> =>
        import(path.resolve(import.meta.dirname, file)),
    ),
  );
  const found = exported.flatMap((module) => Object.values(module)).filter(isDialect);
  expect(found).toHaveLength(files.length - machinery.length);
  expect(new Set(dialects)).toEqual(new Set(found));
});

test("no two dialects hold for one domain", () => {
  const hosts = dialects.flatMap((dialect) => dialect.hosts);
  expect(new Set(hosts).size).toBe(hosts.length);
});

/** Files of the folder that are no dialects themselves. */
const machinery = ["dialect.ts", "dialects.ts", "drop-named.ts"];

const isDialect = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "hosts" in value && "transform" in value;
