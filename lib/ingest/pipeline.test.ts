import type { Client } from "@libsql/client";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { findUnsafe } from "@/lib/html/testing/find-unsafe";
import { checkFolder } from "@/lib/ingest/check-folder";
import { CompileThread } from "@/lib/ingest/compile-thread";
import { listFiles } from "@/lib/ingest/list-files";
import { createTemporaryArchive, postFile } from "@/lib/ingest/temporary-archive";
import { type ArbitraryFile, arbitraryFolder } from "@/lib/ingest/testing/arbitrary-posts";
import type { Problem } from "@/lib/problem";
import { findPostBySlug, readPosts } from "@/lib/store/read-posts";

/** `PROPERTY_RUNS=20000 PROPERTY_SEED=7 npx vitest run lib/ingest/pipeline` makes a campaign of it. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 25);
const seed = Number(process.env.PROPERTY_SEED ?? 20231028);

/** Milliseconds. Eight small files take a few hundredths of a second; what takes this long hangs. */
const patience = 60_000;

const slug = "neighbour-of-all";

const neighbour = postFile("The neighbour of all these", {
  frontMatter: "id: neighbour-of-all\nslug: neighbour-of-all\ntags: [ harbour ]",
  body: "A **good** post.\n\n<p>Whatever is beside it.</p>",
});

/** A place in a file must be one: an editor's cursor goes there. */
function expectPlaces(problems: readonly Problem[], files: readonly ArbitraryFile[]): void {
  const byPath = new Map(files.map(({ path, bytes }) => [path, bytes]));
  for (const { path, line, column, message, remedy } of problems) {
    expect(message).not.toBe("");
    expect(remedy).not.toBe("");
    const source = new TextDecoder().decode(byPath.get(path)).split(/\r\n?|\n/);
    expect(line, message).toBeGreaterThan(0);
    expect(line, message).toBeLessThanOrEqual(source.length + 1);
    expect(column, message).toBeGreaterThan(0);
    expect(column, message).toBeLessThanOrEqual((source[line - 1] ?? "").length + 2);
  }
}

/** Settles as the promise does, or fails where that doesn't happen. The thread behind it can be ended, we couldn't. */
async function withPatience<Result>(promise: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("compiling hangs")), patience);
  });
  try {
    return await Promise.race([promise, alarm]);
  } finally {
    clearTimeout(timer);
  }
}

describe(`whatever a folder holds (seed ${seed}, ${numRuns} runs)`, () => {
  it(
    "goes through the whole pipeline: nothing throws, hangs or harms its neighbour, and what comes out is safe",
    async () => {
      const archive = await createTemporaryArchive();
      const { folder, publicFolder, client } = archive;
      const options = { contentDirectory: folder, publicDirectory: publicFolder };
      const thread = new CompileThread({ ...options, settings: archive.settings });
      onTestFinished(() => thread.stop());
      archive.write("posts/0-neighbour.md", neighbour);
      await archive.ingest();
      const alone = await findPostBySlug(client, slug);
      expect(alone).toBeDefined();

      const property = async (files: ArbitraryFile[]) => {
        for (const { path, bytes } of files) archive.write(path, bytes);
        await withPatience(thread.compile(listFiles(folder, 0)));

        const first = await archive.ingest();
        expect(first.files).toBe(files.length + 1);
        expectPlaces(first.problems, files);
        expect(await findPostBySlug(client, slug)).toEqual(alone);
        await expectSafeBodies(client);

        const second = await archive.ingest();
        expect(second).toEqual({
          ...first,
          compiled: second.compiled,
          unchanged: second.unchanged,
        });
        // A post whose id is another's is looked at again in each run that changes something; here nothing has.
        expect(second.compiled).toBe(0);

        const check = await checkFolder({ ...options, now: Date.now() });
        expectPlaces(check.problems, files);
        const said = new Set(check.problems.map((problem) => JSON.stringify(problem)));
        for (const problem of first.problems) expect(said).toContain(JSON.stringify(problem));

        for (const { path } of files) archive.remove(path);
        await archive.ingest();
        expect(await readPosts(client, { offset: 0, limit: 10 })).toHaveLength(1);
        expect(await findPostBySlug(client, slug)).toEqual(alone);
      };
      await fc.assert(
        fc.asyncProperty(arbitraryFolder, property).afterEach(() => {
          for (const { path } of listFiles(folder, 0)) {
            if (path !== "posts/0-neighbour.md") archive.remove(path);
          }
        }),
        { numRuns, seed },
      );
    },
    patience * 2 + numRuns * 5000,
  );
});

async function expectSafeBodies(client: Client): Promise<void> {
  for (const { slug } of await readPosts(client, { offset: 0, limit: 100 })) {
    const post = await findPostBySlug(client, slug);
    expect(findUnsafe(post?.html ?? "", { formulas: true }), slug).toEqual([]);
  }
}
