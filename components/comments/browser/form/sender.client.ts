import { askSite, type SiteAnswer } from "@/components/comments/browser/ask-site.client";
import {
  answerChallenge,
  fetchChallenge,
  type HeldChallenge,
  hold,
} from "@/components/comments/browser/form/challenge.client";
import { commentsApiUrl } from "@/lib/urls";

/** Sends what was written, with what the site asks for. */
export interface Sender {
  /** Fetches what will be asked for, while the form is being filled in. */
  prepare(): void;
  /**
   * The same text may be sent again and is taken once.
   * @param onProof is told before work is done that readers have to wait for
   */
  send(fields: Record<string, string>, onProof: () => void): Promise<SiteAnswer>;
}

/** How often the site may ask for more before it is told to the reader. */
const mostTurns = 3;

/** For the form of one post: a token that shows when writing began, and work where many comments arrive. */
export function createSender(postId: string): Sender {
  let challenge: Promise<HeldChallenge | undefined> | undefined;
  // The same for every try to post one text.
  let key = createKey();

  async function send(fields: Record<string, string>, onProof: () => void): Promise<SiteAnswer> {
    let held = await challenge;
    for (let turn = 1; ; turn += 1) {
      const effort = held ? await answerChallenge(held) : { key };
      const answer = await askSite(commentsApiUrl, { ...fields, ...effort, intent: "post" });
      if (answer.ok) beginAnew();
      if (answer.ok || !answer.challenge) return answer;
      held = hold(answer.challenge);
      challenge = Promise.resolve(held);
      // What somebody has deleted is not written again without being asked.
      if (turn === mostTurns || answer.reason === "no-such-comment") return answer;
      if (held.bits > 0) onProof();
    }
  }

  function beginAnew() {
    challenge = undefined;
    key = createKey();
  }

  return {
    prepare: () => {
      challenge ??= fetchChallenge(postId);
    },
    send,
  };
}

/** `crypto.randomUUID` is for HTTPS alone. */
const createKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
