import { once } from "node:events";
import { Agent, request } from "node:http";

interface Timed {
  status: number;
  /** From the request to the last byte of the answer. */
  ms: number;
  /** Of the body as it was sent, compressed. */
  bytes: number;
}

/**
 * Asks one thing after the other over one connection that is kept: what is measured is the server's time. Answers come
 * compressed, as browsers get them, and are not unpacked.
 */
export class TimedClient {
  #origin: string;
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /** @param origin `http://host:port` */
  constructor(origin: string) {
    this.#origin = origin;
  }

  async get(path: string): Promise<Timed> {
    const started = performance.now();
    const sent = request(this.#origin + path, {
      agent: this.#agent,
      headers: { accept: "text/html", "accept-encoding": "gzip" },
    });
    sent.end();
    const [response] = await once(sent, "response");
    let bytes = 0;
    for await (const chunk of response) bytes += chunk.length;
    return { status: response.statusCode, ms: performance.now() - started, bytes };
  }

  close(): void {
    this.#agent.destroy();
  }
}
