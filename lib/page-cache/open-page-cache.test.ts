import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readEnvironment } from "@/lib/environment";
import { nameSite } from "@/lib/page-cache/name-site";
import { openPageCache } from "@/lib/page-cache/open-page-cache";
import { builtSiteFile, sitePagesFolder } from "@/lib/page-cache/pages-folder";
import { createPage, htmlOf } from "@/lib/page-cache/temporary-pages";

const built = async () => ({
  value: { kind: "APP_PAGE", html: "built", headers: {}, status: 200 },
  lastModified: Date.now(),
});

/** A project whose build has made its pages for one site; opens what a server of any site has. */
function createProject(builtFor: Record<string, string>) {
  const root = mkdtempSync(path.join(tmpdir(), "open-pages-test-"));
  const open: Awaited<ReturnType<typeof openPageCache>>[] = [];
  onTestFinished(async () => {
    for (const { pages } of open) await pages.close();
    rmSync(root, { recursive: true });
  });
  writeFileSync(path.join(root, "BUILD_ID"), "one");
  writeFileSync(builtSiteFile(root), nameSite(readEnvironment(builtFor)));
  return async (variables: Record<string, string>) => {
    const environment = readEnvironment(variables);
    const cache = await openPageCache({
      environment,
      buildDirectory: root,
      folder: sitePagesFolder(root, nameSite(environment)),
      log: () => undefined,
    });
    cache.pages.judgeBuild(true);
    open.push(cache);
    return cache;
  };
}

const here = { SITE_URL: "https://here.example" };

it("gives out the pages of the build to the site that it was made for", async () => {
  const start = createProject(here);
  const { next } = await start(here);
  expect((await next.get("/a", "/a", built))?.value).toMatchObject({ html: "built" });
});

it.each([
  { SITE_URL: "https://there.example" },
  { ...here, CONTENT_DIR: "elsewhere" },
  { ...here, CONTENT_DATABASE_URL: "file:other.db" },
  { ...here, COMMENTS_PROVIDER: "none" },
  { ...here, COMMENTS_DATABASE_URL: "file:other.db" },
])("gives none of them to another site: %j", async (variables) => {
  const start = createProject(here);
  const { next } = await start(variables);
  expect(await next.get("/a", "/a", built)).toBeNull();
});

it("keeps the pages of one site from another, and for its own next start", async () => {
  const start = createProject({});
  const first = await start(here);
  first.pages.keep("/a", createPage("here"), undefined, first.pages.revalidations.mark());
  await first.pages.close();
  const again = await start(here);
  expect(htmlOf(await again.pages.find("/a"))).toBe("here");
  const { pages } = await start({ SITE_URL: "https://there.example" });
  expect(await pages.find("/a")).toBeUndefined();
});
