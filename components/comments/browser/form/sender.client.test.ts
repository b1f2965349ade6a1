import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSender } from "@/components/comments/browser/form/sender.client";
import { speak } from "@/components/comments/browser/messages.client";
import { zhHans } from "@/lib/messages/comments/zh-hans";
import { challengeUrl } from "@/lib/urls";

interface Sent {
  url: string;
  fields: Record<string, string>;
}

const sent: Sent[] = [];
let answers: object[] = [];

/** A site that says one answer after the other, and gives a token to whoever asks for one. */
function answer(url: string, options?: RequestInit): Promise<Response> {
  if (url.startsWith(challengeUrl)) {
    return Promise.resolve(Response.json({ token: "asked-for", bits: 0 }));
  }
  const { body } = options ?? {};
  sent.push({ url, fields: body instanceof URLSearchParams ? Object.fromEntries(body) : {} });
  return Promise.resolve(Response.json(answers.shift() ?? { ok: true, id: "c" }));
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", answer);
  speak(zhHans);
  sent.length = 0;
  answers = [];
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const nothing = () => {};

/** Sends and lets the time pass that a browser would wait. */
async function send(sender: ReturnType<typeof createSender>, onProof = nothing) {
  const sending = sender.send({ text: "x" }, onProof);
  await vi.advanceTimersByTimeAsync(10_000);
  return sending;
}

const asks = (bits = 0, reason = "proof-needed") => ({
  ok: false,
  reason,
  challenge: { token: `token-${bits}`, bits },
});

it("one text has one key until it is taken", async () => {
  const sender = createSender("p");
  answers = [{ ok: false, reason: "unreadable" }, { ok: false, reason: "fields" }, { ok: true }];
  for (let turn = 0; turn < 4; turn += 1) await send(sender);
  const keys = sent.map(({ fields }) => fields.key);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys.slice(0, 3)).toEqual([keys[0], keys[0], keys[0]]);
  expect(keys[3]).not.toBe(keys[0]);
});

it("sends the token that was fetched while the form was filled in, no sooner than a person could have written", async () => {
  const sender = createSender("p");
  sender.prepare();
  const sending = sender.send({ text: "x" }, nothing);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  await sending;
  expect(sent.map(({ fields }) => fields)).toEqual([
    { text: "x", token: "asked-for", proof: "", intent: "post" },
  ]);
});

it("brings what it is asked for, and says so where that is work", async () => {
  vi.useRealTimers();
  vi.useFakeTimers({ toFake: ["Date", "setTimeout"] });
  const sender = createSender("p");
  const onProof = vi.fn();
  answers = [asks(4), { ok: true, id: "c" }];
  const sending = sender.send({ text: "x" }, onProof);
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(3_000);
    expect(sent).toHaveLength(2);
  });
  expect((await sending).ok).toBe(true);
  expect(onProof).toHaveBeenCalledOnce();
  const { token = "", proof = "" } = sent[1]?.fields ?? {};
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${token}.${proof}`));
  expect(new Uint8Array(hash)[0]).toBeLessThan(16);
});

it("asks no more than three times, and not again what its writer has deleted", async () => {
  answers = [asks(), asks(), asks(), asks()];
  expect((await send(createSender("p"))).ok).toBe(false);
  expect(sent).toHaveLength(3);
  answers = [asks(0, "no-such-comment"), { ok: true }];
  expect((await send(createSender("p"))).reason).toBe("no-such-comment");
  expect(sent).toHaveLength(4);
});
