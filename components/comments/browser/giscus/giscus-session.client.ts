import { pageAddress } from "@/components/comments/browser/giscus/discussion-address.client";

/** Under the name that giscus's own script uses, so that a reader stays signed in across its sites' versions. */
const sessionKey = "giscus-session";

/** The session that the page was opened with after signing in, else the one of before; empty where there is none. */
export function takeSession(): string {
  const session = new URL(location.href).searchParams.get("giscus");
  if (session === null) return readSession();
  keepSession(session);
  history.replaceState(history.state, "", pageAddress());
  return session;
}

export const hasSession = () => readSession() !== "";

export const endSession = () => keepSession("");

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
