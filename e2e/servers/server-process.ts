import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect } from "playwright/test";

/** A server that a story starts, stops, freezes and starts again. */
export class ServerProcess {
  readonly #command: readonly [string, ...string[]];
  readonly #environment: Record<string, string>;
  readonly #isUp: () => Promise<boolean>;
  #process: ChildProcess | undefined;
  #output = "";

  /** @param isUp whether it can be used */
  constructor(
    command: readonly [string, ...string[]],
    isUp: () => Promise<boolean>,
    environment: Record<string, string> = {},
  ) {
    this.#command = command;
    this.#environment = environment;
    this.#isUp = isUp;
  }

  /** What it has printed so far. */
  get output(): string {
    return this.#output;
  }

  async start(): Promise<void> {
    const [file, ...args] = this.#command;
    this.#process = spawn(file, args, { env: { ...process.env, ...this.#environment } });
    this.#process.stdout?.on("data", (chunk) => this.#hear(chunk));
    this.#process.stderr?.on("data", (chunk) => this.#hear(chunk));
    await expect
      .poll(
        () => {
          if (this.#process?.exitCode !== null) throw new Error(`it ended:\n${this.#output}`);
          return this.#isUp();
        },
        { timeout: 60_000, intervals: [100] },
      )
      .toBe(true);
  }

  signal(signal: NodeJS.Signals): void {
    this.#process?.kill(signal);
  }

  /** @returns the exit code; nothing where the signal ended it */
  async stop(signal: NodeJS.Signals): Promise<number | undefined> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return undefined;
    const exited = once(child, "exit");
    child.kill("SIGCONT");
    child.kill(signal);
    await exited;
    return child.exitCode ?? undefined;
  }

  #hear(chunk: Buffer): void {
    this.#output += chunk.toString();
  }
}
