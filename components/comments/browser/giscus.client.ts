import type { GiscusSettings } from "@/lib/site/comment-settings";

const origin = "https://giscus.app";

/** Under the name that giscus's own script uses, so that a reader stays signed in across its sites' versions. */
const sessionKey = "giscus-session";

interface Discussion extends GiscusSettings {
  term: string;
  language: string;
  /** Of the frame, for those who hear the page. */
  title: string;
}

/**
 * Puts a discussion of giscus in place of what is there. Its script would do no more than this (a frame, a session, a
 * height), but with all rights of the page; so its frame alone is let in. The frame follows the reader's colour scheme.
 * @see https://github.com/giscus/giscus/blob/main/ADVANCED-USAGE.md
 */
export function openGiscus(place: HTMLElement, discussion: Discussion, signal: AbortSignal): void {
  const frame = document.createElement("iframe");
  frame.className = "giscus-frame";
  frame.title = discussion.title;
  frame.allow = "clipboard-write";
  frame.src = addressOf(discussion, takeSession());
  addEventListener(
    "message",
    ({ source, origin: from, data }) => {
      if (from !== origin || source !== frame.contentWindow) return;
      const { resizeHeight, signOut, error } = readMessage(data);
      if (resizeHeight) frame.style.height = `${resizeHeight}px`;
      if (signOut || (error && hasSession())) {
        // Signed out, or a session that is over: without it the discussion can still be read.
        keepSession("");
        frame.src = addressOf(discussion, "");
      }
    },
    { signal },
  );
  place.replaceChildren(frame);
}

function addressOf(discussion: Discussion, session: string): string {
  const { repo, repoId, category, categoryId, term, language } = discussion;
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
  return `${origin}/${language}/widget?${parameters}`;
}

/** Of this page, without the session that signing in leaves in it. */
function pageAddress(): string {
  const address = new URL(location.href);
  address.searchParams.delete("giscus");
  address.hash = "";
  return address.href;
}

/** The session that the page was opened with after signing in, else the one of before. */
function takeSession(): string {
  const session = new URL(location.href).searchParams.get("giscus");
  if (session === null) return readSession();
  keepSession(session);
  history.replaceState(history.state, "", pageAddress());
  return session;
}

const hasSession = () => readSession() !== "";

function readSession(): string {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(sessionKey) ?? '""');
    return typeof parsed === "string" ? parsed : "";
  } catch {
    // Storage that is forbidden, or holds something else.
    return "";
  }
}

function keepSession(session: string): void {
  try {
    if (session === "") localStorage.removeItem(sessionKey);
    else localStorage.setItem(sessionKey, JSON.stringify(session));
  } catch {
    // Signed in for this page alone.
  }
}

interface GiscusMessage {
  /** CSS pixels. */
  resizeHeight?: number;
  signOut?: boolean;
  error?: boolean;
}

function readMessage(data: unknown): GiscusMessage {
  if (typeof data !== "object" || data === null || !("giscus" in data)) return {};
  const { giscus } = data;
  if (typeof giscus !== "object" || giscus === null) return {};
  return {
    ...("resizeHeight" in giscus && typeof giscus.resizeHeight === "number"
      ? { resizeHeight: Math.min(Math.max(0, giscus.resizeHeight), 100_000) }
      : {}),
    signOut: "signOut" in giscus && giscus.signOut === true,
    // Such as "Discussion not found", which is one that nobody has written in yet, and needs nothing.
    error: "error" in giscus && /credentials|state/i.test(String(giscus.error)),
  };
}
