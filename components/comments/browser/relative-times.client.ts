import { createAgo } from "@/lib/messages/relative-time";

/** Older than this, a date says more than a number of months. In seconds. */
const oldest = 30 * 86_400;

/** Says how long ago recent comments were written, and those that are added later; the date itself is a hover away. */
export function keepTimesRelative(section: HTMLElement): void {
  const ago = createAgo(document.documentElement.lang);
  const show = () => {
    for (const time of section.querySelectorAll<HTMLTimeElement>(
      ".comment-time time:not([title])",
    )) {
      const seconds = Math.max(0, (Date.now() - Date.parse(time.dateTime)) / 1000);
      if (seconds > oldest) continue;
      time.title = time.textContent ?? "";
      time.textContent = ago(seconds);
    }
  };
  show();
  new MutationObserver(show).observe(section, { childList: true, subtree: true });
}
