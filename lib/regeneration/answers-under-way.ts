import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { onRequest } from "@/lib/http-exchanges";

/** How often answers are looked at, in milliseconds: a page takes some ten of them to render. */
const interval = 5;

/** A page that takes longer is not waited for, in milliseconds. */
const longestWait = 3000;

/**
 * Pages that were asked for and whose answer has not begun: they may be made from what the store held a moment ago.
 */
export class AnswersUnderWay {
  readonly #open = new Set<ServerResponse>();

  constructor() {
    onRequest(({ request, response }) => {
      if (!isForPage(request)) return;
      this.#open.add(response);
      response.once("close", () => this.#open.delete(response));
    });
  }

  /** Fulfilled when every answer that is under way now has begun, or taken too long. */
  async begun(): Promise<void> {
    const open = [...this.#open];
    const deadline = performance.now() + longestWait;
    while (open.some(isWaiting) && performance.now() < deadline) await setTimeout(interval);
  }
}

const isWaiting = ({ headersSent, destroyed }: ServerResponse): boolean =>
  !headersSent && !destroyed;

/** Files of the build are not made from content, and whoever says that content has changed waits for nobody's waiting. */
const isForPage = ({ method, url = "" }: IncomingMessage): boolean =>
  (method === "GET" || method === "HEAD") && !/^\/(?:_next\/static|api)\//.test(url);
