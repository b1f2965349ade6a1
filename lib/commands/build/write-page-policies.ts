import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { pagePolicy, policyHeader } from "@/lib/security/page-policy.mjs";

/** What Next.js keeps beside each page of a build; all else in it stays as it is. */
const pageFacts = z.looseObject({ headers: z.record(z.string(), z.unknown()).optional() });

/**
 * Gives each page of a build the policy of its own (`pagePolicy`), among the headers that Next.js sends with it. Pages
 * that are rendered later get theirs from the cache handler.
 *
 * @param directory where Next.js has put the pages: `.next/server/app`
 * @returns how many pages have one
 */
export async function writePagePolicies(directory: string): Promise<number> {
  const files = await readdir(directory, { recursive: true });
  const pages = files.filter((file) => file.endsWith(".html"));
  let written = 0;
  for (const page of pages) {
    const policy = pagePolicy(await readFile(path.join(directory, page), "utf8"));
    if (policy === undefined) continue;
    const factsFile = path.join(directory, page.replace(/\.html$/, ".meta"));
    const facts = pageFacts.parse(JSON.parse(await readFile(factsFile, "utf8")));
    const headers = { ...facts.headers, [policyHeader]: policy };
    await writeFile(factsFile, JSON.stringify({ ...facts, headers }));
    written++;
  }
  return written;
}
