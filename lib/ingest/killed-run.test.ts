import type { Client } from "@libsql/client";
import { expect, it } from "vitest";
import { ingest } from "@/lib/ingest/ingest";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";
import { dumpStore } from "@/lib/ingest/testing/dump-store";
import { findChangesSince, findContentState } from "@/lib/store/change-log";

/** The process dies before its n-th call of the store, and with it everything that would follow. */
function dieBefore(client: Client, call: number): Client {
  let calls = 0;
  const die = () => {
    calls += 1;
    if (calls >= call) throw new Error("killed");
  };
  return new Proxy(client, {
    get: (target, name) => {
      if (name !== "execute" && name !== "batch") return Reflect.get(target, name);
      return async (...args: unknown[]) => {
        die();
        return Reflect.apply(Reflect.get(target, name), target, args);
      };
    },
  });
}

async function createEditedArchive(): Promise<TemporaryArchive> {
  const archive = await createTemporaryArchive();
  archive.write("site.yaml", "name: One");
  archive.write("a.md", postFile("Alpha", { date: "2023-01-01", frontMatter: "tags: [old]" }));
  archive.write("b.md", postFile("Beta", { date: "2023-02-01" }));
  archive.write("c.md", postFile("Gamma", { date: "2023-02-02" }));
  await archive.ingest();
  archive.write("a.md", postFile("Alpha", { date: "2023-01-01", frontMatter: "tags: [fresh]" }));
  archive.write("b.md", postFile("Renamed", { date: "2022-02-01" }));
  archive.write("d.md", postFile("Gamma", { date: "2021-02-01", frontMatter: "tags: [fresh]" }));
  archive.remove("c.md");
  archive.write("site.yaml", "name: Two");
  return archive;
}

const ingestWith = (archive: TemporaryArchive, client: Client) =>
  ingest(client, {
    context: { contentDirectory: archive.folder, publicDirectory: archive.publicFolder },
    pipeline: "one",
    now: Date.now(),
  });

async function touchedSince(client: Client, since: Awaited<ReturnType<typeof findContentState>>) {
  const found = await findChangesSince(client, since);
  if (found?.touched === "everything") return ["everything"];
  return found?.touched.map(({ tag }) => tag).sort() ?? [];
}

it("loses nothing, wherever it dies: the next run ends in the same store, and says what readers must see anew", async () => {
  const undisturbed = await createEditedArchive();
  const before = await findContentState(undisturbed.client);
  await undisturbed.ingest();
  const wanted = await touchedSince(undisturbed.client, before);
  expect(wanted).toContain("term:tag:fresh");
  expect(wanted).toContain("settings");
  const store = await dumpStore(undisturbed.client);

  for (let call = 1; ; call += 1) {
    const archive = await createEditedArchive();
    const since = await findContentState(archive.client);
    let isKilled = false;
    try {
      await ingestWith(archive, dieBefore(archive.client, call));
    } catch (thrown) {
      if (!(thrown instanceof Error) || thrown.message !== "killed") throw thrown;
      isKilled = true;
    }
    // The process that held it is this one, which is not dead.
    await archive.client.execute("DELETE FROM meta WHERE name = 'run'");
    await archive.ingest();
    expect(await dumpStore(archive.client), `call ${call}`).toBe(store);
    expect(await touchedSince(archive.client, since), `call ${call}`).toEqual(
      expect.arrayContaining(wanted),
    );
    if (!isKilled) break;
    expect(call).toBeLessThan(200);
  }
}, 120_000);
