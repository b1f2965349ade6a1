import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import { createComment } from "@/lib/comments/create-comment";
import { answerChallenge } from "@/lib/comments/http/challenge-endpoint";
import { readGuardedForm } from "@/lib/comments/http/guarded-form";
import { refuseRequest } from "@/lib/comments/http/keep-words";
import { answerChange, answerOwnComments } from "@/lib/comments/http/own-endpoint";
import { answerPermalink } from "@/lib/comments/http/permalink-endpoint";
import { answerPost } from "@/lib/comments/http/post-endpoint";
import { answerReplyForm } from "@/lib/comments/http/reply-endpoint";
import {
  createTemporaryService,
  sender,
  type TemporaryService,
} from "@/lib/comments/temporary-service";
import { refusalStatus } from "@/lib/discussion/refusal";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";

const messages = commentMessagesIn("zh-Hans");

const site = { siteUrl: "https://site.example" };

interface Sent {
  json?: boolean;
  cookie?: string;
  path?: string;
  headers?: Record<string, string>;
}

const request = (fields: Record<string, string> | undefined, sent: Sent = {}) =>
  new Request(`https://site.example${sent.path ?? "/api/comments"}`, {
    method: fields ? "POST" : "GET",
    ...(fields ? { body: new URLSearchParams(fields) } : {}),
    headers: {
      origin: "https://site.example",
      "x-masthead-peer": "192.0.2.1",
      accept: sent.json ? "application/json" : "text/html,*/*",
      ...(sent.cookie ? { cookie: sent.cookie } : {}),
      ...sent.headers,
    },
  });

const form = (given: Record<string, string> = {}) => ({
  post: "open",
  parent: "",
  name: "读者",
  email: "",
  website: "",
  text: "说一句话",
  subject: "",
  intent: "post",
  ...given,
});

const send = (service: TemporaryService, fields: Record<string, string>, sent?: Sent) =>
  answerPost(request(fields, sent), service, site);

const cookieOf = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";

const countStored = async ({ store }: TemporaryService) =>
  Number((await store.execute("SELECT count(*) AS count FROM comments")).rows[0]?.count);

