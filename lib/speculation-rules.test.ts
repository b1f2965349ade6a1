import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { speculationRules, speculationRulesFile } from "@/lib/speculation-rules.mjs";
import { frameworkRoots, publicFolders, roots } from "@/lib/urls";

const file = `public${speculationRulesFile.source}`;

it("is where pages say it is", () => {
  expect(JSON.parse(speculationRules.value)).toBe(speculationRulesFile.source);
  expect(speculationRulesFile.source.startsWith(`${publicFolders.scripts}/`)).toBe(true);
});

it("fetches pages of readers ahead, and nothing else", () => {
  const [rule] = JSON.parse(readFileSync(file, "utf8")).prefetch;
  const { href_matches: excluded } = rule.where.and[1].not;
  const isRoot = new Set<string>(excluded.map((pattern: string) => pattern.split(/[/{]/)[1]));
  const noPages: string[] = [
    roots.machines,
    roots.desk,
    roots.comments,
    roots.accent,
    roots.metrics,
    frameworkRoots[0],
    ...Object.values(publicFolders),
  ];
  for (const root of noPages) expect(isRoot, root).toContain(root.slice(1));
  for (const root of Object.values(roots)) {
    if (!noPages.includes(root)) expect(isRoot, root).not.toContain(root.slice(1));
  }
});
