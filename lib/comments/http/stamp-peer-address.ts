import { peerAddressHeader } from "@/lib/comments/http/client-address";
import { onRequest } from "@/lib/http/exchanges";

/**
 * Writes the address at the other end of the connection into each request, over whatever stands there. Next.js has no other
 * way to it: its `x-forwarded-for` is the client's own word where the client sends one.
 */
export function stampPeerAddress(): void {
  onRequest(({ request }) => {
    request.headers[peerAddressHeader] = request.socket.remoteAddress ?? "";
  });
}
