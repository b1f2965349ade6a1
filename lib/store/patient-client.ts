import { setTimeout } from "node:timers/promises";
import type { Client } from "@libsql/client";

/** How long a reader waits for a writer's commit, in milliseconds; the longest takes the compacting of a large store. */
const longestWait = 20_000;

/** The first pause before another try, and the longest, in milliseconds. */
const pauses = { first: 2, longest: 50 };

/**
 * A client that waits for a locked file without keeping the process from anything else. Given a timeout, the driver waits
 * inside of SQLite, and the whole server with it.
 * @param client without a timeout of its own
 */
export function waitPatiently(client: Client): Client {
  return new Proxy(client, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (name !== "execute" && name !== "batch") return value.bind(target);
      return (...args: unknown[]) => retryWhileBusy(() => Reflect.apply(value, target, args));
    },
  });
}

async function retryWhileBusy<Result>(ask: () => Promise<Result>): Promise<Result> {
  const deadline = performance.now() + longestWait;
  for (let pause = pauses.first; ; pause = Math.min(2 * pause, pauses.longest)) {
    try {
      return await ask();
    } catch (thrown) {
      if (!isBusy(thrown) || performance.now() > deadline) throw thrown;
    }
    await setTimeout(pause);
  }
}

/** Another connection holds the lock; nothing of what was asked for has been done. */
const isBusy = (thrown: unknown): boolean =>
  thrown instanceof Error &&
  "code" in thrown &&
  typeof thrown.code === "string" &&
  /^SQLITE_(?:BUSY|LOCKED)/.test(thrown.code);
