import type { IncomingMessage } from "node:http";
import { peerAddressHeader } from "@/lib/comments/http/client-address";

/**
 * Writes the address at the other end of the connection into a request, over whatever stands there. Next.js has no other way
 * to it: its `x-forwarded-for` is the client's own word where the client sends one.
 */
export function stampPeerAddress(request: IncomingMessage): void {
  request.headers[peerAddressHeader] = request.socket.remoteAddress ?? "";
}
