import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect } from "playwright/test";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A command of the project that serves the site, as an operator starts it, from start to stop. */
export class RunningSite {
  #process: ChildProcess;
  #url: string;
  #output = "";

  private constructor(process: ChildProcess, url: string) {
    this.#process = process;
    this.#url = url;
    process.stdout?.on("data", (chunk) => this.#hear(chunk));
    process.stderr?.on("data", (chunk) => this.#hear(chunk));
  }

  /** Runs `npm run COMMAND` and waits until the site answers. */
  static async start(
    command: "start" | "dev",
    {
      contentDirectory,
      port,
      environment = {},
    }: { contentDirectory: string; port: number; environment?: Record<string, string> },
  ): Promise<RunningSite> {
    const url = `http://localhost:${port}`;
    const child = spawn("npm", ["run", command], {
      cwd: root,
      // Never the store that the operator of this machine has set.
      env: {
        ...process.env,
        CONTENT_DIR: contentDirectory,
        CONTENT_DATABASE_URL: "",
        COMMENTS_DATABASE_URL: "file:.masthead/comments-e2e.db",
        PORT: String(port),
        SITE_URL: url,
        REVALIDATE_SECRET: "",
        ...environment,
      },
    });
    const site = new RunningSite(child, url);
    await expect.poll(() => site.#answers(), { timeout: 180_000, intervals: [250] }).toBe(true);
    return site;
  }

  /** What the command has printed so far. */
  get output(): string {
    return this.#output;
  }

  /** Stops npm, as a service manager does, and waits until nothing answers any more. */
  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const exited = once(this.#process, "exit");
      this.#process.kill("SIGTERM");
      await exited;
    }
    await expect.poll(() => answers(this.#url), { timeout: 15_000 }).toBe(false);
  }

  async #answers(): Promise<boolean> {
    if (this.#process.exitCode !== null) {
      throw new Error(`the command ended with ${this.#process.exitCode}:\n${this.#output}`);
    }
    return answers(this.#url);
  }

  #hear(chunk: Buffer): void {
    this.#output += chunk.toString();
  }
}

/** A connection that is refused is an answer too: there is no site. */
const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );
