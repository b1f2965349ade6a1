import type { IncomingMessage } from "node:http";
import { roots } from "@/lib/urls";

/** What a request is refused for before anybody looks at it. */
interface Refusal {
  status: 400 | 405;
  /** Of a 405. */
  allow?: string;
}

/** Where forms and machines send something. */
const takingPosts = [roots.machines, roots.desk];

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
  if (method === "GET" || method === "HEAD") return undefined;
  const path = request.url;
  const mayPost = takingPosts.some((root) => path.startsWith(`${root}/`));
  if (mayPost && (method === "POST" || method === "OPTIONS")) return undefined;
  return { status: 405, allow: mayPost ? "GET, HEAD, OPTIONS, POST" : "GET, HEAD" };
}
