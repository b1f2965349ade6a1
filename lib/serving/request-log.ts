import { channel } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Fields, Level } from "@/lib/log";

/** From here on an answer counts as slow, in milliseconds. */
const slow = 2000;

/** Lines a minute at the most: a broken site under load must not fill the disk with the same line. */
const linesPerMinute = 120;

/**
 * Logs requests that took long or failed. Node tells of every request on its diagnostics channels, so that nothing has
 * to stand between Next.js and its server.
 */
export function logSlowAndFailedRequests(
  log: (level: Level, event: string, fields: Fields) => void,
  now: () => number = () => performance.now(),
): void {
  const started = new WeakMap<IncomingMessage, number>();
  const allow = createAllowance(linesPerMinute, now);
  channel("http.server.request.start").subscribe((message) => {
    if (isExchange(message)) started.set(message.request, now());
  });
  channel("http.server.response.finish").subscribe((message) => {
    if (!isExchange(message)) return;
    const { request, response } = message;
    const ms = Math.round(now() - (started.get(request) ?? now()));
    const failed = response.statusCode >= 500;
    if ((!failed && ms < slow) || !allow()) return;
    log(failed ? "error" : "warn", failed ? "request failed" : "slow request", {
      method: request.method,
      url: request.url,
      status: response.statusCode,
      ms,
    });
  });
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

const isExchange = (message: unknown): message is Exchange =>
  typeof message === "object" && message !== null && "request" in message && "response" in message;

/** Says yes so many times a minute. */
export function createAllowance(perMinute: number, now: () => number): () => boolean {
  let windowStart = now();
  let used = 0;
  return () => {
    if (now() - windowStart >= 60_000) {
      windowStart = now();
      used = 0;
    }
    used += 1;
    return used <= perMinute;
  };
}
