import { renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Editions, titleOf } from "@/lib/bench/serve/editions";
import { frontPageUrl, postUrl, termUrl } from "@/lib/urls";

/** So many posts take turns to be edited. */
const count = 8;

const tag = "staleness";

const slugOf = (post: number): string => `stale-post-${post}`;

/** The newest posts of a site, so that its front page shows them too: written, and edited one after the other. */
export class EditedPosts {
  readonly #folder: string;
  readonly #published = new Map<number, number>();
  readonly #date = Date.now();
  #edits = 0;

  /** @param folder of the site's content */
  constructor(folder: string) {
    this.#folder = folder;
    for (let post = 0; post < count; post += 1) {
      this.#write(post, 0);
      this.#published.set(post, 0);
    }
  }

  /** Every page that shows one of them. */
  get addresses(): string[] {
    const posts = [...this.#published.keys()].map((post) => postUrl(slugOf(post)));
    return [...posts, frontPageUrl, termUrl({ taxonomy: "tag", slug: tag })];
  }

  /** What a page that is asked for now must show at least. */
  published(): Editions {
    return new Map(this.#published);
  }

  /** Saves the next edition of one of them, and counts it as published when that has been done. */
  async edit(publish: () => Promise<unknown>): Promise<void> {
    const post = this.#edits % count;
    const edition = Math.floor(this.#edits / count) + 1;
    this.#edits += 1;
    this.#write(post, edition);
    await publish();
    this.#published.set(post, edition);
  }

  /** Replaced as a whole, as editors save. */
  #write(post: number, edition: number): void {
    const title = titleOf(post, edition);
    const date = new Date(this.#date - (post + 1) * 1000).toISOString();
    const file = path.join(this.#folder, `${slugOf(post)}.md`);
    const text = `---\ntitle: ${title}\nslug: ${slugOf(post)}\ndate: ${date}\ntags: [${tag}]\n---\n\n${title}.\n`;
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  }
}
