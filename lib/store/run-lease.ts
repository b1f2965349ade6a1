import { randomUUID } from "node:crypto";
import { readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import type { Client } from "@libsql/client";
import { z } from "zod";
import { isProcessAlive } from "@/lib/is-process-alive";

/**
 * Runs that bring content in take turns, whoever starts them: two at once would compile the same files, the slower one
 * could bring back what the faster one had replaced, and one could settle what the other is still writing. The turn is a
 * row of the store, so that it holds between servers too; it ends by itself where its holder was killed.
 */

/** How long a holder that isn't heard of is believed to be alive, in seconds, by the clock of the store. */
const leaseSeconds = 30;

/** How often a holder is heard of, in milliseconds; a large file may keep it busy for some seconds. */
const renewal = 5000;

/** How often the others ask whether it is their turn, in milliseconds. */
const patience = 100;

const holderFormat = z.object({ owner: z.string(), place: z.string(), pid: z.int() });

type Holder = z.infer<typeof holderFormat>;

/** This process was away for so long, suspended or cut off, that another run has taken its turn. */
export class LeaseLostError extends Error {
  override name = "LeaseLostError";
}

export class RunLease {
  #client: Client;
  readonly #owner: string;
  readonly #timer: NodeJS.Timeout;
  #renewing: Promise<unknown> = Promise.resolve();
  #isLost = false;

  constructor(client: Client, owner: string) {
    this.#client = client;
    this.#owner = owner;
    this.#timer = setInterval(() => this.#renew(), renewal);
    this.#timer.unref();
  }

  /** To be called before anything is written. @throws LeaseLostError */
  check(): void {
    if (this.#isLost) {
      throw new LeaseLostError(
        "another run has taken over, because this one was not heard of for half a minute; what it had written is in the store",
      );
    }
  }

  /** The store has got another name, which only another client knows. */
  moveTo(client: Client): void {
    this.#client = client;
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    await this.#renewing;
    await this.#client.execute({
      sql: "DELETE FROM meta WHERE name = 'run' AND value ->> 'owner' = ?",
      args: [this.#owner],
    });
  }

  #renew(): void {
    this.#renewing = this.#client
      .execute({
        sql: `UPDATE meta SET value = json_set(value, '$.until', unixepoch() + ${leaseSeconds})
          WHERE name = 'run' AND value ->> 'owner' = ?`,
        args: [this.#owner],
      })
      .then(
        ({ rowsAffected }) => {
          this.#isLost = rowsAffected === 0;
        },
        // A store that can't be reached: whatever is written next fails with the reason.
        () => undefined,
      );
  }
}

/** Does something while no other run does; waits for its turn. @param onWait called once, where it must wait */
export async function withRunLease<Result>(
  client: Client,
  work: (lease: RunLease) => Promise<Result>,
  onWait?: () => void,
): Promise<Result> {
  let lease = await tryRunLease(client);
  if (!lease) onWait?.();
  while (!lease) {
    await setTimeout(patience);
    lease = await tryRunLease(client);
  }
  let result: Result;
  try {
    result = await work(lease);
  } catch (thrown) {
    // What went wrong first is what somebody must hear of; a turn that can't be given back ends by itself.
    await lease.release().catch(() => undefined);
    throw thrown;
  }
  await lease.release();
  return result;
}

/** Nothing while another run is under way. */
export async function tryRunLease(client: Client): Promise<RunLease | undefined> {
  const owner = randomUUID();
  if (await take(client, owner)) return new RunLease(client, owner);
  const holder = await findHolder(client);
  if (!holder || isAlive(holder)) return undefined;
  return (await take(client, owner, holder.owner)) ? new RunLease(client, owner) : undefined;
}

/** @param dead owner whose turn is over, whatever its row says */
async function take(client: Client, owner: string, dead = ""): Promise<boolean> {
  const { rowsAffected } = await client.execute({
    sql: `INSERT INTO meta VALUES
        ('run', json_object('owner', ?, 'place', ?, 'pid', ?, 'until', unixepoch() + ${leaseSeconds}))
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
        WHERE CAST(value ->> 'until' AS INTEGER) < unixepoch() OR value ->> 'owner' = ?`,
    args: [owner, findPlace(), process.pid, dead],
  });
  return rowsAffected === 1;
}

async function findHolder(client: Client): Promise<Holder | undefined> {
  const { rows } = await client.execute("SELECT value FROM meta WHERE name = 'run'");
  return rows[0] && holderFormat.safeParse(JSON.parse(String(rows[0].value))).data;
}

/** Where the number of a process means something: this machine, or this container. */
function findPlace(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    // Not Linux: there is one number space on the machine.
    return hostname();
  }
}

/** One of another machine is alive as long as its row says. */
const isAlive = ({ place, pid }: Holder): boolean => place !== findPlace() || isProcessAlive(pid);
