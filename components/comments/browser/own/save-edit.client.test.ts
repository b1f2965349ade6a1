import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { speak } from "@/components/comments/browser/messages.client";
import { saveEdit } from "@/components/comments/browser/own/save-edit.client";
import { zhHans } from "@/lib/messages/comments/zh-hans";

const sent: Record<string, string>[] = [];
let answers: object[] = [];

beforeEach(() => {
  sent.length = 0;
  speak(zhHans);
  vi.stubGlobal("fetch", (_: string, { body }: RequestInit) => {
    if (body instanceof URLSearchParams) sent.push(Object.fromEntries(body));
    return Promise.resolve(Response.json(answers.shift() ?? {}));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const comment = () => ({ id: "c", status: "visible", text: "as it was", version: 1 });

it("brings the comment up to date with what the site made of it", async () => {
  const own = comment();
  answers = [{ ok: true, html: "<li></li>", text: "as it is", version: 2, status: "held" }];
  expect((await saveEdit(own, "as it is ")).ok).toBe(true);
  expect(sent).toEqual([{ id: "c", version: "1", text: "as it is ", intent: "edit" }]);
  expect(own).toEqual({ id: "c", status: "held", text: "as it is", version: 2 });
});

it("is sent once more where another version has the same words", async () => {
  answers = [
    { ok: false, reason: "changed", version: 3, text: "as it was" },
    { ok: true, html: "<li></li>", text: "x", version: 4, status: "visible" },
  ];
  expect((await saveEdit(comment(), "x")).ok).toBe(true);
  expect(sent.map(({ version }) => version)).toEqual(["1", "3"]);
});

it("writes over nothing that nobody here has seen", async () => {
  const own = comment();
  answers = [
    { ok: false, html: "<li></li>", version: 3, text: "from elsewhere", status: "visible" },
  ];
  expect((await saveEdit(own, "x")).ok).toBe(false);
  expect(sent).toHaveLength(1);
  expect(own).toMatchObject({ text: "from elsewhere", version: 3 });
});

it("leaves the comment as it was where the site says nothing of it", async () => {
  const own = comment();
  answers = [{ ok: false, reason: "too-late" }];
  await saveEdit(own, "x");
  expect(own).toEqual(comment());
});