describe("a comment without a script", () => {
  it("leads back to where it stands", async () => {
    const service = await createTemporaryService();
    const response = await send(service, form());
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/posts/open-post#comment-published");
    expect(response.headers.get("set-cookie")).toMatch(
      /^__Host-masthead-writer=[\w-]+~[\w-]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect(await countStored(service)).toBe(1);
  });

  it("that waits leads to word of it, and one beyond the first page to its page", async () => {
    const held = await createTemporaryService({ moderation: "all" });
    const response = await send(held, form());
    expect(response.headers.get("location")).toBe("/posts/open-post#comment-held");
    const service = await createTemporaryService({ pageSize: 1 });
    await send(service, form({ text: "一" }));
    service.clock.now += 1;
    const second = await send(service, form({ text: "二" }));
    expect(second.headers.get("location")).toBe("/posts/open-post/comments/2#comment-published");
  });

  it("that is refused comes back with everything that was typed, and what is wrong beside it", async () => {
    const service = await createTemporaryService();
    const typed = {
      name: 'A "quoted" <b>name</b>',
      email: "nobody",
      website: "https://example.com/?a=1&b=2",
      text: "\n第一行 </textarea><script>alert(1)</script>\n",
    };
    const response = await send(service, form(typed));
    expect(response.status).toBe(422);
    const html = await response.text();
    const values = readValues(html);
    expect(values).toMatchObject({ ...typed, post: "open" });
    expect(html).toContain(messages.problems["not-an-email"]({ maxLength: 0, maxLinks: 0 }));
    expect(html).not.toContain("<script");
    expect(await countStored(service)).toBe(0);
  });

  it("that comes back can be sent as it is, once its time has come", async () => {
    const service = await createTemporaryService({ proofFrom: 0 });
    const first = await send(service, form());
    expect(first.status).toBe(428);
    const values = readValues(await first.text());
    const hasty = await send(service, { ...values, intent: "post" });
    expect(hasty.status).toBe(422);
    expect(readValues(await hasty.text())).toEqual(values);
    service.clock.now += 3000;
    const second = await send(service, { ...values, intent: "post" });
    expect(second.headers.get("location")).toBe("/posts/open-post#comment-held");
    const again = await send(service, { ...values, intent: "post" });
    expect(again.status).toBe(303);
    expect(await countStored(service)).toBe(1);
  });

  it("comes back under a post that takes no comments, to be copied", async () => {
    const service = await createTemporaryService();
    for (const [post, status] of [
      ["shut", 403],
      ["none", 404],
    ] as const) {
      for (const intent of ["post", "preview"]) {
        const response = await send(service, form({ post, intent, text: "一段长文 <b>" }));
        expect(response.status).toBe(status);
        const html = await response.text();
        const [kept] = elementsOf(html).filter(({ tagName }) => tagName === "textarea");
        expect(kept?.properties).toMatchObject({ readOnly: true });
        expect(readValues(html)).toEqual({ "": "一段长文 <b>" });
      }
    }
  });

  it("comes back with its form where the store is away, whatever was read before", async () => {
    const fields = form({ text: "一段长文", token: "t", parent: "01hf000000abcd" });
    const refuse = (sent: Request) =>
      refuseRequest(
        sent,
        { reason: "unavailable" },
        { ...site, bounds: { maxLength: 50, maxLinks: 1 } },
      );
    const unread = await refuse(request(fields));
    expect(unread.status).toBe(503);
    const { subject: _, intent: __, ...kept } = fields;
    expect(readValues(await unread.text())).toEqual(kept);
    const halfDone = request(fields);
    await readGuardedForm(halfDone, site);
    expect(readValues(await (await refuse(halfDone)).text())).toEqual(kept);
    const edit = await refuse(request({ id: "x", intent: "edit", text: "新话" }));
    expect(readValues(await edit.text())).toEqual({ "": "新话" });
    const byScript = await refuse(request(fields, { json: true }));
    expect(await byScript.json()).toMatchObject({ ok: false, reason: "unavailable" });
  });

  it("that answers something that has gone can answer the post instead", async () => {
    const service = await createTemporaryService();
    const response = await send(service, form({ parent: "01hf000000abcd" }));
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(html).toContain(messages.nowAnswersPost);
    const values = readValues(html);
    expect(values.parent).toBe("");
    service.clock.now += 3000;
    expect((await send(service, { ...values, intent: "post" })).status).toBe(303);
  });

  it("can be looked at so often, and is not lost where that is over", async () => {
    const limits = { address: { count: 1, minutes: 10 }, thread: { count: 9, minutes: 10 } };
    const service = await createTemporaryService({ limits });
    const look = () => send(service, form({ intent: "preview" }));
    for (let looks = 0; looks < 6; looks += 1) expect((await look()).status).toBe(200);
    const refused = await look();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("600");
    expect(readValues(await refused.text())).toMatchObject({ text: "说一句话" });
  });

  it("can be looked at before", async () => {
    const service = await createTemporaryService();
    const response = await send(service, form({ text: "*好*", intent: "preview" }));
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain("<em>好</em>");
    expect(readValues(html)).toMatchObject({ text: "*好*", name: "读者" });
    expect(await countStored(service)).toBe(0);
  });

  it("can answer another one", async () => {
    const service = await createTemporaryService();
    const parent = await createComment(service, form(), sender("a"));
    const id = parent.ok ? parent.id : "";
    const page = await answerReplyForm(
      request(undefined, { path: `/api/comments?reply=${id}` }),
      service,
    );
    const values = readValues(await page.text());
    expect(values).toMatchObject({ post: "open", parent: id });
    service.clock.now += 3000;
    await send(service, { ...form({ text: "答" }), ...values, name: "乙", text: "答" });
    const { rows } = await service.store.execute(
      "SELECT parent_id FROM comments WHERE text = '答'",
    );
    expect(rows).toEqual([{ parent_id: id }]);
    const none = await answerReplyForm(
      request(undefined, { path: "/api/comments?reply=x" }),
      service,
    );
    expect(none.status).toBe(404);
  });
});

describe("a comment by script", () => {
  it("is answered with itself", async () => {
    const service = await createTemporaryService();
    const response = await send(service, form({ key: "0123456789abcdef" }), { json: true });
    expect(response.status).toBe(201);
    const body = await response.json();
    expect(body).toMatchObject({ ok: true, status: "visible", version: 1 });
    expect(body.html).toContain(`id="comment-${body.id}"`);
    const again = await send(service, form({ key: "0123456789abcdef" }), { json: true });
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ id: body.id });
  });

  it("is refused with problems by field", async () => {
    const service = await createTemporaryService();
    const response = await send(service, form({ name: "", text: "" }), { json: true });
    expect(response.status).toBe(422);
    const missing = messages.problems.missing({ maxLength: 0, maxLinks: 0 });
    expect(await response.json()).toMatchObject({
      ok: false,
      reason: "fields",
      problems: { name: missing, text: missing },
    });
  });

  it("is given a task where many come, and a token on its way", async () => {
    const service = await createTemporaryService({ proofFrom: 0 });
    const response = await send(service, form(), { json: true });
    expect(response.status).toBe(428);
    expect((await response.json()).challenge).toMatchObject({ bits: 16 });
    const challenge = await answerChallenge(
      request(undefined, { path: "/api/comments/challenge?post=open" }),
      service,
    );
    expect(await challenge.json()).toMatchObject({
      bits: 0,
      token: expect.stringContaining("open"),
    });
    const none = await answerChallenge(
      request(undefined, { path: "/api/comments/challenge?post=shut" }),
      service,
    );
    expect(none.status).toBe(403);
  });
});

