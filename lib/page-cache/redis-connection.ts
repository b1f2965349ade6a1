import { createClient, ErrorReply, RESP_TYPES } from "@redis/client";
import { counters } from "@/lib/metrics/counters";

/** How long a page waits for Redis, in milliseconds, before it is rendered instead. */
const patience = 300;

/** How long Redis is left alone after it didn't answer in time, in milliseconds. */
const rest = 1000;

/** The first pause before another try to connect, and the longest, in milliseconds. */
const pauses = { first: 50, longest: 1000 };

/** A silent connection is asked for a sign of life, and given up where there is none: a cut cable says nothing. */
const pingInterval = 1000;
const socketTimeout = 4000;

/** Nothing where Redis couldn't be reached: that is expected, and the site goes on without it. */
type Answer<Value> = { reached: true; value: Value } | { reached: false };

type Client = ReturnType<typeof createBareClient>;

/** @param pause how long to wait before the next try to connect, in milliseconds */
const createBareClient = (url: string, pause: () => number) =>
  createClient({
    url,
    // Version 2 is spoken by every Redis, Valkey and proxy.
    RESP: 2,
    // A command that can't be sent fails at once; there is always another way.
    disableOfflineQueue: true,
    pingInterval,
    socket: {
      connectTimeout: 2000,
      socketTimeout,
      reconnectStrategy: pause,
    },
    commandOptions: { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } },
  });

export interface RedisListeners {
  /** There is a connection, for the first time or again. */
  onReady: () => void;
  /** Redis does what it is asked for, for the first time or again. */
  onRestored: () => void;
  /** Another server has published something on the channel. */
  onMessage: () => void;
  /** The connection is lost; it is being restored. Told once for each time. */
  onLost: (error: unknown) => void;
  /** Redis answers that it won't do what it is asked: it is full, say, or a replica. Told each time. */
  onRefused: (error: unknown) => void;
}

/** The one door to Redis: a connection for commands and one that listens, both restored by themselves. */
export class RedisConnection {
  readonly #commands: Client;
  readonly #subscriber: Client;
  readonly #opening: Promise<void>;
  readonly #onRefused: (error: unknown) => void;
  readonly #onRestored: () => void;
  #restUntil = 0;
  /** Nothing is known yet at the beginning. */
  #state: "unknown" | "lost" | "working" = "unknown";
  /** Tries to connect since Redis last did what it was asked for: to take a connection and drop it, or refuse all, is none. */
  #vainTries = 0;

  constructor(
    url: string,
    channel: string,
    { onReady, onRestored, onMessage, onLost, onRefused }: RedisListeners,
  ) {
    this.#onRefused = onRefused;
    this.#onRestored = onRestored;
    const pause = () => {
      this.#vainTries += 1;
      return Math.min(pauses.first * 2 ** Math.min(this.#vainTries, 10), pauses.longest);
    };
    this.#commands = createBareClient(url, pause);
    this.#subscriber = createBareClient(url, pause);
    const lose = (error: unknown) => {
      if (this.#state === "lost") return;
      this.#state = "lost";
      onLost(error);
    };
    this.#commands.on("error", lose).on("ready", () => {
      this.#restUntil = 0;
      onReady();
    });
    // Once it has succeeded the client does it by itself, and does nothing here: the listener is the same.
    const subscribe = () => this.#subscriber.subscribe(channel, onMessage).catch(lose);
    this.#subscriber.on("error", lose).on("ready", subscribe);
    const subscribing = this.#subscriber.connect().then(subscribe).catch(lose);
    const connecting = this.#commands.connect().catch(lose);
    this.#opening = Promise.all([connecting, subscribing]).then(() => undefined);
  }

  /** Fulfilled when both connections stand for the first time. */
  get opened(): Promise<void> {
    return this.#opening;
  }

  /** Whether a command would be sent now. */
  get isReady(): boolean {
    return this.#commands.isReady && performance.now() >= this.#restUntil;
  }

  /** Whether Redis does no longer what it is asked for, as far as was seen. */
  get isLost(): boolean {
    return this.#state === "lost";
  }

  /** Runs a command; gives up where Redis doesn't answer in time. */
  async ask<Value>(command: (client: Client) => Promise<Value>): Promise<Answer<Value>> {
    if (!this.isReady) return { reached: false };
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Answer<Value>>((resolve) => {
      timer = setTimeout(() => {
        this.#restUntil = performance.now() + rest;
        counters().redisFailures += 1;
        resolve({ reached: false });
      }, patience);
    });
    const answer = command(this.#commands).then(
      (value): Answer<Value> => {
        this.#vainTries = 0;
        if (this.#state !== "working") {
          this.#state = "working";
          this.#onRestored();
        }
        return { reached: true, value };
      },
      // A lost connection, or a Redis that is loading or full: the next attempt is soon enough.
      (thrown: unknown): Answer<Value> => {
        counters().redisFailures += 1;
        if (thrown instanceof ErrorReply) this.#onRefused(thrown);
        return { reached: false };
      },
    );
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    for (const client of [this.#commands, this.#subscriber]) if (client.isOpen) client.destroy();
  }
}
