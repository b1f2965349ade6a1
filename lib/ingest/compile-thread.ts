import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { CompileContext, CompiledFile, FileToCompile } from "@/lib/ingest/compile-files";

/**
 * Memory of a thread, in MB. An archive of ordinary posts stays far below; a hostile file of 2 MB (a table of 300,000
 * rows, a list of 480,000 items) may need all of it.
 */
const memory = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 32 };

/**
 * A thread that answers its batches one by one, in the order in which they were given. Where a batch takes more memory
 * than a thread may have, the file that does it is found by halving, and is left out alone.
 */
export class CompileThread {
  #context: CompileContext;
  #worker: Worker;
  #last: Promise<unknown> = Promise.resolve();

  constructor(context: CompileContext) {
    this.#context = context;
    this.#worker = this.#start();
  }

  compile(files: readonly FileToCompile[]): Promise<CompiledFile[]> {
    const answer = this.#last.then(() => this.#compileWithin(files));
    this.#last = answer;
    return answer;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #start(): Worker {
    return new Worker(new URL("./compile-thread-entry.mjs", import.meta.url), {
      workerData: this.#context,
      resourceLimits: memory,
    });
  }

  async #compileWithin(files: readonly FileToCompile[]): Promise<CompiledFile[]> {
    try {
      const reply = once(this.#worker, "message");
      this.#worker.postMessage(files);
      const [compiled] = await reply;
      return compiled as CompiledFile[];
    } catch (thrown) {
      if (!isOutOfMemory(thrown)) throw thrown;
      this.#worker = this.#start();
    }
    const [only, ...others] = files;
    if (only && others.length === 0) return [leaveOut(only)];
    const middle = Math.ceil(files.length / 2);
    return [
      ...(await this.#compileWithin(files.slice(0, middle))),
      ...(await this.#compileWithin(files.slice(middle))),
    ];
  }
}

const isOutOfMemory = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && thrown.code === "ERR_WORKER_OUT_OF_MEMORY";

const leaveOut = ({ path }: FileToCompile): CompiledFile => ({
  path,
  // Not that of its bytes: the next run tries again.
  hash: "",
  claims: [],
  remains: {},
  findings: [
    {
      line: 1,
      column: 1,
      severity: "error",
      message: "the text takes too much memory to render",
      remedy: "split it, or take out what repeats itself thousands of times",
    },
  ],
});
