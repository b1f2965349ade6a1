import type { Client } from "@libsql/client";
import { type Candidate, type DecisionSettings, decide } from "@/lib/comments/decide";
import {
  type AcceptedSubmission,
  insertSubmissions,
  readBlockedWords,
  readSubmissionFacts,
  type SubmissionLimits,
} from "@/lib/comments/store/submissions";
import type { CommentStatus } from "@/lib/discussion/comment";
import type { Refusal } from "@/lib/discussion/refusal";

/** Comments that share a transaction at most: a bounded statement, and nobody waits for too many others. */
const largestBatch = 100;

/** How often a comment is decided on again because something came in between. */
const mostTries = 5;

export type Outcome =
  /** Committed. `isNew` is false where it had been before. */
  { ok: true; id: string; status: CommentStatus; isNew: boolean } | { ok: false; refusal: Refusal };

interface Waiting {
  candidate: Candidate;
  tries: number;
  resolve: (outcome: Outcome) => void;
  reject: (reason: unknown) => void;
}

/**
 * Comments on their way into the store. Those that arrive while others are being written share the next transaction, and
 * so the wait for the disk: the more come at once, the less each costs. Each is acknowledged when it is committed.
 */
export class SubmissionQueue {
  #client: Client;
  #settings: DecisionSettings;
  #isAnnounced: boolean;
  #waiting: Waiting[] = [];
  #isRunning = false;

  /** @param isAnnounced whether the outside world is to be told of what is stored */
  constructor(client: Client, settings: DecisionSettings, isAnnounced = false) {
    this.#client = client;
    this.#settings = settings;
    this.#isAnnounced = isAnnounced;
  }

  /** Resolves once the comment is committed or refused; rejects where the store fails. */
  submit(candidate: Candidate): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ candidate, tries: 0, resolve, reject });
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      // Those that are being read from their connections now come along.
      await new Promise(setImmediate);
      const batch = this.#waiting.splice(0, largestBatch);
      try {
        await this.#write(batch);
      } catch (thrown) {
        for (const { reject } of batch) reject(thrown);
      }
    }
    this.#isRunning = false;
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const limits = this.#limitsAt(Math.max(...batch.map(({ candidate }) => candidate.createdAt)));
    const [facts, words] = await Promise.all([
      readSubmissionFacts(
        this.#client,
        batch.map(({ candidate }) => candidate),
        limits,
      ),
      readBlockedWords(this.#client),
    ]);
    const accepted: { waiting: Waiting; submission: AcceptedSubmission }[] = [];
    for (const [index, waiting] of batch.entries()) {
      const known = facts[index];
      if (!known) throw new Error("the store has answered for fewer comments than it was asked");
      const decision = decide(waiting.candidate, known, words, this.#settings);
      if (decision.kind === "refuse") waiting.resolve({ ok: false, refusal: decision.refusal });
      else if (decision.kind === "known") {
        waiting.resolve({ ok: true, id: decision.id, status: decision.status, isNew: false });
      } else {
        const submission = { ...waiting.candidate, status: decision.status };
        accepted.push({ waiting, submission });
      }
    }
    if (accepted.length === 0) return;
    const stored = await insertSubmissions(
      this.#client,
      accepted.map(({ submission }) => submission),
      limits,
      this.#isAnnounced,
    );
    for (const [index, { waiting, submission }] of accepted.entries()) {
      if (stored[index]) {
        waiting.resolve({ ok: true, id: submission.id, status: submission.status, isNew: true });
      } else this.#decideAgain(waiting);
    }
  }

  /** Another one of the batch, or of another server, has changed what the decision was made from. */
  #decideAgain(waiting: Waiting): void {
    if (waiting.tries >= mostTries) {
      waiting.resolve({ ok: false, refusal: { reason: "unavailable" } });
    } else this.#waiting.push({ ...waiting, tries: waiting.tries + 1 });
  }

  #limitsAt(now: number): SubmissionLimits {
    const { address, thread } = this.#settings.limits;
    return {
      address: { count: address.count, since: now - address.minutes * 60_000 },
      thread: { count: thread.count, since: now - thread.minutes * 60_000 },
    };
  }
}
