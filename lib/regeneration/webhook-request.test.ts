import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isAuthentic, readWebhookEvent } from "@/lib/regeneration/webhook-request";

const body = Buffer.from('{"ref":"refs/heads/main"}');
const signature = createHmac("sha256", "s").update(body).digest("hex");

describe("a delivery", () => {
  it.each([
    ["GitHub", { "X-Hub-Signature-256": `sha256=${signature}` }],
    ["Gitea", { "X-Gitea-Signature": signature }],
    ["Forgejo", { "X-Forgejo-Signature": signature }],
    ["GitLab", { "X-Gitlab-Token": "s" }],
  ])("of %s is authentic with the secret, and with no other", (_, headers) => {
    expect(isAuthentic(new Headers(headers), body, "s")).toBe(true);
    expect(isAuthentic(new Headers(headers), body, "t")).toBe(false);
  });

  it("is not authentic unsigned, signed for other bytes, or with the older SHA-1", () => {
    const signed = new Headers({ "X-Hub-Signature-256": `sha256=${signature}` });
    expect(isAuthentic(new Headers(), body, "s")).toBe(false);
    expect(isAuthentic(signed, Buffer.from(`${body} `), "s")).toBe(false);
    const sha1 = createHmac("sha1", "s").update(body).digest("hex");
    expect(isAuthentic(new Headers({ "X-Hub-Signature": `sha1=${sha1}` }), body, "s")).toBe(false);
    expect(isAuthentic(new Headers({ "X-Hub-Signature-256": "" }), body, "s")).toBe(false);
  });
});

describe("an event", () => {
  const read = (headers: Record<string, string>, text: string) =>
    readWebhookEvent(new Headers(headers), Buffer.from(text));
  const push = { "X-GitHub-Event": "push" };

  it.each([
    ["a push", push, '{"ref":"refs/heads/main","after":"12ab"}', { kind: "push", branch: "main" }],
    [
      "a push to a branch with slashes",
      { "X-Gitlab-Event": "Push Hook" },
      '{"ref":"refs/heads/文/a"}',
      { kind: "push", branch: "文/a" },
    ],
    [
      "a push as a form",
      { ...push, "Content-Type": "application/x-www-form-urlencoded" },
      `payload=${encodeURIComponent('{"ref":"refs/heads/main"}')}`,
      { kind: "push", branch: "main" },
    ],
    ["a ping", { "X-Gitea-Event": "ping" }, "", { kind: "ping" }],
    ["another event", { "X-GitHub-Event": "star" }, "", { kind: "other", name: "star" }],
    ["a tag", push, '{"ref":"refs/tags/v1"}', { kind: "other", name: "push of refs/tags/v1" }],
    [
      "a branch that is gone",
      push,
      '{"ref":"refs/heads/main","deleted":true}',
      { kind: "other", name: "push of refs/heads/main" },
    ],
    [
      "a branch that is gone at GitLab",
      push,
      '{"ref":"refs/heads/main","after":"0000000000"}',
      { kind: "other", name: "push of refs/heads/main" },
    ],
  ])("%s is understood", (_, headers, text, event) => {
    expect(read(headers, text)).toEqual({ ok: true, event });
  });

  it.each([
    [{}, "{}", "no header that names the event"],
    [push, "", "not JSON"],
    [push, "[]", "names no `ref`"],
    [{ ...push, "Content-Type": "application/x-www-form-urlencoded" }, "a=b", "not JSON"],
  ])("%o %s is refused with its reason", (headers, text, error) => {
    expect(read(headers, text)).toEqual({ ok: false, error: expect.stringContaining(error) });
  });
});
