import type { Server, ServerResponse } from "node:http";
import type { Fields, Level } from "@/lib/log";

/** How long requests under way may take to finish, in milliseconds; service managers kill after 10 seconds and more. */
const deadline = 8000;

interface GracefulEndOptions {
  server: Server;
  log: (level: Level, event: string, fields?: Fields) => void;
  /** Closes what is open, while requests are still being answered. */
  close(): Promise<void>;
  /** Ends the process. */
  exit(code: number): void;
}

/**
 * Ends in good order when the server is told to stop: it takes no new connections and finishes requests, each the last one of
 * its connection; meanwhile what is open is closed. A reader on a slow line doesn't hold it up for ever. The exit code is 0:
 * to be stopped is no failure.
 */
export class GracefulEnd {
  readonly #options: GracefulEndOptions;
  readonly #open = new Set<ServerResponse>();
  #isStopping = false;

  constructor(options: GracefulEndOptions) {
    this.#options = options;
    options.server.prependListener("request", (_, response: ServerResponse) => {
      if (this.#isStopping) response.shouldKeepAlive = false;
    });
    for (const signal of ["SIGTERM", "SIGINT"] as const)
      process.on(signal, () => this.#stop(signal));
  }

  /** Takes note of an answer that takes its time. */
  watch(response: ServerResponse): void {
    this.#open.add(response);
    response.once("close", () => this.#open.delete(response));
  }

  #stop(signal: string): void {
    if (this.#isStopping) return;
    this.#isStopping = true;
    const { server, log, close, exit } = this.#options;
    // A proxy would go on asking on connections that it keeps, until they are cut off.
    for (const response of this.#open) if (!response.headersSent) response.shouldKeepAlive = false;
    log("info", "stopping", { signal });
    setTimeout(() => {
      log("warn", "requests were cut off", { afterMs: deadline });
      exit(0);
    }, deadline).unref();
    const finished = new Promise((resolve) => server.close(resolve));
    const closed = close().catch((error: unknown) =>
      log("warn", "could not close", { message: String(error) }),
    );
    void Promise.all([finished, closed]).then(() => exit(0));
  }
}
