import { processSlot } from "@/lib/process-state.mjs";

/** What Next's side of a running site tells the server in front of it, which is a program of its own (lib/server). */
interface OpenSite {
  /** Whether comments are shown by giscus now. */
  givesGiscus(): boolean;
  /** Whether pages that aren't rendered yet could be: whether the content store answers, asked anew each time. */
  storeAnswers(): Promise<boolean>;
  /** Whether the end has begun. */
  isStopping(): boolean;
  /** Ends what is open, while requests are still being answered. */
  close(): Promise<void>;
  /** The last thing that can still be done as the process ends; synchronous. */
  closeNow(): void;
}

/** Filled before the first request. */
export const openSite = processSlot<OpenSite>("openSite");
