import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import type { Site } from "@/lib/bench/content-command";
import { countAddresses, publishArguments } from "@/lib/bench/publish/publish-command";
import type { Session } from "@/lib/bench/session";
import { servingEnvironment } from "@/lib/bench/start-site";
import { killGroup } from "@/lib/processes/kill-group";

/** `npm run publish -- --watch`, line by line. */
export class WatchingPublisher {
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  private constructor(child: ChildProcess, lines: AsyncIterator<string>) {
    this.#process = child;
    this.#lines = lines;
  }

  /** Starts it and waits until it has published for the first time. */
  static async start(
    { root, resources }: Session,
    site: Site,
    origin: string,
  ): Promise<WatchingPublisher> {
    const child = spawn("npm", publishArguments([origin], "--watch"), {
      cwd: root,
      env: { ...process.env, ...servingEnvironment(site) },
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    resources.watch(child);
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const publisher = new WatchingPublisher(child, lines);
    await publisher.next();
    return publisher;
  }

  /** The number of pages that changed when it publishes the next time. */
  async next(): Promise<number> {
    for (;;) {
      const { done, value } = await this.#lines.next();
      if (done) throw new BenchmarkError("npm run publish -- --watch has ended");
      if (value.startsWith("{")) return countAddresses(value);
    }
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const exited = once(this.#process, "exit");
    killGroup(this.#process, "SIGTERM");
    await exited;
  }
}
