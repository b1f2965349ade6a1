import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { RevalidationLog } from "@/lib/page-cache/page-store";
import type { Revalidations } from "@/lib/page-cache/revalidations";

/**
 * A line of the file: the floor as it stood when the file was written, a build that was found to be made from the content
 * as it was then, or a revalidation: `kept` where nothing was taken away by it.
 */
const line = z.union([
  z.object({ floor: z.number() }),
  z.object({ build: z.string(), floorThen: z.number() }),
  z.object({ position: z.number(), tags: z.array(z.string()), kept: z.literal(true).optional() }),
]);

/**
 * The file is written anew when it has twice the size that it had then, and at least this: one line a tag, however often it
 * was revalidated.
 */
const compactionBytes = 4 * 1024 * 1024;

/**
 * Remembers revalidations across restarts: a line for each, at the end of one file. It is written before `record`
 * returns, so that a process which is killed after it has answered has not forgotten.
 */
export class FileLog implements RevalidationLog {
  readonly #file: string;
  readonly #revalidations: Revalidations;
  readonly #now: () => number;
  readonly #onError: (error: unknown) => void;
  #bytes = 0;
  /** The file is written anew beyond this size. */
  #bound = compactionBytes;
  #judged: { build: string; floorThen: number } | undefined;

  /**
   * Reads the file, or starts one. Where it is damaged, all that was cached before counts as stale.
   * @param now milliseconds since 1970
   */
  constructor(
    file: string,
    revalidations: Revalidations,
    onError: (error: unknown) => void,
    now: () => number = Date.now,
  ) {
    this.#file = file;
    this.#revalidations = revalidations;
    this.#onError = onError;
    this.#now = now;
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      const text = readIfThere(file);
      if (text === undefined || !this.#replay(text)) {
        revalidations.raiseFloor(this.#nextPosition());
        this.#rewrite();
      } else if (text.length > compactionBytes / 2 || !text.endsWith("\n")) this.#rewrite();
      else this.#bytes = statSync(file).size;
    } catch (thrown) {
      // Nothing is remembered then, so nothing that is on the disk can be trusted.
      revalidations.raiseFloor(this.#nextPosition());
      onError(thrown);
    }
  }

  async record(tags: readonly string[], withdraws = true): Promise<boolean> {
    const position = this.#nextPosition();
    this.#revalidations.learn(tags, position, withdraws);
    this.#append(toLine(position, tags, withdraws));
    // Where it couldn't be written, nothing from before is believed after a restart.
    return true;
  }

  /** Whether all is known here that was revalidated since this build was found to be made from the content of then. */
  knowsAllSince(build: string): boolean {
    const { floor } = this.#revalidations;
    return this.#judged?.build === build && floor <= this.#judged.floorThen;
  }

  /** Takes note that a build was made from the content as it is now. */
  noteCurrent(build: string): void {
    this.#judged = { build, floorThen: this.#revalidations.floor };
    this.#append(this.#judged);
  }

  async close(): Promise<void> {}

  /** @returns false where the file is not one that we wrote; a last line that was cut off is forgiven */
  #replay(text: string): boolean {
    const lines = text.split("\n");
    // Behind the last line's end there is nothing, or a line of a process that was killed while it wrote.
    lines.pop();
    const read = lines.map(parseLine);
    if (read[0] === undefined || !("floor" in read[0]) || read.includes(undefined)) return false;
    for (const entry of read) {
      if (entry === undefined) continue;
      if ("floor" in entry) this.#revalidations.raiseFloor(entry.floor);
      else if ("build" in entry) this.#judged = entry;
      else this.#revalidations.learn(entry.tags, entry.position, entry.kept !== true);
    }
    return true;
  }

  #append(entry: object): void {
    const text = `${JSON.stringify(entry)}\n`;
    try {
      appendFileSync(this.#file, text);
      this.#bytes += Buffer.byteLength(text);
      if (this.#bytes > this.#bound) this.#rewrite();
    } catch (thrown) {
      this.#onError(thrown);
      this.#forget();
    }
  }

  /** What can't be remembered must not be believed after a restart: without the file everything from before is stale. */
  #forget(): void {
    try {
      rmSync(this.#file, { force: true });
    } catch (thrown) {
      this.#onError(thrown);
    }
  }

  #rewrite(): void {
    const entries = [...this.#revalidations].flatMap(([tag, position, withdrawn]) => [
      ...(withdrawn === undefined ? [] : [toLine(withdrawn, [tag], true)]),
      ...(withdrawn === position ? [] : [toLine(position, [tag], false)]),
    ]);
    const judged = this.#judged ? [this.#judged] : [];
    const text = [{ floor: this.#revalidations.floor }, ...judged, ...entries]
      .map((entry) => `${JSON.stringify(entry)}\n`)
      .join("");
    const draft = `${this.#file}.tmp`;
    writeFileSync(draft, text);
    renameSync(draft, this.#file);
    this.#bytes = statSync(this.#file).size;
    this.#bound = Math.max(compactionBytes, 2 * this.#bytes);
  }

  #nextPosition(): number {
    return Math.max(this.#revalidations.position + 1, this.#now() * 1000);
  }
}

const toLine = (position: number, tags: readonly string[], withdraws: boolean) => ({
  position,
  tags,
  ...(withdraws ? {} : { kept: true }),
});

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return undefined;
    throw thrown;
  }
}

function parseLine(text: string): z.infer<typeof line> | undefined {
  try {
    return line.safeParse(JSON.parse(text)).data;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}
