import { commentWords } from "@/lib/comments/edition";
import { type Refusal, refusalStatus } from "@/lib/discussion/refusal";

/** For one reader, now: never kept, never listed. */
const privateHeaders = { "cache-control": "no-store", "x-robots-tag": "noindex, nofollow" };

/** Whether a script asks, which wants data; a browser on its own wants a page. */
export const wantsJson = (headers: Headers): boolean =>
  headers.get("accept")?.split(",")[0]?.trim().startsWith("application/json") ?? false;

type ExtraHeaders = Readonly<Record<string, string>>;

export const respondWithPage = (
  html: string,
  status: number,
  headers: ExtraHeaders = {},
): Response =>
  new Response(html, {
    status,
    headers: { ...privateHeaders, "content-type": "text/html; charset=utf-8", ...headers },
  });

export const respondWithJson = (
  data: object,
  status: number,
  headers: ExtraHeaders = {},
): Response => Response.json(data, { status, headers: { ...privateHeaders, ...headers } });

/** To another page of the site, after a form: the browser's next reload sends nothing again. */
export const seeOther = (path: string, headers: ExtraHeaders = {}): Response =>
  new Response(null, { status: 303, headers: { ...privateHeaders, location: path, ...headers } });

/** When a database that has failed may be back, in seconds. */
export const unavailableHeaders = { "retry-after": "30" } as const;

export const headersOf = (refusal: Refusal): ExtraHeaders => {
  if (refusal.reason === "unavailable") return unavailableHeaders;
  return "retryAfter" in refusal ? { "retry-after": String(refusal.retryAfter) } : {};
};

export const statusOf = ({ reason }: Refusal): number => refusalStatus[reason];

export const messageOf = (refusal: Refusal): string =>
  refusal.reason === "fields" ? commentWords().notPosted : commentWords().refusals[refusal.reason];
