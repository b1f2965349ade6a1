import type { RevalidationLog } from "@/lib/page-cache/page-store";
import { RedisConnection, type RedisListeners } from "@/lib/page-cache/redis-connection";
import { maxTags, type Revalidations, undelivered } from "@/lib/page-cache/revalidations";

/**
 * All revalidations stand in one sorted set, so that they can only be lost together: each tag with the position of its
 * last one, the position before which everything is stale, and the newest position.
 */
const floorMember = "floor";
const lastMember = "last";
const tagPrefix = "tag:";

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

/** ARGV: the newest position that is known. */
const catchUpScript = `${findOrCreate}
  return {
    redis.call('ZSCORE', KEYS[1], '${floorMember}'),
    redis.call('ZSCORE', KEYS[1], '${lastMember}'),
    redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. ARGV[1], '+inf', 'WITHSCORES'),
  }`;

/** How often Redis is asked for news beside being told of them, in milliseconds. */
const interval = 500;

export interface RedisLogListeners extends Pick<RedisListeners, "onLost" | "onRefused"> {
  /** Connected, for the first time or again. */
  onRestored: () => void;
}

/**
 * Shares revalidations between servers through Redis. Each learns of the others' by a message, and asks for what it
 * missed whenever it connects and twice a second. While Redis can't be reached, what is revalidated here waits.
 */
export class RedisLog implements RevalidationLog {
  readonly #connection: RedisConnection;
  readonly #revalidations: Revalidations;
  readonly #keys: [set: string, channel: string];
  readonly #timer: NodeJS.Timeout;
  readonly #pending = new Set<string>();
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
      onReady: () => {
        onRestored();
        this.#exchangeSoon();
      },
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

  async record(tags: readonly string[]): Promise<void> {
    this.#revalidations.learn(tags, undelivered);
    for (const tag of tags) this.#pending.add(tag);
    if (this.#pending.size > maxTags) {
      this.#pending.clear();
      this.#everythingPending = true;
    }
    await this.#exchangeSoon();
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

  async #send(): Promise<void> {
    const tags = [...this.#pending];
    const everything = this.#everythingPending;
    if (tags.length === 0 && !everything) return;
    const before = this.#revalidations.mark();
    this.#pending.clear();
    this.#everythingPending = false;
    const answer = await this.#connection.ask((client) =>
      client.eval(recordScript, {
        keys: this.#keys,
        arguments: [String(maxTags), everything ? "1" : "0", ...tags.map((tag) => tagPrefix + tag)],
      }),
    );
    if (answer.reached) {
      this.#revalidations.deliver(tags, Number(answer.value), before);
      return;
    }
    // It may have arrived although no answer did: sent twice, it does no harm.
    for (const tag of tags) this.#pending.add(tag);
    this.#everythingPending ||= everything;
  }

  async #receive(): Promise<void> {
    const answer = await this.#connection.ask((client) =>
      client.eval(catchUpScript, { keys: [this.#keys[0]], arguments: [String(this.#read)] }),
    );
    if (!answer.reached || !Array.isArray(answer.value)) return;
    const [floor, last, entries] = answer.value;
    if (!Array.isArray(entries)) return;
    this.#revalidations.raiseFloor(Number(floor));
    for (let index = 0; index + 1 < entries.length; index += 2) {
      const member = String(entries[index]);
      if (!member.startsWith(tagPrefix)) continue;
      this.#revalidations.hear(member.slice(tagPrefix.length), Number(entries[index + 1]));
    }
    this.#revalidations.reach(Number(last));
    this.#read = Number(last);
  }
}
