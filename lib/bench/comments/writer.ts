import { once } from "node:events";
import { Agent, request } from "node:http";
import { z } from "zod";
import { commentsApiUrl } from "@/lib/urls";

/** What a reader hands in; the same key for every try. */
export interface BenchComment {
  post: string;
  name: string;
  text: string;
  key: string;
}

export interface Posted {
  id: string;
  /** From the request to the last byte of the answer. */
  ms: number;
}

const accepted = z.object({ ok: z.literal(true), id: z.string() });

/** One reader with a connection of their own. */
export class Writer {
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /**
   * @returns what was acknowledged; nothing where the server was gone before it answered
   * @throws Error where it refuses
   */
  async post(origin: string, comment: BenchComment): Promise<Posted | undefined> {
    const started = performance.now();
    let status = 0;
    let text = "";
    try {
      const sent = request(origin + commentsApiUrl, {
        agent: this.#agent,
        method: "POST",
        headers: { accept: "application/json", "content-type": "application/json" },
      });
      sent.end(JSON.stringify(comment));
      const [response] = await once(sent, "response");
      status = response.statusCode;
      for await (const chunk of response) text += chunk;
    } catch (thrown) {
      if (isLostConnection(thrown)) return undefined;
      throw thrown;
    }
    const ms = performance.now() - started;
    const parsed = accepted.safeParse(JSON.parse(text));
    if (!parsed.success) throw new Error(`a comment was answered with ${status}: ${text}`);
    return { id: parsed.data.id, ms };
  }

  close(): void {
    this.#agent.destroy();
  }
}

const lost = new Set(["ECONNRESET", "ECONNREFUSED", "EPIPE", "ECONNABORTED"]);

const isLostConnection = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && lost.has(String(thrown.code));
