/** Answers for machines: JSON that nobody may keep. */

export const reply = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store", ...headers } });

/** What is wrong and what to do, in one sentence. */
export const refuse = (status: number, error: string, headers: Record<string, string> = {}) =>
  reply(status, { error }, headers);
