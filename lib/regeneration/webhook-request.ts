import { createHmac } from "node:crypto";
import { z } from "zod";
import { isSameSecret } from "@/lib/regeneration/same-secret";

/** GitHub sends no more than this. */
export const maxWebhookBytes = 25 * 1024 * 1024;

/**
 * Whether a delivery was made by somebody who knows the secret: GitHub, Gitea and Forgejo sign the bytes of the body
 * (HMAC-SHA-256), GitLab sends the secret itself.
 */
export function isAuthentic(headers: Headers, body: Buffer, secret: string): boolean {
  const token = headers.get("x-gitlab-token");
  if (token !== null) return isSameSecret(token, secret);
  const signature = signatureHeaders.map((name) => headers.get(name)).find((value) => value);
  if (!signature) return false;
  const wanted = createHmac("sha256", secret).update(body).digest("hex");
  return isSameSecret(signature.replace(/^sha256=/, "").toLowerCase(), wanted);
}

/** Whether a delivery claims to be from somebody who knows the secret; others are not worth reading. */
export const isSigned = (headers: Headers): boolean =>
  [...signatureHeaders, "x-gitlab-token"].some((name) => headers.get(name));

const signatureHeaders = ["x-hub-signature-256", "x-forgejo-signature", "x-gitea-signature"];

const eventHeaders = ["x-github-event", "x-forgejo-event", "x-gitea-event", "x-gitlab-event"];

type WebhookEvent =
  /** A host asks whether anybody is there. */
  | { kind: "ping" }
  | { kind: "push"; branch: string }
  /** Nothing that changes a branch. */
  | { kind: "other"; name: string };

const push = z.object({
  ref: z.string(),
  deleted: z.boolean().optional(),
  after: z.string().optional(),
});

/** What a delivery tells; the error says what is wrong with it. */
export function readWebhookEvent(
  headers: Headers,
  body: Buffer,
): { ok: true; event: WebhookEvent } | { ok: false; error: string } {
  const name = eventHeaders.map((header) => headers.get(header)).find((value) => value);
  if (!name)
    return { ok: false, error: "there is no header that names the event, such as X-GitHub-Event" };
  if (name === "ping") return { ok: true, event: { kind: "ping" } };
  if (name !== "push" && name !== "Push Hook") return { ok: true, event: { kind: "other", name } };
  const json = readJson(headers, body);
  if (!json.ok) return json;
  const parsed = push.safeParse(json.value);
  if (!parsed.success) return { ok: false, error: "the push names no `ref`" };
  const { ref, deleted, after } = parsed.data;
  const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1];
  if (branch === undefined || deleted || /^0+$/.test(after ?? "1")) {
    return { ok: true, event: { kind: "other", name: `${name} of ${ref.slice(0, 200)}` } };
  }
  return { ok: true, event: { kind: "push", branch } };
}

/** GitHub's default is a form with the JSON in its field `payload`. */
function readJson(
  headers: Headers,
  body: Buffer,
): { ok: true; value: unknown } | { ok: false; error: string } {
  const isForm = headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
  const text = body.toString("utf8");
  try {
    return {
      ok: true,
      value: JSON.parse(isForm ? (new URLSearchParams(text).get("payload") ?? "") : text),
    };
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return { ok: false, error: "the body is not JSON" };
    throw thrown;
  }
}
