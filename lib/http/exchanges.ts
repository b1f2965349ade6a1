import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

/** A request with its answer. */
interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

/**
 * Calls for each request, before anybody else sees it. Node tells of them on its diagnostics channels, so that nothing has
 * to stand between Next.js and its server.
 */
export const onRequest = (listen: (exchange: Exchange) => void): void =>
  hear("http.server.request.start", listen);

function hear(channel: string, listen: (exchange: Exchange) => void): void {
  subscribe(channel, (message) => {
    if (isExchange(message)) listen(message);
  });
}

/** The shape that Node.js documents for these channels. */
const isExchange = (message: unknown): message is Exchange =>
  typeof message === "object" && message !== null && "request" in message && "response" in message;
