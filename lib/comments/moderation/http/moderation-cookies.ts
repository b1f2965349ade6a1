import { readCookies, writeCookie } from "@/lib/comments/http/own-cookies";
import { deviceSeconds, sessionSeconds } from "@/lib/comments/moderation/session";
import { roots } from "@/lib/urls";

const names = { session: "masthead-moderator", device: "masthead-moderator-device" } as const;

type CookieName = keyof typeof names;

/** All that the browser has under the name; ours may be any of them. */
export const readOwn = (headers: Headers, name: CookieName, siteUrl: string): string[] =>
  readCookies(headers, names[name], siteUrl);

const lifetimes: Record<CookieName, number> = { session: sessionSeconds, device: deviceSeconds };

/** An empty value takes it back. */
export function setCookie(name: CookieName, value: string, siteUrl: string): [string, string] {
  const maxAge = value === "" ? 0 : lifetimes[name];
  return [
    "set-cookie",
    writeCookie({ name: names[name], value, maxAge, path: roots.desk }, siteUrl),
  ];
}
