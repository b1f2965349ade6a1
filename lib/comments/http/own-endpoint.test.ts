import { expect, it } from "vitest";
import { createComment } from "@/lib/comments/create-comment";
import { answerChange } from "@/lib/comments/http/own-endpoint";
import { findOrCreateWriter } from "@/lib/comments/http/writer-cookie";
import { createTemporaryService } from "@/lib/comments/temporary-service";
import { setStatus } from "@/lib/comments/testing/set-status";

const site = { siteUrl: "https://site.example" };

/** A comment that a script may change with the function that comes with it. */
async function createOwnComment() {
  const service = await createTemporaryService();
  const times = { now: service.now(), ...site };
  const { hash, setCookie } = await findOrCreateWriter(service.store, new Headers(), times);
  const created = await createComment(
    service,
    { post: "open", name: "读者", text: "原话" },
    { address: "192.0.2.1", writerHash: hash, writerIsNew: true },
  );
  if (!created.ok) throw new Error(created.refusal.reason);
  const { id } = created;
  const moderate = (status: "visible" | "held" | "hidden") =>
    setStatus(service.store, [id], status);
  const edit = (text: string, version: number) => {
    const request = new Request("https://site.example/api/comments/mine", {
      method: "POST",
      body: new URLSearchParams({ id, version: String(version), text, intent: "edit" }),
      headers: {
        origin: "https://site.example",
        accept: "application/json",
        cookie: setCookie.split(";")[0] ?? "",
      },
    });
    return answerChange(request, service, site);
  };
  return { moderate, edit };
}

it("a change of what is another version by now is refused with that version", async () => {
  const { moderate, edit } = await createOwnComment();
  await moderate("held");
  await moderate("visible");
  const response = await edit("新话", 1);
  expect(response.status).toBe(409);
  const { version, ...refused } = await response.json();
  expect(refused).toMatchObject({
    ok: false,
    reason: "changed",
    text: "原话",
    status: "visible",
    html: expect.stringContaining("原话"),
  });
  expect(await (await edit("新话", version)).json()).toMatchObject({ ok: true, text: "新话" });
});

it("a change of what is hidden by now is refused without it", async () => {
  const { moderate, edit } = await createOwnComment();
  await moderate("hidden");
  const response = await edit("新话", 1);
  expect(response.status).toBe(409);
  expect(await response.json()).not.toHaveProperty("version");
});
