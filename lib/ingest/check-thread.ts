import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type LookedAt, type LookingContext, lookAtFile } from "@/lib/ingest/look-at-file";
import { sourceAccess } from "@/lib/ingest/source-file";

/** A thread that looks at files, batch by batch, in the order in which they were given. */
export class CheckThread {
  #context: LookingContext;
  #worker: Worker;
  #last: Promise<unknown> = Promise.resolve();

  constructor(context: LookingContext) {
    this.#context = context;
    this.#worker = this.#start();
  }

  look(paths: readonly string[]): Promise<LookedAt[]> {
    const answer = this.#last.then(() => this.#lookWithin(paths));
    this.#last = answer;
    return answer;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #start(): Worker {
    return new Worker(new URL("./check-thread-entry.mjs", import.meta.url), {
      workerData: this.#context,
    });
  }

  async #lookWithin(paths: readonly string[]): Promise<LookedAt[]> {
    try {
      const reply = once(this.#worker, "message");
      this.#worker.postMessage(paths);
      const [looked]: LookedAt[][] = await reply;
      return looked ?? [];
    } catch (thrown) {
      if (!isOutOfMemory(thrown)) throw thrown;
      // One by one in the process itself, which may have more.
      this.#worker = this.#start();
      return paths.map((path) => lookAtFile(path, this.#context, sourceAccess));
    }
  }
}

const isOutOfMemory = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && thrown.code === "ERR_WORKER_OUT_OF_MEMORY";
