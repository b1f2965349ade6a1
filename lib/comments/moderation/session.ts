import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { hashAddress, readSigned, sign } from "@/lib/comments/keyring";
import type { ModerationService, Moderator } from "@/lib/comments/moderation/moderation-service";
import { createSession, deleteSession, findSession } from "@/lib/comments/store/admin-sessions";
import { forgetAttempts, recordAttempt } from "@/lib/comments/store/login-attempts";
import { findTextFault, isSeen } from "@/lib/comments/text-faults";
import { unlimited } from "@/lib/site/comment-settings";
import { findFirst } from "@/lib/site/find-first";

/** A day at the desk, in seconds. */
export const sessionSeconds = 12 * 3_600;

/** How long a browser that once got in is told from others, in seconds. */
export const deviceSeconds = 60 * 86_400;

/**
 * Tries within so many minutes: of one address or of one known browser, and of all others together, or a thousand
 * addresses would make five thousand guesses.
 */
export const loginLimits = { minutes: 15, ofVisitor: 5, ofAll: 100 } as const;

const longestName = 60;

/** In UTF-16 units. Composing a text takes a time that grows with the square of its length, and anybody may send one. */
const longestPassword = 4096;

const use = { session: "moderator", device: "moderator-device" } as const;

export interface LoginRequest {
  password: string;
  name: string;
  /** Network address, in the form that limits count. */
  address: string;
  /** What a browser that once got in was given, among what others may have put beside it. */
  devices: readonly string[];
}

type Login =
  | { ok: true; session: string; device: string }
  /** `retryAfter` in seconds. */
  | { ok: false; reason: "throttled"; retryAfter: number }
  | { ok: false; reason: "wrong" };

/**
 * Lets a moderator in. A browser that has been in before has tries of its own: nobody can lock it out by guessing, from
 * whatever address, as long as the password stays the same (https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies).
 */
export async function logIn(
  service: ModerationService,
  { password, name, address, devices }: LoginRequest,
): Promise<Login> {
  const { store, now } = service;
  const deviceUse = `${use.device}.${hash(service.password)}`;
  const device = await findFirst(devices, (given) => readSigned(store, deviceUse, given, now()));
  const visitor =
    device === undefined
      ? await hashAddress(store, address, now())
      : ([`device.${hash(device)}`] as const);
  const limits = {
    since: now() - loginLimits.minutes * 60_000,
    ofVisitor: loginLimits.ofVisitor,
    ofAll: device === undefined ? loginLimits.ofAll : unlimited,
  };
  if (!(await recordAttempt(store, visitor, limits, now()))) {
    return { ok: false, reason: "throttled", retryAfter: loginLimits.minutes * 60 };
  }
  if (!isSame(password, service.password)) return { ok: false, reason: "wrong" };
  await forgetAttempts(store, visitor);
  const token = randomBytes(24).toString("base64url");
  await createSession(
    store,
    { tokenHash: hashOfToken(token, service.password), actor: readActor(name) },
    { now: now(), expiresAt: now() + sessionSeconds * 1000 },
  );
  return {
    ok: true,
    session: await sign(store, use.session, token, now()),
    device: await sign(store, deviceUse, device ?? randomBytes(16).toString("base64url"), now()),
  };
}

/** Who is logged in with what cookies say; nothing where none is ours, or that one is over, or logged out. */
export async function findModerator(
  { store, password, now }: Pick<ModerationService, "store" | "password" | "now">,
  sessions: readonly string[],
): Promise<Moderator | undefined> {
  return findFirst(sessions, async (session) => {
    const token = await readSigned(store, use.session, session, now());
    return token === undefined
      ? undefined
      : findSession(store, hashOfToken(token, password), now());
  });
}

export async function logOut(
  { store, password, now }: ModerationService,
  sessions: readonly string[],
): Promise<void> {
  for (const session of sessions) {
    const token = await readSigned(store, use.session, session, now());
    if (token !== undefined) await deleteSession(store, hashOfToken(token, password));
  }
}

/** Only hashes are stored, and another password ends all sessions. */
const hashOfToken = (token: string, password: string): string =>
  createHmac("sha256", hash(password)).update(token).digest("base64url");

/** Hashes are of one length: the time that comparing them takes says nothing about either. */
const isSame = (given: string, expected: string): boolean =>
  given.length <= longestPassword &&
  timingSafeEqual(Buffer.from(hash(given)), Buffer.from(hash(expected)));

const hash = (text: string): string =>
  createHash("sha256").update(text.normalize("NFC")).digest("base64url");

/** What a moderator calls themselves, if it can be shown. */
function readActor(name: string): string {
  const actor = [...name.normalize("NFC").replace(/\s+/gu, " ").trim()]
    .slice(0, longestName)
    .join("");
  return isSeen(actor) && findTextFault(actor) === undefined ? actor : "admin";
}
