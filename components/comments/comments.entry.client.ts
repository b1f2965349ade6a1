import { keepTimesRelative } from "@/components/comments/browser/relative-times.client";
import { enhanceWhenUsed } from "@/components/comments/enhance-when-used.client";

/** The markup of comments is the server's, and everything in it works without this. */

for (const section of document.querySelectorAll<HTMLElement>("section.comments")) {
  keepTimesRelative(section);
  enhanceWhenUsed(section);
}
