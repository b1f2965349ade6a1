import { z } from "zod";
import { isCacheTag } from "@/lib/cache-tags";

/** More at once are worth `["everything"]`. */
export const maxTags = 1000;

/** Room for as many tags of the greatest length. */
export const maxRevalidateBytes = 256 * 1024;

const request = z.union(
  [
    z.strictObject({
      tags: z
        .array(
          z
            .string()
            .refine(isCacheTag, { error: ({ input }) => `${quote(input)} is no cache tag` }),
        )
        .min(1, "no tags are given")
        .max(maxTags, `at most ${maxTags} tags are taken at once; use ["everything"]`),
    }),
    z.strictObject({
      pending: z.literal(true),
      since: z.strictObject({ store: z.string(), change: z.int() }).optional(),
    }),
  ],
  { error: 'the body must be {"pending": true} or {"tags": ["post:a-slug", …]}' },
);

/**
 * What is asked for: some tags, or all that the store knows to have changed; since a state, where the site itself doesn't
 * know what it has refreshed already.
 */
export type RevalidateRequest = z.infer<typeof request>;

const quote = (input: unknown): string => JSON.stringify(String(input).slice(0, 120));

/** Reads the body of a request; the error says what is wrong with it. */
export function readRevalidateRequest(
  body: Buffer,
): { ok: true; request: RevalidateRequest } | { ok: false; error: string } {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof TypeError) {
      return { ok: false, error: "the body is not JSON" };
    }
    throw thrown;
  }
  const shape = typeof json === "object" && json !== null && "tags" in json ? 0 : 1;
  const parsed = request.def.options[shape]?.safeParse(json);
  if (parsed?.success) return { ok: true, request: parsed.data };
  const issue = parsed?.error.issues[0];
  const isAboutTags = shape === 0 && issue?.path[0] === "tags" && issue.code !== "invalid_type";
  return {
    ok: false,
    error: isAboutTags
      ? issue.message
      : 'the body must be {"pending": true} or {"tags": ["post:a-slug", …]}',
  };
}
