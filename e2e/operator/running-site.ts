import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect } from "playwright/test";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A command of the project that serves the site, as an operator starts it, from start to stop. */
export class RunningSite {
  #process: ChildProcess;
  #output = "";

  private constructor(process: ChildProcess) {
    this.#process = process;
    process.stdout?.on("data", (chunk) => this.#hear(chunk));
    process.stderr?.on("data", (chunk) => this.#hear(chunk));
  }

  /** Runs `npm run COMMAND` and waits until the site answers. */
  static async start(
    command: "start" | "dev",
    { contentDirectory, port }: { contentDirectory: string; port: number },
  ): Promise<RunningSite> {
    const url = `http://localhost:${port}`;
    const child = spawn("npm", ["run", command], {
      cwd: root,
      env: { ...process.env, CONTENT_DIR: contentDirectory, PORT: String(port), SITE_URL: url },
      // A group of its own, so that all that it starts can be stopped.
      detached: true,
    });
    const site = new RunningSite(child);
    await expect.poll(() => site.#answers(url), { timeout: 180_000, intervals: [250] }).toBe(true);
    return site;
  }

  /** What the command has printed so far. */
  get output(): string {
    return this.#output;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.pid === undefined) return;
    const exited = once(this.#process, "exit");
    process.kill(-this.#process.pid, "SIGTERM");
    await exited;
  }

  async #answers(url: string): Promise<boolean> {
    if (this.#process.exitCode !== null) {
      throw new Error(`the command ended with ${this.#process.exitCode}:\n${this.#output}`);
    }
    // Until the server listens, the connection is refused.
    return fetch(url).then(
      (response) => response.ok,
      () => false,
    );
  }

  #hear(chunk: Buffer): void {
    this.#output += chunk.toString();
  }
}
