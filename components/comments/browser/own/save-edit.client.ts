import { askSite, type SiteAnswer } from "@/components/comments/browser/ask-site.client";
import { ownCommentsUrl } from "@/lib/urls";

/** A comment of this browser, as far as its controls have to know it. */
export interface OwnComment {
  id: string;
  status: string;
  text: string;
  version: number;
}

/**
 * Sends a change. The comment is brought up to date with what the site says of it, be it our change or one that was faster.
 * @param text what it is to say
 */
export async function saveEdit(comment: OwnComment, text: string): Promise<SiteAnswer> {
  let answer = await send(comment, text);
  // A moderator's look at a comment makes another version of it, with the same words.
  if (!answer.ok && answer.version > comment.version && answer.text === comment.text) {
    comment.version = answer.version;
    answer = await send(comment, text);
  }
  if (answer.html !== "") {
    Object.assign(comment, { text: answer.text, version: answer.version, status: answer.status });
  }
  return answer;
}

const send = ({ id, version }: OwnComment, text: string): Promise<SiteAnswer> =>
  askSite(ownCommentsUrl, { id, version: String(version), text, intent: "edit" });
