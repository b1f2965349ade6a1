import type { Client } from "@libsql/client";
import type { Remains } from "@/lib/content/read-remains";
import { renderBody } from "@/lib/html/render-body";
import type { CompileContext } from "@/lib/ingest/compile-files";
import type { Changes } from "@/lib/ingest/find-changes";
import { readBodies } from "@/lib/store/kept-versions";

/** More new files and posts that are gone than this aren't compared, each with each. */
const maxComparisons = 200;

/**
 * A new file with a mistake, in whose body are the words of a post whose file is gone, is that file: renamed, and broken at
 * once. Its post stays with readers, as it would have under the same name.
 */
export async function followBodies(
  client: Client,
  changes: Changes,
  known: ReadonlyMap<string, unknown>,
  remainsOf: (path: string) => Remains | undefined,
  { publicDirectory, settings }: CompileContext,
): Promise<void> {
  if (changes.removed.length === 0) return;
  const arrived = new Set(changes.moved.map(({ to }) => to));
  const candidates = changes.compile
    .map(({ path }) => path)
    .filter((path) => !known.has(path) && !arrived.has(path));
  if (candidates.length * changes.removed.length > maxComparisons) return;
  const broken = candidates.flatMap((path) => {
    const body = remainsOf(path)?.body;
    return body === undefined || body.trim() === "" ? [] : [{ path, body }];
  });
  if (broken.length === 0) return;
  const left = new Set(changes.removed);
  const posts = await readBodies(client, changes.removed);
  for (const { path: to, body } of broken) {
    const found = posts.find(({ path, title, from, html }) => {
      if (!left.has(path)) return false;
      const context = { title, publicDirectory, ownPages: settings.ownPages };
      return (
        renderBody(body, { ...context, ...(from === undefined ? {} : { from }) }).html === html
      );
    });
    if (!found) continue;
    left.delete(found.path);
    changes.moved.push({ from: found.path, to });
  }
  changes.removed = [...left];
}
