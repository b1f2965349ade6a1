import { environment } from "@/lib/environment";
import { log, messageOf } from "@/lib/log";
import { processSlot } from "@/lib/process-state.mjs";
import { catchUp } from "@/lib/regeneration/catch-up";
import { findNextDue, publishDue } from "@/lib/store/due-posts";

/** The alarm clock of this server. */
const dueTimer = processSlot<NodeJS.Timeout>("dueTimer");

/**
 * The longest wait, in milliseconds. Timers stand still while a machine sleeps, clocks are set, and the store may get its
 * next post from somebody who doesn't know of us.
 */
const longestWait = 60 * 1000;

/** After a failure, such as a store that can't be reached. */
const retryWait = 30_000;

/** While content is being brought in. */
const busyWait = 2000;

/** Timers are not exact, and a clock may be set. */
const margin = 20;

/**
 * Sets the alarm clock to the next scheduled post, in the place of what it was set to before. When it rings, the post is
 * made public in the store and its pages are refreshed. Several servers that do so at once do it once.
 * @param longest rings after so many milliseconds at the latest, and looks whether anything else has changed
 */
export async function armDuePosts(longest = longestWait): Promise<void> {
  // A function of Vercel sleeps between requests; see decisions/0006-publishing.md.
  if (process.env.VERCEL) return;
  try {
    const due = await findNextDue(environment.contentDatabase);
    const wait = due === undefined ? longest : Math.max(0, due - Date.now()) + margin;
    setTimer(Math.min(wait, longest));
  } catch (thrown) {
    complain("the next scheduled post can't be looked up", thrown);
  }
}

function setTimer(wait: number): void {
  clearTimeout(dueTimer.value);
  dueTimer.value = setTimeout(ring, wait);
  // It alone must not keep a server that is being stopped.
  dueTimer.value.unref();
}

async function ring(): Promise<void> {
  try {
    if (!(await publishDue(environment.contentDatabase, Date.now()))) {
      setTimer(busyWait);
      return;
    }
    const caughtUp = await catchUp();
    if (caughtUp?.touched.length) {
      log("info", "caught up", { tags: caughtUp.touched.length });
    }
  } catch (thrown) {
    complain("a scheduled post can't be published", thrown);
    return;
  }
  await armDuePosts();
}

function complain(what: string, thrown: unknown): void {
  log("error", what, { message: messageOf(thrown), retrySeconds: retryWait / 1000 });
  setTimer(retryWait);
}
