import path from "node:path";
import { expect, it } from "vitest";
import { listFieldDeclarations } from "@/lib/content/contentlayer";
import { listFiles } from "@/lib/ingest/list-files";
import { SiteAddresses } from "@/lib/ingest/site-addresses";
import { parseContent, readContent, sourceAccess } from "@/lib/ingest/source-file";
import { deadAddresses, liveAddresses } from "@/lib/ingest/testing/sample-addresses";

/** The sample publication's own, in which a story walks the same addresses. */
const timeZone = "Asia/Shanghai";
const pageSize = 12;

it("knows what the site has an answer for, and what it hasn't", async () => {
  const folder = path.resolve("content");
  const addresses = new SiteAddresses(path.resolve("public"), { timeZone, pageSize });
  const reading = { declarations: await listFieldDeclarations(), timeZone };
  for (const { path: file } of listFiles(folder, Date.now())) {
    const content = readContent(folder, file, sourceAccess);
    const result = parseContent(file, content, reading, sourceAccess);
    if (result.outcome === "read") addresses.add(file, result.source);
  }
  expect(liveAddresses.filter((address) => !addresses.has(address))).toEqual([]);
  expect(deadAddresses.filter((address) => addresses.has(address))).toEqual([]);
});
