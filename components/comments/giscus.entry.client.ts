import {
  type FramedDiscussion,
  openGiscus,
} from "@/components/comments/browser/giscus/open-giscus.client";
import { readDiscussion } from "@/components/comments/browser/giscus/read-discussion.client";

/** Loads giscus when the reader has scrolled to its place, asks for it by the button there, or comes back from signing in. */

for (const place of document.querySelectorAll<HTMLElement>(".comments-giscus")) {
  enhanceGiscus(place, readDiscussion(place.dataset));
}

function enhanceGiscus(place: HTMLElement, discussion: FramedDiscussion): void {
  const open = () => {
    observer.disconnect();
    if (!place.querySelector("iframe")) openGiscus(place, discussion);
  };
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) open();
  });
  observer.observe(place);
  place.querySelector("button")?.addEventListener("click", open);
  if (new URL(location.href).searchParams.has("giscus")) open();
}
