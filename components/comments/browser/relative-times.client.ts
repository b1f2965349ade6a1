import { messages } from "@/components/comments/browser/messages.client";

/** Older than this, a date says more than a number of months. In seconds. */
const oldest = 30 * 86_400;

/** Says how long ago recent comments were written; the date itself is a hover away. */
export function showRelativeTimes(root: HTMLElement): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>(".comment-time time:not([title])")) {
    const seconds = Math.max(0, (Date.now() - Date.parse(time.dateTime)) / 1000);
    if (seconds > oldest) continue;
    time.title = time.textContent ?? "";
    time.textContent = messages().ago(seconds);
  }
}