describe("bad input", () => {
  it.each<[string, keyof typeof refusalStatus, Record<string, string>, Sent?]>([
    ["another site", "cross-site", {}, { headers: { origin: "https://evil.example" } }],
    [
      "a browser that says cross-site",
      "cross-site",
      {},
      { headers: { "sec-fetch-site": "cross-site" } },
    ],
    ["an unknown post", "no-such-post", { post: "none" }],
    ["a post without comments", "not-open", { post: "shut" }],
    ["a filled trap", "trap", { subject: "x" }],
    ["an answer to nothing", "no-such-parent", { parent: "01hf000000abcd" }],
    ["a megabyte", "too-large", { text: "长".repeat(350_000) }],
    ["NUL", "fields", { text: "a\u0000b" }],
    ["an override", "fields", { name: "\u202eabc" }],
    ["zalgo", "fields", { text: `a${"\u0301\u0322\u0333".repeat(20)}` }],
    ["another format", "wrong-type", {}, { headers: { "content-type": "text/plain" } }],
  ])("%s is refused as %s", async (_, reason, fields, sent = {}) => {
    const service = await createTemporaryService();
    for (const json of [false, true]) {
      const response = await send(service, form(fields), { ...sent, json });
      expect(response.status).toBe(refusalStatus[reason]);
      expect(response.headers.get("cache-control")).toBe("no-store");
      if (json) expect(await response.json()).toMatchObject({ ok: false, reason });
    }
    expect(await countStored(service)).toBe(0);
    expect(service.changed).toEqual([]);
  });

  it("beyond a limit is told when to come back", async () => {
    const limit = { count: 1, minutes: 10 };
    const service = await createTemporaryService({
      limits: { address: limit, thread: limit },
      proofFrom: 1,
    });
    await send(service, form());
    const response = await send(service, form({ text: "第二条" }));
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("600");
    expect(readValues(await response.text())).toMatchObject({ text: "第二条" });
  });
});

