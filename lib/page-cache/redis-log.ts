import type { RevalidationLog } from "@/lib/page-cache/page-store";
import { RedisConnection, type RedisListeners } from "@/lib/page-cache/redis-connection";
import { maxTags, type Revalidations, undelivered } from "@/lib/page-cache/revalidations";

/**
 * All revalidations stand in one sorted set, so that they can only be lost together: each tag with the position of its
 * last one and of the last one that took something away, the position before which everything is stale, and the newest
 * position.
 */
const floorMember = "floor";
const lastMember = "last";
const tagPrefix = "tag:";
/** Of one position it comes before the tag itself, since Redis sorts by name then. */
const withdrawnPrefix = "gone:";

/** What a set that isn't there means: all that is cached is from before it, and stale. */
const findOrCreate = `
  local time = redis.call('TIME')
  local now = time[1] * 1000000 + time[2]
  local last = redis.call('ZSCORE', KEYS[1], '${lastMember}')
  if not last then
    redis.call('ZADD', KEYS[1], string.format('%.0f', now), '${floorMember}')
    redis.call('ZADD', KEYS[1], string.format('%.0f', now), '${lastMember}')
    last = now
  end`;

/** ARGV: number of tags to keep, '1' where everything is stale, then tags. */
const recordScript = `${findOrCreate}
  local position = string.format('%.0f', math.max(tonumber(last) + 1, now))
  for index = 3, #ARGV do redis.call('ZADD', KEYS[1], position, ARGV[index]) end
  redis.call('ZADD', KEYS[1], position, '${lastMember}')
  if ARGV[2] == '1' then redis.call('ZADD', KEYS[1], position, '${floorMember}') end
  local surplus = redis.call('ZCARD', KEYS[1]) - tonumber(ARGV[1])
  if surplus > 0 then
    local oldest = redis.call('ZRANGE', KEYS[1], 0, surplus - 1, 'WITHSCORES')
    local floor = redis.call('ZSCORE', KEYS[1], '${floorMember}')
    if tonumber(oldest[#oldest]) > tonumber(floor) then floor = oldest[#oldest] end
    redis.call('ZREMRANGEBYRANK', KEYS[1], 0, surplus - 1)
    redis.call('ZADD', KEYS[1], floor, '${floorMember}')
  end
  redis.call('PUBLISH', KEYS[2], position)
  return position`;

/** ARGV: the newest position that is known, and how many entries are wanted; those next to it. */
const catchUpScript = `${findOrCreate}
  if tonumber(ARGV[1]) > tonumber(last) then
    -- It has been restored from before, or is another one whose clock is behind: what was said meanwhile is lost to it.
    last = string.format('%.0f', tonumber(ARGV[1]) + 1)
    redis.call('ZADD', KEYS[1], last, '${floorMember}')
    redis.call('ZADD', KEYS[1], last, '${lastMember}')
  end
  return {
    redis.call('ZSCORE', KEYS[1], '${floorMember}'),
    redis.call('ZSCORE', KEYS[1], '${lastMember}'),
    redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. ARGV[1], '+inf', 'WITHSCORES', 'LIMIT', 0, ARGV[2]),
  }`;

/** Tags of one command: Redis does nothing else meanwhile, and its answer is not waited for long. */
const tagsAtOnce = 1000;

/** Entries that are asked for at once; those of one position, two for a tag at most, come together and are fewer. */
const entriesAtOnce = 5 * tagsAtOnce;

/** How often Redis is asked for news beside being told of them, in milliseconds. */
const interval = 500;

type RedisLogListeners = Pick<RedisListeners, "onLost" | "onRefused" | "onRestored">;

/**
 * Shares revalidations between servers through Redis. Each learns of the others' by a message, and asks for what it
 * missed whenever it connects and twice a second. While Redis can't be reached, what is revalidated here waits.
 */
export class RedisLog implements RevalidationLog {
  readonly #connection: RedisConnection;
  readonly #revalidations: Revalidations;
  readonly #keys: [set: string, channel: string];
  readonly #timer: NodeJS.Timeout;
  /** Tags that Redis hasn't been told of, and whether something may have been taken away. */
  readonly #pending = new Map<string, boolean>();
  #everythingPending = false;
  /** Up to where Redis has been read; positions that it has given are read back too. */
  #read = -1;
  #exchange: Promise<void> | undefined;
  #isAskedAgain = false;

