import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { isFileSystemError } from "@/lib/ingest/file-system-error";
import type { ListedFile } from "@/lib/ingest/list-files";
import type { LookedAt } from "@/lib/ingest/look-at-file";

/** Below this many files, reading them takes no longer than to ask notes. */
const worthNotes = 1000;

/** Notes of a folder that nobody has checked for so long go, in milliseconds. */
const keptFor = 30 * 24 * 60 * 60 * 1000;

/** What was found in one file, as it is kept: most of a large folder isn't looked at in one moment. */
interface Note {
  stamp: string;
  bytes: Uint8Array;
}

/**
 * What the last check has found in each file, by its stamp: a file that is as it was need not be read again. A folder is checked
 * the same without them, only slower; so what can't be read or written counts as not there.
 */
export class CheckNotes {
  readonly #file: string;
  readonly #key: string;
  readonly #least: number;
  readonly #before: ReadonlyMap<string, Note>;
  readonly #after = new Map<string, Note>();
  #isSame = true;

  /**
   * @param file absolute path
   * @param key names all that findings depend on besides the files: the code and the time zone
   * @param least below so many files nothing is noted
   */
  constructor(file: string, key: string, least = worthNotes) {
    this.#file = file;
    this.#least = least;
    this.#key = key;
    this.#before = readNotes(file, key);
  }

  has(file: ListedFile): boolean {
    return this.#findNote(file) !== undefined;
  }

  /** Nothing where the file isn't as it was. What is found stays noted. */
  take(file: ListedFile): LookedAt | undefined {
    const note = this.#findNote(file);
    if (note === undefined) return undefined;
    this.#after.set(file.path, note);
    const looked: LookedAt = deserialize(note.bytes);
    return looked;
  }

  add({ path: file, stamp }: ListedFile, looked: LookedAt): void {
    this.#isSame = false;
    const isLasting = !(looked.outcome === "refused" && looked.isUnreadable);
    if (stamp !== "" && isLasting) this.#after.set(file, { stamp, bytes: serialize(looked) });
  }

  save(): void {
    if (this.#after.size < this.#least) return;
    if (this.#isSame && this.#after.size === this.#before.size) return;
    const draft = `${this.#file}.${process.pid}.tmp`;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true });
      writeFileSync(draft, pack(this.#key, this.#after));
      renameSync(draft, this.#file);
      removeOld(path.dirname(this.#file));
    } catch (thrown) {
      // Of a full disk part of it may stand there; `npm run content` takes it away in time.
      if (!isFileSystemError(thrown)) throw thrown;
    }
  }

  #findNote({ path: file, stamp }: ListedFile): Note | undefined {
    const note = stamp === "" ? undefined : this.#before.get(file);
    return note?.stamp === stamp ? note : undefined;
  }
}

const checksumLength = 32;
const numberLength = 4;

/** What stands before the notes: the key, and of each note its path, its stamp and its length. */
type Head = [key: string, notes: [path: string, stamp: string, length: number][]];

/** Of the form of the file, so that a later one is not taken for it. */
const form = "notes of checks, 1";

const checksum = (bytes: Uint8Array): Buffer =>
  createHash("sha256").update(form).update(bytes).digest();

function pack(key: string, notes: ReadonlyMap<string, Note>): Buffer {
  const entries: Head[1] = [...notes].map(([file, { stamp, bytes }]) => [
    file,
    stamp,
    bytes.length,
  ]);
  const head = Buffer.from(JSON.stringify([key, entries] satisfies Head));
  const headLength = Buffer.alloc(numberLength);
  headLength.writeUInt32LE(head.length);
  const packed = Buffer.concat([
    headLength,
    head,
    ...[...notes.values()].map(({ bytes }) => bytes),
  ]);
  return Buffer.concat([checksum(packed), packed]);
}

/** Whoever wrote them was `pack`: what isn't what was written is told by its checksum. */
function readNotes(file: string, key: string): ReadonlyMap<string, Note> {
  const notes = new Map<string, Note>();
  const packed = readPacked(file);
  if (packed === undefined) return notes;
  let place = numberLength + packed.readUInt32LE();
  const [notedKey, entries]: Head = JSON.parse(packed.toString("utf8", numberLength, place));
  if (notedKey !== key) return notes;
  for (const [path, stamp, length] of entries) {
    notes.set(path, { stamp, bytes: packed.subarray(place, place + length) });
    place += length;
  }
  return notes;
}

function readPacked(file: string): Buffer | undefined {
  try {
    const all = readFileSync(file);
    const packed = all.subarray(checksumLength);
    return all.subarray(0, checksumLength).equals(checksum(packed)) ? packed : undefined;
  } catch (thrown) {
    if (isFileSystemError(thrown)) return undefined;
    throw thrown;
  }
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const old = path.join(folder, name);
    const { mtimeMs } = statSync(old, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs > keptFor) rmSync(old, { force: true });
  }
}
