import {
  type FramedDiscussion,
  openGiscus,
} from "@/components/comments/browser/giscus/open-giscus.client";

/**
 * Loads giscus when the reader has scrolled to its place, asks for it by the button there, or comes back from signing in.
 * @returns ends what it began
 */
export function enhanceGiscus(place: HTMLElement, discussion: FramedDiscussion): () => void {
  const leave = new AbortController();
  const { signal } = leave;
  const open = () => {
    if (!place.querySelector("iframe")) openGiscus(place, discussion, signal);
  };
  place.querySelector("button")?.addEventListener("click", open, { signal });
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) open();
  });
  observer.observe(place);
  if (new URL(location.href).searchParams.has("giscus")) open();
  return () => {
    observer.disconnect();
    leave.abort();
  };
}
