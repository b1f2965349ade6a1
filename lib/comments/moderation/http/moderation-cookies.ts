import { deviceSeconds, sessionSeconds } from "@/lib/comments/moderation/session";
import { roots } from "@/lib/urls";

const names = { session: "masthead-moderator", device: "masthead-moderator-device" } as const;

type CookieName = keyof typeof names;

/** What the browser was given, as it was given; empty where it was given nothing. */
export function readCookie(headers: Headers, name: CookieName): string {
  const start = `${names[name]}=`;
  const cookies = headers.get("cookie")?.split(";") ?? [];
  const own = cookies.map((cookie) => cookie.trim()).find((cookie) => cookie.startsWith(start));
  return own?.slice(start.length) ?? "";
}

const lifetimes: Record<CookieName, number> = { session: sessionSeconds, device: deviceSeconds };

/** No script can read it, and no other site can have it sent. An empty value takes it back. */
export function setCookie(name: CookieName, value: string, siteUrl: string): [string, string] {
  const age = value === "" ? 0 : lifetimes[name];
  const secure = siteUrl.startsWith("https:") ? "; Secure" : "";
  return [
    "set-cookie",
    `${names[name]}=${value}; Path=${roots.desk}; Max-Age=${age}; HttpOnly; SameSite=Strict${secure}`,
  ];
}
