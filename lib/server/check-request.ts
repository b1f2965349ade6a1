import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { findAllowed } from "@/lib/server/endpoint-methods";
import { roots } from "@/lib/urls";

/** What a request is refused for before anybody looks at it. */
interface Refusal {
  status: 400 | 405;
  /** Of a 405. */
  allow?: string;
}

/** What is answered only by machines' and moderators' addresses; all else is asked for with `GET` alone. */
const guardedRoots = [roots.machines, roots.desk];

/** A client that asks as it would ask a proxy names the whole address. */
const absolute = /^https?:\/\/[^/?#]*(?=[/?#]|$)/i;

/**
 * Looks at method and address, and makes the address a path.
 * @returns undefined where the request may go on
 */
export function checkRequest(request: IncomingMessage): Refusal | undefined {
  const { method = "", url = "" } = request;
  if (absolute.test(url)) request.url = url.replace(absolute, "").replace(/^(?!\/)/, "/");
  if (!request.url?.startsWith("/")) return { status: 400 };
  const path = request.url;
  const isRead = method === "GET" || method === "HEAD";
  if (isRead && !guardedRoots.some((root) => path.startsWith(`${root}/`))) return undefined;
  const allowed = findAllowed(path);
  return allowed.includes(method) ? undefined : { status: 405, allow: allowed.join(", ") };
}

/** Node.js answers 400 to a method that it doesn't know, and nothing at all to `CONNECT`; others are heard by `checkRequest`. */
export function refuseOddMethods(server: Server): void {
  server.on("clientError", (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    const url = /^\S+ (\S+)/.exec(error.rawPacket?.toString("latin1") ?? "")?.[1] ?? "";
    const isMethod = error.code === "HPE_INVALID_METHOD" && url.startsWith("/");
    if (isMethod) endWith(socket, "405 Method Not Allowed", findAllowed(url));
    else endWith(socket, statuses[error.code ?? ""] ?? "400 Bad Request");
  });
  server.on("connect", (_, socket) => endWith(socket, "405 Method Not Allowed", ["GET", "HEAD"]));
}

/** As Node.js has them where nobody listens. */
const statuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

function endWith(socket: Duplex, status: string, allowed: readonly string[] = []): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const allow = allowed.length > 0 ? `Allow: ${allowed.join(", ")}\r\n` : "";
  socket.end(`HTTP/1.1 ${status}\r\n${allow}Content-Length: 0\r\nConnection: close\r\n\r\n`);
}
