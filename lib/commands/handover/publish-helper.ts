import type { Socket } from "node:net";
import { createInterface } from "node:readline";
import { doJob } from "@/lib/commands/handover/do-job";
import { type Frame, type Job, parseJob, toLine } from "@/lib/commands/handover/frames";
import { createCodeCheck, judgeJob, type Self } from "@/lib/commands/handover/judge-job";
import { KnownFolder } from "@/lib/commands/handover/known-folder";
import type { Environment } from "@/lib/environment";

/** Ends when nobody has asked for so long, in milliseconds. */
const patience = 10 * 60_000;

/** So long it waits for somebody who has come with its start, before it looks at the folder, in milliseconds. */
const firstMoment = 100;

/** A run of more files leaves memory behind that nobody needs. */
const mostCompiled = 500;

/** Memory of the whole process, in bytes. */
const mostMemory = 512 * 1024 * 1024;

/** What a run of another process says, too. */
const waitingLine = "content: another run is under way; waiting for its end\n";

/** Does jobs, one at a time, until nobody has asked for long. */
export class PublishHelper {
  readonly #self: Self;
  readonly #isOwnCode: () => boolean;
  readonly #folder = new KnownFolder();
  readonly #idle: NodeJS.Timeout;
  #last: Promise<void> = Promise.resolve();
  #jobs = 0;

  constructor(self: Self) {
    this.#self = self;
    this.#isOwnCode = createCodeCheck(self);
    this.#idle = setTimeout(() => this.end(), patience);
    setTimeout(() => this.#learn(), firstMoment);
  }

  /** Takes a command that has come. */
  take(socket: Socket): void {
    socket.on("error", () => socket.destroy());
    const lines = createInterface({ input: socket });
    // It tells of them once more.
    lines.on("error", () => socket.destroy());
    lines.once("line", (line) => this.#answer(line, socket));
  }

  /** Takes nothing any more, and ends when what is under way is done. */
  end(): void {
    void this.#last.then(() => process.exit());
  }

  #answer(line: string, socket: Socket): void {
    const send = (frame: Frame) => socket.destroyed || socket.write(toLine(frame));
    const job = parseJob(line);
    const judged = job ? this.#judge(job) : { refused: "no job" };
    if (!job || "refused" in judged) {
      if ("refused" in judged) send({ refused: judged.refused });
      socket.end();
      if ("isOutdated" in judged) this.end();
      return;
    }
    send({ accepted: true });
    if (this.#jobs > 0 && !job.args.includes("--json")) send({ out: waitingLine });
    this.#jobs += 1;
    this.#enqueue(async () => {
      const compiled = await this.#work(job, judged.environment, socket, send);
      this.#jobs -= 1;
      this.#rest(compiled);
    });
  }

  #judge(job: Job): ReturnType<typeof judgeJob> {
    try {
      return judgeJob(job, this.#self, this.#isOwnCode);
    } catch (thrown) {
      // The command finds the same, and says it to whoever has called it.
      return { refused: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  }

  async #work(
    job: Job,
    environment: Environment,
    socket: Socket,
    send: (frame: Frame) => void,
  ): Promise<number> {
    if (socket.destroyed) return 0;
    // Whoever stops a command stops its work: what is done stays, and the next run goes on from there.
    const stop = () => process.exit(130);
    socket.on("close", stop);
    const compiled = await doJob(job, environment, this.#folder, send);
    socket.off("close", stop);
    await new Promise<void>((resolve) => socket.once("close", () => resolve()).end(resolve));
    return compiled;
  }

  /** Between two jobs. */
  #rest(compiled: number): void {
    this.#idle.refresh();
    if (compiled > mostCompiled || process.memoryUsage.rss() > mostMemory) this.end();
    else if (this.#jobs === 0 && !this.#folder.isKnown) this.#learn();
  }

  #learn(): void {
    this.#enqueue(async () => {
      if (this.#jobs > 0 || this.#folder.isKnown) return;
      // A folder or a store that can't be read: whoever publishes hears of it.
      await this.#folder.learn().catch(() => undefined);
    });
  }

  #enqueue(work: () => Promise<void>): void {
    this.#last = this.#last.then(work);
  }
}
