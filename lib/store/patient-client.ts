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
      return (...args: unknown[]) =>
        retryWhileBusy(target, () => Reflect.apply(value, target, args));
    },
  });
}

async function retryWhileBusy<Result>(client: Client, ask: () => Promise<Result>): Promise<Result> {
  const deadline = performance.now() + longestWait;
  for (let pause = pauses.first; ; pause = Math.min(2 * pause, pauses.longest)) {
    try {
      return await ask();
    } catch (thrown) {
      if (!isBusy(thrown, client) || performance.now() > deadline) throw thrown;
      // The driver leaves the statement as it stopped until it is collected, and the connection, once it has read something
      // else, keeps its lock for as long: on a quiet site no writer could commit for minutes.
      if (!isCut(thrown)) await client.reconnect();
    }
    await setTimeout(pause);
  }
}

/**
 * Another connection holds the lock, or ours was cut by somebody here who found it so; nothing of what was asked for has
 * been done.
 */
const isBusy = (thrown: unknown, { closed }: Client): boolean =>
  /^SQLITE_(?:BUSY|LOCKED)/.test(codeOf(thrown)) || (isCut(thrown) && !closed);

const isCut = (thrown: unknown): boolean => codeOf(thrown) === "CLIENT_CLOSED";

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
