import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { processSlot } from "@/lib/process-state.mjs";

/** How often answers are looked at, in milliseconds: a page takes some ten of them to render. */
const interval = 5;

/**
 * Pages that were asked for and whose answer has not begun: they may be made from what the store held a moment ago.
 */
export class AnswersUnderWay {
  readonly #open = new Set<ServerResponse>();

  /** Takes note of a request that Next.js is asked. */
  watch(request: IncomingMessage, response: ServerResponse): void {
    if (!isForPage(request)) return;
    this.#open.add(response);
    response.once("close", () => this.#open.delete(response));
  }

  /**
   * Fulfilled when every answer that is under way now has begun, or taken too long.
   * @param longest milliseconds
   * @returns whether all have begun
   */
  async begun(longest: number): Promise<boolean> {
    const open = [...this.#open];
    const deadline = performance.now() + longest;
    while (open.some(isWaiting)) {
      if (performance.now() >= deadline) return false;
      await setTimeout(interval);
    }
    return true;
  }
}

/** Of a server of one's own. */
export const answersUnderWay = processSlot<AnswersUnderWay>("answersUnderWay");

const isWaiting = ({ headersSent, destroyed }: ServerResponse): boolean =>
  !headersSent && !destroyed;

/**
 * Files of the build are not made from content, and whoever says that content has changed waits for nobody's waiting; nor for
 * somebody who takes his time to send a form.
 */
const isForPage = ({ url = "", method }: IncomingMessage): boolean =>
  method !== "POST" && !/^\/(?:_next\/static|api)\//.test(url);
