import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import { writePagePolicies } from "@/lib/commands/build/write-page-policies";
import { pagePolicy, policyHeader } from "@/lib/security/page-policy.mjs";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), "masthead-policies-"));
  mkdirSync(path.join(directory, "posts"));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

function writePage(name: string, html: string, facts: object): void {
  writeFileSync(path.join(directory, `${name}.html`), html);
  writeFileSync(path.join(directory, `${name}.meta`), JSON.stringify(facts));
}

const readFacts = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(directory, `${name}.meta`), "utf8"));

test("each page of the build is sent with its own policy, and nothing else about it changes", async () => {
  const html = "<main>字</main><footer></footer><script>1</script></body></html>";
  writePage("posts/a", html, { status: 200, headers: { link: "x" }, segmentPaths: ["/y"] });
  writePage("posts/[slug]", "", { headers: {} });
  writePage("b", html, {});
  expect(await writePagePolicies(directory)).toBe(2);
  expect(readFacts("posts/a")).toEqual({
    status: 200,
    headers: { link: "x", [policyHeader]: pagePolicy(html) },
    segmentPaths: ["/y"],
  });
  expect(readFacts("b")).toEqual({ headers: { [policyHeader]: pagePolicy(html) } });
  expect(readFacts("posts/[slug]")).toEqual({ headers: {} });
  // Once more, as after a build that was interrupted in between, it is the same.
  expect(await writePagePolicies(directory)).toBe(2);
  expect(readFacts("b")).toEqual({ headers: { [policyHeader]: pagePolicy(html) } });
});
