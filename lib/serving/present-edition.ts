import { inEdition } from "@/lib/comments/edition";
import { findSettings } from "@/lib/queries/settings";

/** Answers a request with the publication's settings around it, as they are now: pages of one reader speak as the site does. */
export async function inPresentEdition(answer: () => Promise<Response>): Promise<Response> {
  return inEdition(await findSettings(), answer);
}
