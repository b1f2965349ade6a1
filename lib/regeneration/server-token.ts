import { randomBytes } from "node:crypto";

declare global {
  /** Shared by all bundles of the server. */
  var ownServerToken: string | undefined;
}

/** A secret that this process alone knows, with which it may ask itself; commands that it starts get it too. */
export function serverToken(): string {
  globalThis.ownServerToken ??= randomBytes(32).toString("base64url");
  return globalThis.ownServerToken;
}