describe("own comments", () => {
  it("are shown to the browser that wrote them, and can be changed and deleted there", async () => {
    const service = await createTemporaryService();
    const cookie = cookieOf(await send(service, form({ text: "原话" })));
    const list = await answerOwnComments(request(undefined, { cookie, json: true }), service, site);
    const [comment] = (await list.json()).comments;
    expect(comment).toMatchObject({
      text: "原话",
      postId: "open",
      status: "visible",
      secondsLeft: 900,
    });

    const edit = { id: comment.id, version: "1", text: "新话", intent: "edit" };
    const changed = await answerChange(request(edit, { cookie, json: true }), service, site);
    expect(await changed.json()).toMatchObject({ ok: true, version: 2 });
    const stale = await answerChange(request(edit, { cookie }), service, site);
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain(messages.refusals.changed);

    const forged = await answerChange(
      request(edit, { cookie: `${cookie}x`, json: true }),
      service,
      site,
    );
    expect(forged.status).toBe(403);
    const elsewhere = await answerChange(
      request(edit, { cookie, headers: { origin: "https://evil.example" } }),
      service,
      site,
    );
    expect(elsewhere.status).toBe(403);

    const gone = { id: comment.id, intent: "delete" };
    const deleted = await answerChange(request(gone, { cookie, json: true }), service, site);
    expect(deleted.status).toBe(200);
    const none = await answerOwnComments(request(undefined, { cookie, json: true }), service, site);
    expect((await none.json()).comments).toEqual([]);
  });

  it("are known whatever another host of the domain has put before the cookie", async () => {
    const service = await createTemporaryService();
    const cookie = cookieOf(await send(service, form()));
    for (const beside of [
      "__Host-masthead-writer=x~y; ",
      "masthead-writer=x~y; __Host-masthead-writer=; ",
    ]) {
      const own = request(undefined, { cookie: beside + cookie, json: true });
      const list = await answerOwnComments(own, service, site);
      expect((await list.json()).comments).toHaveLength(1);
    }
  });

  it("are nobody else's to see", async () => {
    const service = await createTemporaryService();
    await send(service, form());
    for (const cookie of ["", "__Host-masthead-writer=x~y"]) {
      const list = await answerOwnComments(
        request(undefined, { cookie, json: true }),
        service,
        site,
      );
      expect(await list.json()).toEqual({ comments: [] });
    }
  });

  it("on their page keep what was typed where a change is refused", async () => {
    const service = await createTemporaryService({ maxLength: 10 });
    const cookie = cookieOf(await send(service, form()));
    const list = await answerOwnComments(request(undefined, { cookie, json: true }), service, site);
    const [{ id }] = (await list.json()).comments;
    const edit = { id, version: "1", text: "比十个字长的一句话，真的很长", intent: "edit" };
    const response = await answerChange(request(edit, { cookie }), service, site);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain("比十个字长的一句话，真的很长</textarea>");
    service.clock.now += 16 * 60_000;
    const late = await answerChange(
      request({ ...edit, text: "晚了一点" }, { cookie }),
      service,
      site,
    );
    expect(late.status).toBe(403);
    expect(readValues(await late.text())).toEqual({ "": "晚了一点" });
  });
});

it("a comment's own address leads to the page where it is", async () => {
  const service = await createTemporaryService({ pageSize: 2 });
  const ids: string[] = [];
  for (const text of ["一", "二", "三"]) {
    service.clock.now += 1;
    const created = await createComment(service, form({ text }), sender("a"));
    if (created.ok) ids.push(created.id);
  }
  const [first = "", , third = ""] = ids;
  const follow = async (id: string) => {
    const response = await answerPermalink(request(undefined), id, service);
    return response.headers.get("location") ?? response.status;
  };
  expect(await follow(first)).toBe(`/posts/open-post#comment-${first}`);
  expect(await follow(third)).toBe(`/posts/open-post/comments/2#comment-${third}`);
  expect(await follow("none")).toBe(404);
  await service.store.execute("UPDATE comments SET status = 'hidden'");
  expect(await follow(first)).toBe(404);
});

/** The fields of a page's form as a browser would send them. */
function readValues(html: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const node of elementsOf(html)) {
    const name = String(node.properties.name ?? "");
    if (node.tagName === "input" && name !== "subject")
      values[name] = String(node.properties.value ?? "");
    if (node.tagName === "textarea") {
      values[name] = node.children
        .map((child) => (child.type === "text" ? child.value : ""))
        .join("");
    }
  }
  return values;
}

function elementsOf(html: string) {
  const found: Extract<ReturnType<typeof fromHtml>["children"][number], { type: "element" }>[] = [];
  const visit = (nodes: readonly { type: string }[]) => {
    for (const node of nodes) {
      if (node.type !== "element") continue;
      const element = node as (typeof found)[number];
      found.push(element);
      visit(element.children);
    }
  };
  visit(fromHtml(html).children);
  return found;
}
