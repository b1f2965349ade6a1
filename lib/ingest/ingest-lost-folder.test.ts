import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { waitForGit } from "@/lib/ingest/git-at-work";
import { readPostFile } from "@/lib/ingest/read-post-file";
import { sourceAccess } from "@/lib/ingest/source-file";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";
import { dumpStore } from "@/lib/ingest/testing/dump-store";
import { countPosts } from "@/lib/store/read-posts";

const nameOf = (number: number) => `posts/${number}.md`;

async function createArchive(count: number): Promise<TemporaryArchive> {
  const archive = await createTemporaryArchive();
  for (let number = 0; number < count; number += 1) {
    archive.write(nameOf(number), postFile(`Post ${number}`));
  }
  return archive;
}

async function createLiveArchive(count: number): Promise<TemporaryArchive> {
  const archive = await createArchive(count);
  await archive.ingest();
  return archive;
}

const removeSome = (archive: TemporaryArchive, count: number) => {
  for (let number = 0; number < count; number += 1) archive.remove(nameOf(number));
};

describe("a folder without most of its files, at the start of a run", () => {
  it("takes nothing down until it is said that it is meant", async () => {
    const archive = await createLiveArchive(40);
    archive.write("site.yaml", "name: Other");
    const before = await dumpStore(archive.client);
    removeSome(archive, 21);
    for (const changed of [undefined, ["posts/3.md"]]) {
      await expect(archive.ingest({ changed })).rejects.toThrow(
        /is without 21 of the 40 files that are in the store.*Nothing was taken down.*-- --empty/,
      );
      expect(await dumpStore(archive.client)).toBe(before);
    }
    expect(await archive.ingest({ mayBeEmptied: true })).toMatchObject({ files: 19, deleted: 21 });
  });

  it("is another one in its place, however many files that has", async () => {
    const archive = await createLiveArchive(30);
    renameSync(archive.folder, `${archive.folder}.away`);
    for (let number = 0; number < 50; number += 1) {
      archive.write(`other/${number}.md`, postFile(`Other ${number}`));
    }
    await expect(archive.ingest()).rejects.toThrow(/is without 30 of the 30 files/);
    expect(await countPosts(archive.client)).toBe(30);
  });

  it("is no such folder where half of the files go, where few were there, or where they have moved", async () => {
    const archive = await createLiveArchive(40);
    removeSome(archive, 20);
    expect(await archive.ingest()).toMatchObject({ files: 20, deleted: 20 });
    archive.move("posts", "2024");
    expect(await archive.ingest()).toMatchObject({ files: 20, deleted: 20 });
    expect(await countPosts(archive.client)).toBe(20);
    const small = await createLiveArchive(19);
    removeSome(small, 19);
    expect(await small.ingest()).toMatchObject({ files: 0, deleted: 19 });
  });
});

/** Reads as always, until something happens to the folder. */
const accessUntil = (count: number, happen: () => void) => {
  let reads = 0;
  return {
    ...sourceAccess,
    readFile: (absolute: string) => {
      reads += 1;
      if (reads === count) happen();
      return readPostFile(absolute);
    },
  };
};

const fates: Record<string, (archive: TemporaryArchive) => void> = {
  "goes away": ({ folder }) => renameSync(folder, `${folder}.away`),
  "is empty, as the place of a disk is": ({ folder }) => {
    renameSync(folder, `${folder}.away`);
    mkdirSync(folder);
  },
  "is another one": ({ folder }) => {
    renameSync(folder, `${folder}.away`);
    mkdirSync(folder);
    writeFileSync(path.join(folder, "0.md"), postFile("Zero"));
  },
  "loses most of its files": (archive) => {
    for (let number = 10; number < 60; number += 1) archive.remove(nameOf(number));
  },
};

describe("a folder that goes away in the middle of a run", () => {
  it.each(Object.keys(fates))("takes nothing down: it %s", async (fate) => {
    const archive = await createLiveArchive(60);
    const before = await dumpStore(archive.client);
    const access = accessUntil(30, () => fates[fate]?.(archive));
    await expect(archive.ingest({ pipeline: "two", access })).rejects.toThrow(
      /went away while it was being read|has lost \d+ of its 60 files while they were being read/,
    );
    expect(await dumpStore(archive.client)).toBe(before);
  });

  it("fails in a first run as well, and the next one goes on", async () => {
    const archive = await createArchive(60);
    const access = accessUntil(30, () => fates["goes away"]?.(archive));
    await expect(archive.ingest({ access })).rejects.toThrow("went away");
    renameSync(`${archive.folder}.away`, archive.folder);
    expect(await archive.ingest()).toMatchObject({ files: 60, problems: [], outdated: [] });
    expect(await countPosts(archive.client)).toBe(60);
  });

  it("takes nothing down where threads read", async () => {
    const archive = await createArchive(2000);
    await archive.ingest();
    let isGone = false;
    const run = archive.ingest({
      pipeline: "two",
      onProgress: () => {
        if (!isGone) fates["goes away"]?.(archive);
        isGone = true;
      },
    });
    await expect(run).rejects.toThrow("went away");
    expect(await countPosts(archive.client)).toBe(2000);
  }, 60_000);

  it("is no such folder where a file alone is deleted: that one goes, and nobody complains", async () => {
    const archive = await createLiveArchive(30);
    archive.write(nameOf(7), postFile("Post 7", { body: "Edited." }));
    archive.write("new.md", postFile("New"));
    const access = accessUntil(1, () => {
      archive.remove(nameOf(7));
      archive.remove("new.md");
    });
    expect(await archive.ingest({ access })).toMatchObject({ problems: [], outdated: [] });
    expect(await countPosts(archive.client)).toBe(29);
    expect(await archive.ingest()).toMatchObject({ files: 29, compiled: 0, deleted: 0 });
  });
});

describe("a checkout that is under way", () => {
  const lockOf = ({ folder }: TemporaryArchive) => path.join(folder, ".git", "index.lock");
  const lock = (archive: TemporaryArchive) => archive.write(".git/index.lock", "");

  it("is waited for before anything is taken down", async () => {
    const archive = await createLiveArchive(3);
    const before = await dumpStore(archive.client);
    lock(archive);
    archive.move(nameOf(1), "../aside.md");
    setTimeout(() => {
      archive.move("../aside.md", nameOf(1));
      rmSync(lockOf(archive));
    }, 300);
    expect(await archive.ingest()).toMatchObject({ deleted: 0 });
    expect(await dumpStore(archive.client)).toBe(before);
  });

  it("keeps nobody waiting where nothing is missing, or where it is meant", async () => {
    const archive = await createLiveArchive(3);
    lock(archive);
    archive.write(nameOf(1), postFile("Post 1", { body: "Edited." }));
    expect(await archive.ingest()).toMatchObject({ compiled: 1 });
    archive.remove(nameOf(1));
    expect(await archive.ingest({ mayBeEmptied: true })).toMatchObject({ deleted: 1 });
  });

  it("is told where it takes long", async () => {
    const archive = await createLiveArchive(1);
    lock(archive);
    await expect(waitForGit(archive.folder, 200)).rejects.toThrow(/Git is at work.*index\.lock/);
    await expect(waitForGit(path.join(archive.folder, "posts"), 200)).rejects.toThrow();
    rmSync(lockOf(archive));
    expect(await waitForGit(archive.folder, 200)).toBe(false);
  });
});
