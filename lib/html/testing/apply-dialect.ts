import type { Dialect } from "@/lib/html/dialects/dialect";
import { applyTransform } from "@/lib/html/testing/apply-transform";

/** What one dialect alone makes of a piece of HTML. */
export function applyTo(dialect: Dialect, html: string): string {
  return applyTransform((body, context) => dialect.transform(body, context), html);
}
