import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { type Site, siteEnvironment } from "@/lib/bench/content-command";
import { PeakMemory } from "@/lib/bench/peak-memory";
import { readTreeCpu, readTreeMemory } from "@/lib/bench/process-tree";
import { killGroup } from "@/lib/bench/resources";
import type { Session } from "@/lib/bench/session";

/** How often a starting site is asked, in milliseconds. */
const interval = 100;

/** The environment of commands that build and serve a site: one address for all, or each would build anew. */
export const servingEnvironment = (site: Site): Record<string, string> => ({
  ...siteEnvironment(site),
  SITE_URL: "https://bench.example",
});

/** The site of `npm start`, from its first answer to its end. */
export class RunningSite {
  readonly origin: string;
  #process: ChildProcess;
  readonly #memory: PeakMemory;
  #output: string[] = [];

  private constructor(child: ChildProcess, port: number) {
    this.origin = `http://127.0.0.1:${port}`;
    this.#process = child;
    this.#memory = new PeakMemory(child.pid);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk: Buffer) => this.#output.push(chunk.toString()));
    }
  }

  /**
   * Starts the site on a free port and waits until it answers.
   * @param env in addition to what the site itself needs
   * @throws BenchmarkError with its output where it ends before that
   */
  static async start(
    { root, resources }: Session,
    site: Site,
    env: Record<string, string> = {},
  ): Promise<RunningSite> {
    resources.signal.throwIfAborted();
    const port = await findFreePort();
    const child = spawn("npm", ["start"], {
      cwd: root,
      env: { ...process.env, ...servingEnvironment(site), PORT: String(port), ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    resources.watch(child);
    const running = new RunningSite(child, port);
    while (!(await answers(running.origin))) {
      if (child.exitCode !== null) {
        throw new BenchmarkError(`npm start has ended:\n${running.#output.join("")}`);
      }
      await setTimeout(interval, undefined, { signal: resources.signal });
    }
    return running;
  }

  /** Of all its processes, in MB; nothing where the system doesn't tell. */
  get memoryMb(): number | undefined {
    return this.#process.pid === undefined ? undefined : readTreeMemory(this.#process.pid);
  }

  /** The largest sum over its processes since its start, in MB; nothing where the system doesn't tell. */
  get peakMb(): number | undefined {
    return this.#memory.peakMb;
  }

  /** Processor time of all its processes so far, in milliseconds; nothing where the system doesn't tell. */
  get cpuMs(): number | undefined {
    return this.#process.pid === undefined ? undefined : readTreeCpu(this.#process.pid);
  }

  /** What the command has printed so far. */
  get output(): string {
    return this.#output.join("");
  }

  stop(): Promise<void> {
    return this.#end("SIGTERM");
  }

  /** As a machine that loses its power ends it: at once, whatever it is doing. */
  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    this.#memory.stop();
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const exited = once(this.#process, "exit");
    killGroup(this.#process, signal);
    await exited;
  }
}

export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("a port without a number");
  return address.port;
}

/** A connection that is refused is an answer too: there is no site yet. */
const answers = (origin: string): Promise<boolean> =>
  new Promise((resolve) => {
    request(`${origin}/robots.txt`, (response) => {
      response.resume();
      response.on("end", () => resolve(true));
    })
      .on("error", () => resolve(false))
      .end();
  });
