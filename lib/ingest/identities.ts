import { shortHash } from "@/lib/site/short-hash";

/** 60 bits: among 100,000 posts no two are likely to meet. */
const idLength = 12;

/** The id of a post that has none yet; the next turn's where that is taken. */
export const idFromPath = (path: string, turn = 0): string =>
  shortHash(turn === 0 ? path : `${path}\0${turn}`, idLength);

/** A post that had to give up its id to the post whose file names it. */
interface Eviction {
  path: string;
  from: string;
  to: string;
}

/**
 * Who holds which post id. A post has the id that its file names; without one it keeps the id it has, and a new one gets
 * an id from its path, so that the same folder gives the same ids on every machine. A file that can't be read keeps its
 * id; that of one that is away is reserved for it, unless another file names it.
 */
export class Identities {
  #pathById = new Map<string, string>();
  #idByPath = new Map<string, string>();
  #evictions: Eviction[] = [];
  /** Ids that no other post may get by its path. */
  #reserved: Set<string>;

  /**
   * @param known files by path
   * @param absent ids of posts whose files were away, by path
   * @param present paths of the files that are there now
   */
  constructor(
    known: ReadonlyMap<string, { postId?: string }>,
    absent: ReadonlyMap<string, string>,
    present: readonly string[],
  ) {
    for (const [path, { postId }] of known) {
      if (postId !== undefined) this.#hold(path, postId);
    }
    this.#reserved = new Set(absent.values());
    for (const path of present) {
      const id = absent.get(path);
      if (id !== undefined && !known.has(path) && !this.#pathById.has(id)) this.#hold(path, id);
    }
  }

  find(path: string): string | undefined {
    return this.#idByPath.get(path);
  }

  /** Path of the post that has an id. */
  findHolder(id: string): string | undefined {
    return this.#pathById.get(id);
  }

  /** The file is gone. */
  remove(path: string): void {
    const id = this.#idByPath.get(path);
    if (id !== undefined) this.#reserved.add(id);
    this.forget(path);
  }

  forget(path: string): void {
    const id = this.#idByPath.get(path);
    if (id === undefined) return;
    this.#idByPath.delete(path);
    this.#pathById.delete(id);
  }

  /** Moves are made all at once: two files may have changed places. */
  move(moves: readonly { from: string; to: string }[]): void {
    const ids = moves.map(({ from, to }) => ({ to, id: this.#idByPath.get(from) }));
    for (const { from } of moves) this.forget(from);
    for (const { to, id } of ids) {
      this.forget(to);
      if (id !== undefined) this.#hold(to, id);
    }
  }

  /**
   * The id of the post at a path. The id that its file names is its own, unless the file of another post names it too:
   * then the one that has it keeps it.
   * @param namesId whether the file at a path, as it is now, names an id; asked only where two posts want the same
   */
  assign(
    path: string,
    ownId: string | undefined,
    namesId: (path: string, id: string) => boolean,
  ): string {
    if (ownId !== undefined && this.#release(ownId, path, namesId)) {
      this.forget(path);
      this.#hold(path, ownId);
      return ownId;
    }
    return this.#idByPath.get(path) ?? this.#holdFromPath(path);
  }

  /** Posts that have given up their ids since this was last asked; their rows must change before others are written. */
  takeEvictions(): Eviction[] {
    return this.#evictions.splice(0);
  }

  #release(id: string, path: string, namesId: (path: string, id: string) => boolean): boolean {
    const holder = this.#pathById.get(id);
    if (holder === undefined || holder === path) return true;
    if (namesId(holder, id)) return false;
    // It stays taken, for it may be the one that the holder's path gives.
    this.#idByPath.delete(holder);
    this.#evictions.push({ path: holder, from: id, to: this.#holdFromPath(holder) });
    return true;
  }

  #holdFromPath(path: string): string {
    let id = idFromPath(path);
    // The file that was here before may have taken the id of this path along.
    for (let turn = 1; this.#pathById.has(id) || this.#reserved.has(id); turn += 1) {
      id = idFromPath(path, turn);
    }
    this.#hold(path, id);
    return id;
  }

  #hold(path: string, id: string): void {
    this.#pathById.set(id, path);
    this.#idByPath.set(path, id);
  }
}
