import type { GiscusSettings } from "@/lib/site/comment-settings";

export const giscusOrigin = "https://giscus.app";

/** A discussion on GitHub, and how giscus is to show it. */
export interface GiscusDiscussion extends GiscusSettings {
  term: string;
  language: string;
}

/** Where a discussion is read and written. @param session of a reader who is signed in; else empty */
export function discussionAddress(
  { repo, repoId, category, categoryId, term, language }: GiscusDiscussion,
  session: string,
): string {
  const parameters = new URLSearchParams({
    // Where signing in leads back to.
    origin: pageAddress(),
    session,
    theme: "preferred_color_scheme",
    reactionsEnabled: "1",
    emitMetadata: "0",
    inputPosition: "top",
    strict: "1",
    repo,
    repoId,
    category,
    categoryId,
    term,
    description: document.querySelector<HTMLMetaElement>("meta[name=description]")?.content ?? "",
    backLink: pageAddress(),
  });
  return `${giscusOrigin}/${language}/widget?${parameters}`;
}

/** Of this page, without the session that signing in leaves in it. */
export function pageAddress(): string {
  const address = new URL(location.href);
  address.searchParams.delete("giscus");
  address.hash = "";
  return address.href;
}
