import { shortHash } from "@/lib/site/short-hash";

/** 60 bits: among 100,000 posts no two are likely to meet. */
const idLength = 12;

/**
 * Who holds which post id. A post keeps the id it has; a new one has its own from the front matter, else one from its
 * path, so that the same folder gives the same ids on every machine.
 */
export class Identities {
  #pathById = new Map<string, string>();
  #idByPath = new Map<string, string>();

  constructor(known: Iterable<{ path: string; postId?: string }>) {
    for (const { path, postId } of known) {
      if (postId !== undefined) this.#hold(path, postId);
    }
  }

  forget(path: string): void {
    const id = this.#idByPath.get(path);
    if (id === undefined) return;
    this.#idByPath.delete(path);
    this.#pathById.delete(id);
  }

  move({ from, to }: { from: string; to: string }): void {
    const id = this.#idByPath.get(from);
    if (id === undefined) return;
    this.forget(from);
    this.#hold(to, id);
  }

  /** The id of the post at a path; where its own id is another post's, it has one from its path instead. */
  assign(path: string, ownId: string | undefined): string {
    const current = this.#idByPath.get(path);
    const holder = ownId === undefined ? undefined : this.#pathById.get(ownId);
    if (ownId !== undefined && (holder === undefined || holder === path)) {
      this.forget(path);
      this.#hold(path, ownId);
      return ownId;
    }
    if (current !== undefined) return current;
    let id = shortHash(path, idLength);
    // The file that was here before may have taken the id of this path along.
    for (let turn = 1; this.#pathById.has(id); turn += 1)
      id = shortHash(`${path}\0${turn}`, idLength);
    this.#hold(path, id);
    return id;
  }

  #hold(path: string, id: string): void {
    this.#pathById.set(id, path);
    this.#idByPath.set(path, id);
  }
}
