import { createHmac } from "node:crypto";

/** A receiver that is slower is tried again later, in milliseconds. */
const longestWait = 5_000;

export interface Webhook {
  url: string;
  /** Signs what is sent; unsigned without it. */
  secret?: string;
}

/**
 * Posts a notice. Signed over the instant and the body, so that a receiver can refuse what is old; the same notice keeps its
 * number over all tries.
 * @returns nothing where the receiver took it (2xx), otherwise what went wrong
 */
export async function sendNotice(
  { url, secret }: Webhook,
  { id, event, body }: { id: number; event: string; body: string },
  now: number,
): Promise<string | undefined> {
  const timestamp = String(Math.floor(now / 1000));
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "user-agent": "Masthead",
        "x-masthead-event": event,
        "x-masthead-delivery": String(id),
        "x-masthead-timestamp": timestamp,
        ...(secret === undefined
          ? {}
          : { "x-masthead-signature": `sha256=${signNotice(secret, timestamp, body)}` }),
      },
      // A receiver that has moved is the operator's to correct; notices follow nobody elsewhere.
      redirect: "manual",
      signal: AbortSignal.timeout(longestWait),
    });
    await response.body?.cancel();
    return response.ok ? undefined : `status ${response.status}`;
  } catch (thrown) {
    // fetch says why in the cause; a time that is over is a DOMException of its own.
    if (!(thrown instanceof Error)) throw thrown;
    return thrown.cause instanceof Error ? thrown.cause.message : thrown.message;
  }
}

/** HMAC-SHA-256 in hexadecimal of the instant in seconds, a dot and the body. */
export const signNotice = (secret: string, timestamp: string, body: string): string =>
  createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
