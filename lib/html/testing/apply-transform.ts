import { toHtml } from "hast-util-to-html";
import { parseHtml } from "@/lib/html/parse-html";
import type { Transform } from "@/lib/html/transforms";
import type { BodyContext } from "@/lib/html/tree/body-context";

/** What one transform alone makes of a piece of HTML. */
export function applyTransform(
  transform: Transform,
  html: string,
  context: Partial<BodyContext> = {},
): string {
  const body = parseHtml(html);
  transform(body, { title: "", publicDirectory: "/nonexistent", ownPages: [], ...context });
  return toHtml(body);
}
