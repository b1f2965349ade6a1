import { setTimeout } from "node:timers/promises";
import { type BenchComment, type Posted, Writer } from "@/lib/bench/comments/writer";

/** Of all comments, those that are handed in once more right after they were acknowledged: one in so many. */
const repeatEvery = 5;

interface CrowdOptions {
  writers: number;
  /** Written by all together. */
  comments: number;
  /** Ids of posts, taken in turn. */
  posts: readonly string[];
  /** What a writer waits between two comments, in milliseconds; nothing for as fast as the server answers. */
  pauseMs?: number;
  /** Tells these comments from those of another crowd. */
  label: string;
}

/** Many readers who write at the same time, each one comment after the other. */
export class Crowd {
  /** What was acknowledged, by text. */
  readonly acknowledged = new Map<string, string>();
  /** Milliseconds of each comment's first acknowledged try. */
  readonly times: number[] = [];
  /** Comments that a second try got another id for. */
  doubled = 0;
  #queue: BenchComment[];
  #writers: number;
  #pauseMs: number;

  constructor({ writers, comments, posts, label, pauseMs = 0 }: CrowdOptions) {
    this.#writers = writers;
    this.#pauseMs = pauseMs;
    this.#queue = Array.from({ length: comments }, (_, index) => ({
      post: posts[index % posts.length] ?? "",
      name: `读者 ${index % writers}`,
      text: `${label}第 ${index} 条：*港口的灯*先亮了，[见此](https://example.com/${index})。`,
      key: `${label}-${String(index).padStart(16, "0")}`.replace(/[^\w-]/g, "k"),
    }));
  }

  /** Comments that are not acknowledged yet. */
  get left(): number {
    return this.#queue.length;
  }

  /** Writes until all is acknowledged, or the server is gone; what was not acknowledged then is written at the next call. */
  async write(origin: string): Promise<void> {
    await Promise.all(
      Array.from({ length: this.#writers }, (_, index) => this.#writeAsOne(origin, index)),
    );
  }

  async #writeAsOne(origin: string, index: number): Promise<void> {
    const writer = new Writer();
    try {
      // They don't all begin in the same moment, nor go on in step.
      if (this.#pauseMs > 0) await setTimeout((index / this.#writers) * this.#pauseMs);
      for (let comment = this.#queue.shift(); comment; comment = this.#queue.shift()) {
        const posted = await writer.post(origin, comment);
        if (!posted) {
          this.#queue.push(comment);
          return;
        }
        this.#note(comment, posted);
        if (this.#pauseMs > 0) await setTimeout(this.#pauseMs);
        if (this.acknowledged.size % repeatEvery !== 0) continue;
        const again = await writer.post(origin, comment);
        if (again && again.id !== posted.id) this.doubled += 1;
      }
    } finally {
      writer.close();
    }
  }

  #note({ text }: BenchComment, { id, ms }: Posted): void {
    this.acknowledged.set(text, id);
    this.times.push(ms);
  }
}
