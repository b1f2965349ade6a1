import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { L, T } from "@contentlayer2/utils/effect";
import { fs } from "contentlayer/utils";

/**
 * A batch as Contentlayer sees it: a folder of empty files, which it lists with a library of its own, and their texts in
 * memory, which it asks its file service for. Writing and reading the texts would cost more than mapping their fields.
 */
export class StagedFiles {
  readonly folder = mkdtempSync(path.join(tmpdir(), "masthead-"));
  #texts = new Map<string, string>();

  /** @param name ASCII, without folders */
  add(name: string, text: string): void {
    const file = path.join(this.folder, name);
    writeFileSync(file, "");
    // Contentlayer's paths have `/` on every system.
    this.#texts.set(file.replaceAll(path.sep, "/"), text);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Contentlayer's file service over these files, and nothing else. */
  layer() {
    return L.fromValue(fs.FsTag)({
      // Only its modification time is looked at, by a cache that isn't used here.
      stat: () => T.succeed(anyStats),
      readFile: (file) => {
        const text = this.#texts.get(file);
        return text === undefined
          ? T.fail(new fs.FileNotFoundError({ filePath: file }))
          : T.succeed(text);
      },
      fileOrDirExists: (file) => T.succeed(this.#texts.has(file)),
      symlinkExists: () => T.succeed(false),
      readFileBuffer: unavailable,
      readFileJson: unavailable,
      readFileJsonIfExists: unavailable,
      writeFile: unavailable,
      writeFileJson: unavailable,
      mkdirp: unavailable,
      rm: unavailable,
      symlink: unavailable,
    });
  }
}

const anyStats = statSync(tmpdir());

const unavailable = () => T.die("a batch is only read");
