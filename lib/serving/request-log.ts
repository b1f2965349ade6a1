import type { IncomingMessage } from "node:http";
import { onAnswered, onRequest } from "@/lib/http/exchanges";
import { createAllowance, type Fields, type Level } from "@/lib/log";

/** From here on an answer counts as slow, in milliseconds. */
const slow = 2000;

/** Lines a minute at the most: a broken site under load must not fill the disk with the same line. */
const linesPerMinute = 120;

/** Logs requests that took long or failed; for whoever asks for it (`LOG_LEVEL=debug`), all others too. */
export function logRequests(
  log: (level: Level, event: string, fields: Fields) => void,
  now: () => number = () => performance.now(),
): void {
  const started = new WeakMap<IncomingMessage, number>();
  const allow = createAllowance(linesPerMinute, now);
  onRequest(({ request }) => started.set(request, now()));
  onAnswered(({ request, response }) => {
    const ms = Math.round(now() - (started.get(request) ?? now()));
    const failed = response.statusCode >= 500;
    const { method, url } = request;
    const fields = { method, url, status: response.statusCode, ms };
    if (!failed && ms < slow) log("debug", "request", fields);
    else if (allow()) {
      log(failed ? "error" : "warn", failed ? "request failed" : "slow request", fields);
    }
  });
}
