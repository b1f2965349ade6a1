import type { ServerResponse } from "node:http";

/**
 * Lets an answer lead to one place. Next.js says where a page has moved as it renders it, and once more as it sends what it
 * has rendered; clients that join the two find nothing there. A server of one's own sends its answers itself.
 */
export function keepOneLocation(response: ServerResponse): void {
  const append = response.appendHeader;
  response.appendHeader = (name, value) =>
    /^location$/i.test(name)
      ? response.setHeader(name, Array.isArray(value) ? (value.at(-1) ?? "") : value)
      : append.call(response, name, value);
}
