import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { peerAddressHeader } from "@/lib/comments/http/client-address";

/**
 * Writes the address at the other end of the connection into each request, over whatever stands there. Next.js has no other
 * way to it: its `x-forwarded-for` is the client's own word where the client sends one.
 */
export function stampPeerAddress(): void {
  subscribe("http.server.request.start", (message) => {
    if (!hasRequest(message)) return;
    message.request.headers[peerAddressHeader] = message.request.socket.remoteAddress ?? "";
  });
}

/** The shape that Node.js documents for this channel. */
const hasRequest = (message: unknown): message is { request: IncomingMessage } =>
  typeof message === "object" && message !== null && "request" in message;