  /**
   * @param name distinguishes sites that share a Redis
   */
  constructor(
    url: string,
    name: string,
    revalidations: Revalidations,
    { onLost, onRestored, onRefused }: RedisLogListeners,
  ) {
    this.#revalidations = revalidations;
    // In braces: one slot of a cluster, since scripts use both.
    this.#keys = [`{${name}}:revalidations`, `{${name}}:news`];
    this.#connection = new RedisConnection(url, this.#keys[1], {
      onReady: () => this.#exchangeSoon(),
      onRestored,
      onMessage: () => this.#exchangeSoon(),
      onLost,
      onRefused,
    });
    this.#timer = setInterval(() => this.#exchangeSoon(), interval);
    this.#timer.unref();
  }

  /** For what is kept in the same Redis. */
  get connection(): RedisConnection {
    return this.#connection;
  }

  async record(tags: readonly string[], withdraws = true): Promise<boolean> {
    this.#revalidations.learn(tags, undelivered, withdraws);
    for (const tag of tags) this.#wait(tag, withdraws);
    if (this.#pending.size > maxTags) {
      this.#pending.clear();
      this.#everythingPending = true;
    }
    await this.#exchangeSoon();
    return !this.#everythingPending && !tags.some((tag) => this.#pending.has(tag));
  }

  #wait(tag: string, withdraws: boolean): void {
    this.#pending.set(tag, withdraws || this.#pending.get(tag) === true);
  }

  /** Fulfilled when what the others have revalidated so far is known here, or Redis can't be reached. */
  catchUp(): Promise<void> {
    return this.#exchangeSoon();
  }

  /** Servers come and go, and what was revalidated before this one came is judged by the build's time. */
  knowsAllSince(): boolean {
    return false;
  }

  noteCurrent(): void {}

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#exchangeSoon();
    this.#connection.close();
  }

  /** One exchange at a time; one that is asked for meanwhile follows. */
  #exchangeSoon(): Promise<void> {
    if (this.#exchange) {
      this.#isAskedAgain = true;
      return this.#exchange;
    }
    this.#exchange = (async () => {
      try {
        do {
          this.#isAskedAgain = false;
          await this.#send();
          await this.#receive();
        } while (this.#isAskedAgain);
      } finally {
        // At once: who asks from here on is not answered by an exchange that is over.
        this.#exchange = undefined;
      }
    })();
    return this.#exchange;
  }

  /** All that waits, a part at a time; what has not arrived waits on. */
  async #send(): Promise<void> {
    while (this.#pending.size > 0 || this.#everythingPending) {
      const tags = [...this.#pending].slice(0, tagsAtOnce);
      const everything = this.#everythingPending;
      const before = this.#revalidations.mark();
      for (const [tag] of tags) this.#pending.delete(tag);
      this.#everythingPending = false;
      const answer = await this.#connection.ask((client) =>
        client.eval(recordScript, {
          keys: this.#keys,
          arguments: [
            String(maxTags),
            everything ? "1" : "0",
            ...tags.flatMap(([tag, withdraws]) =>
              withdraws ? [withdrawnPrefix + tag, tagPrefix + tag] : [tagPrefix + tag],
            ),
          ],
        }),
      );
      if (!answer.reached) {
        // It may have arrived although no answer did: sent twice, it does no harm.
        for (const [tag, withdraws] of tags) this.#wait(tag, withdraws);
        this.#everythingPending ||= everything;
        return;
      }
      const names = tags.map(([tag]) => tag);
      this.#revalidations.deliver(names, Number(answer.value), before);
    }
  }

  async #receive(): Promise<void> {
    for (let isMore = true; isMore; ) {
      const answer = await this.#connection.ask((client) =>
        client.eval(catchUpScript, {
          keys: [this.#keys[0]],
          arguments: [String(this.#read), String(entriesAtOnce)],
        }),
      );
      if (!answer.reached || !Array.isArray(answer.value)) return;
      const [floor, last, entries] = answer.value;
      if (!Array.isArray(entries)) return;
      isMore = this.#learn(Number(floor), Number(last), entries);
    }
  }

  /** @returns whether there is more than these entries */
  #learn(floor: number, newest: number, entries: readonly unknown[]): boolean {
    this.#revalidations.raiseFloor(floor);
    const isMore = entries.length >= 2 * entriesAtOnce;
    // Others of the last position may be among those that are still to come.
    const end = isMore ? Number(entries.at(-1)) - 1 : newest;
    for (let index = 0; index + 1 < entries.length; index += 2) {
      const member = String(entries[index]);
      const position = Number(entries[index + 1]);
      if (position > end) continue;
      if (member.startsWith(withdrawnPrefix)) {
        this.#revalidations.hear(member.slice(withdrawnPrefix.length), position, true);
      } else if (member.startsWith(tagPrefix)) {
        this.#revalidations.hear(member.slice(tagPrefix.length), position, false);
      }
    }
    this.#revalidations.reach(end);
    this.#read = end;
    return isMore;
  }
}
