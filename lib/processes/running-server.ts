import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { killGroup } from "@/lib/processes/kill-group";
import { PeakMemory } from "@/lib/processes/peak-memory";
import { findInTree, readTreeCpu, readTreeMemory } from "@/lib/processes/process-tree";

/** How often it is asked whether it can be used, in milliseconds. */
const interval = 100;

/** How long a start, which may build the site first, and an end may take, in milliseconds. */
const patience = { start: 300_000, stop: 15_000 };

export interface ServerCommand {
  /** The program and its arguments. */
  command: readonly [string, ...string[]];
  /** Unset: this process's folder. */
  cwd?: string;
  /** In addition to this process's. */
  env?: Record<string, string>;
  /** Where it is reached: `http://localhost:3000`. */
  origin: string;
  /** Whether it can be used: asked over and over. */
  isUp(): Promise<boolean>;
  /** Whether its memory is watched from outside. */
  isMeasured?: boolean;
  /** Ends it, and the waiting for it. */
  signal?: AbortSignal;
}

/** It has ended, or takes too long, instead of coming up; the message holds what it has printed. */
export class ServerStartError extends Error {
  override name = "ServerStartError";
}

/**
 * A site (`npm start`, `npm run dev`, `next start`), or a server beside it: started and watched from outside as an operator
 * does, stopped, killed, frozen, and started again.
 */
export class RunningServer {
  readonly #command: ServerCommand;
  #process: ChildProcess | undefined;
  #memory: PeakMemory | undefined;
  #output: string[] = [];

  constructor(command: ServerCommand) {
    this.#command = command;
  }

  get origin(): string {
    return this.#command.origin;
  }

  /**
   * Starts it and waits until it can be used. Ends with this process at the latest.
   * @throws ServerStartError
   */
  async start(): Promise<void> {
    const { command, cwd, env, isMeasured = false, signal } = this.#command;
    signal?.throwIfAborted();
    const [program, ...args] = command;
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    this.#process = child;
    this.#memory = isMeasured ? new PeakMemory(child.pid) : undefined;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => this.#output.push(chunk.toString()));
    }
    const end = () => killGroup(child, "SIGKILL");
    process.once("exit", end);
    signal?.addEventListener("abort", end, { once: true });
    child.once("exit", () => {
      process.removeListener("exit", end);
      signal?.removeEventListener("abort", end);
    });
    // What can't be started at all.
    child.once("error", ({ message }) => this.#output.push(message));
    await this.#comeUp(signal);
  }

  /** What it has printed so far, since its first start. */
  get output(): string {
    return this.#output.join("");
  }

  /** Of all its processes, in MB; undefined where the system doesn't tell. */
  get memoryMb(): number | undefined {
    return this.#process?.pid === undefined ? undefined : readTreeMemory(this.#process.pid);
  }

  /** Ids of those of its processes whose command line holds some words; none where the system doesn't tell. */
  findProcesses(words: string): number[] {
    return this.#process?.pid === undefined ? [] : findInTree(this.#process.pid, words);
  }

  /** The largest sum over its processes since its start, in MB; undefined where the system doesn't tell. */
  get peakMb(): number | undefined {
    return this.#memory?.peakMb;
  }

  /** Processor time of all its processes so far, in milliseconds; undefined where the system doesn't tell. */
  get cpuMs(): number | undefined {
    return this.#process?.pid === undefined ? undefined : readTreeCpu(this.#process.pid);
  }

  /**
   * Tells it to stop, as a service manager does: the process that was started, which is to tell the others; waits until
   * nothing answers any more.
   * @returns the exit code; undefined where it wasn't running, or a signal ended it
   */
  async stop(): Promise<number | undefined> {
    const child = this.#presentProcess();
    if (!child) return undefined;
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    await exited;
    this.#memory?.stop();
    const end = performance.now() + patience.stop;
    while (await this.#command.isUp()) {
      if (performance.now() > end) throw new Error(`it still answers:\n${this.output}`);
      await setTimeout(interval);
    }
    return child.exitCode ?? undefined;
  }

  /** As a machine that loses its power ends it: at once, with all its processes, whatever they are doing. */
  async kill(): Promise<void> {
    const child = this.#presentProcess();
    if (!child) return;
    const exited = once(child, "exit");
    killGroup(child, "SIGKILL");
    await exited;
    this.#memory?.stop();
  }

  /** Holds all its processes: they are there and don't answer. */
  freeze(): void {
    if (this.#process) killGroup(this.#process, "SIGSTOP");
  }

  thaw(): void {
    if (this.#process) killGroup(this.#process, "SIGCONT");
  }

  #presentProcess(): ChildProcess | undefined {
    const child = this.#process;
    if (child?.pid === undefined) return undefined;
    return child.exitCode === null && child.signalCode === null ? child : undefined;
  }

  async #comeUp(signal: AbortSignal | undefined): Promise<void> {
    const [name] = this.#command.command;
    const end = performance.now() + patience.start;
    for (;;) {
      await setTimeout(interval, undefined, { signal });
      // Looked at afterwards: what stands in its place must not count.
      const isUp = await this.#command.isUp();
      if (!this.#presentProcess()) throw new ServerStartError(`${name} has ended:\n${this.output}`);
      if (isUp) return;
      if (performance.now() > end) {
        await this.kill();
        throw new ServerStartError(`${name} takes too long:\n${this.output}`);
      }
    }
  }
}

/** Whether a site answers with a page. A connection that is refused is an answer too: there is none. */
export const answers = (url: string) => (): Promise<boolean> =>
  fetch(url)
    .then(async (response) => {
      await response.arrayBuffer();
      return response.ok;
    })
    // So is one that ends in the middle of a page.
    .catch(() => false);
