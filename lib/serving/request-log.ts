import type { IncomingMessage, ServerResponse } from "node:http";
import { createAllowance, type Fields, type Level } from "@/lib/log";

/** From here on an answer counts as slow, in milliseconds. */
const slow = 2000;

/** Lines a minute at the most: a broken site under load must not fill the disk with the same line. */
const linesPerMinute = 120;

/** Logs requests that took long or failed, of those that are watched; for whoever asks for it (`LOG_LEVEL=debug`), others too. */
export class RequestLog {
  readonly #log: (level: Level, event: string, fields: Fields) => void;
  readonly #now: () => number;
  readonly #allow: () => boolean;

  constructor(
    log: (level: Level, event: string, fields: Fields) => void,
    now: () => number = () => performance.now(),
  ) {
    this.#log = log;
    this.#now = now;
    this.#allow = createAllowance(linesPerMinute, now);
  }

  watch(request: IncomingMessage, response: ServerResponse): void {
    const began = this.#now();
    response.once("finish", () => {
      const ms = Math.round(this.#now() - began);
      const failed = response.statusCode >= 500;
      const { method, url } = request;
      const fields = { method, url, status: response.statusCode, ms };
      if (!failed && ms < slow) this.#log("debug", "request", fields);
      else if (this.#allow()) {
        this.#log(failed ? "error" : "warn", failed ? "request failed" : "slow request", fields);
      }
    });
  }
}
