import { findDialect } from "@/lib/html/dialects/dialects";
import type { BodyContext } from "@/lib/html/tree/body-context";
import type { Body } from "@/lib/html/tree/tree";

/** What only the post's own source needs; nothing for a post without `from` or of an unknown site. */
export function applyDialect(body: Body, context: BodyContext): void {
  findDialect(context.from)?.transform(body, context);
}
