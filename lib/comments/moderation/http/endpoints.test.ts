import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import { createComment } from "@/lib/comments/create-comment";
import { actOnOne, pickField } from "@/lib/comments/moderation/acts";
import { answerBlockChange, answerBlocks } from "@/lib/comments/moderation/http/blocks-endpoint";
import { answerLog } from "@/lib/comments/moderation/http/log-endpoint";
import { answerLogin, answerLogout } from "@/lib/comments/moderation/http/login-endpoint";
import { readOwn } from "@/lib/comments/moderation/http/moderation-cookies";
import { answerAct, answerQueue } from "@/lib/comments/moderation/http/queue-endpoint";
import { findModerator } from "@/lib/comments/moderation/session";
import {
  createTemporaryModeration,
  type TemporaryModeration,
  testPassword,
} from "@/lib/comments/moderation/temporary-moderation";
import { findComment } from "@/lib/comments/store/read-comments";
import { sender } from "@/lib/comments/temporary-service";
import { attacks } from "@/lib/html/testing/attacks";
import { type Parent, visitElements } from "@/lib/html/tree/tree";
import { moderationMessagesIn } from "@/lib/messages/moderation/moderation-messages";
import { unlimited } from "@/lib/site/comment-settings";

const messages = moderationMessagesIn("zh-Hans");

const site = { siteUrl: "https://site.example" };

const request = (
  path: string,
  fields?: Record<string, string>,
  headers: Record<string, string> = {},
) =>
  new Request(`https://site.example${path}`, {
    method: fields ? "POST" : "GET",
    ...(fields ? { body: new URLSearchParams(fields) } : {}),
    headers: {
      origin: "https://site.example",
      "x-masthead-peer": "192.0.2.1",
      accept: "text/html",
      ...headers,
    },
  });

const desk = (service: TemporaryModeration) => ({ service, site, moderator: { actor: "林海" } });

async function write(
  service: TemporaryModeration,
  fields: Record<string, string> = {},
): Promise<string> {
  service.clock.now += 1;
  const given = { post: "open", name: "读者", text: "话", ...fields };
  const created = await createComment(service, given, sender("a"));
  if (!created.ok) throw new Error(created.refusal.reason);
  return created.id;
}

const statusOf = async ({ store }: TemporaryModeration, id: string) =>
  (await findComment(store, id))?.status;

describe("the door", () => {
  it("opens to the password, with cookies that no script and no other site can use", async () => {
    const service = await createTemporaryModeration();
    const response = await answerLogin(
      request("/admin/comments/login", { password: testPassword, name: "林海" }),
      service,
      site,
    );
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/admin/comments");
    const cookies = response.headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) {
      expect(cookie).toMatch(
        /^__Host-masthead-moderator(-device)?=[\w-]+~[\w-]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict; Secure$/,
      );
    }
    const cookie = cookies.map((one) => one.split(";")[0]).join("; ");
    const session = readOwn(new Headers({ cookie }), "session", site.siteUrl);
    expect(await findModerator(service, session)).toEqual({ actor: "林海" });
    const foreign = `__Host-masthead-moderator=x~y; ${cookie}; __Host-masthead-moderator=z`;
    const among = readOwn(new Headers({ cookie: foreign }), "session", site.siteUrl);
    expect(among).toHaveLength(3);
    expect(await findModerator(service, among)).toEqual({ actor: "林海" });
    const out = await answerLogout(
      request("/admin/comments/logout", {}, { cookie }),
      service,
      site,
    );
    expect(out.headers.get("set-cookie")).toMatch(/^__Host-masthead-moderator=; .*Max-Age=0/);
    expect(await findModerator(service, session)).toBeUndefined();
  });

  it("stays shut to a wrong one, says so, and says when to come back", async () => {
    const service = await createTemporaryModeration();
    const guess = () =>
      answerLogin(request("/admin/comments/login", { password: "x", name: '"x>' }), service, site);
    for (let turn = 0; turn < 5; turn += 1) {
      const wrong = await guess();
      expect(wrong.status).toBe(401);
      expect(wrong.headers.get("cache-control")).toBe("no-store");
      expect(wrong.headers.get("x-robots-tag")).toContain("noindex");
      expect(wrong.headers.get("set-cookie")).toBeNull();
      const html = await wrong.text();
      expect(html).toContain(messages.login.wrong);
      expect(html).toContain('value="&#x22;x>"');
    }
    const throttled = await guess();
    expect(throttled.status).toBe(429);
    expect(throttled.headers.get("retry-after")).toBe("900");
    expect(await throttled.text()).toContain(messages.login.throttled(15));
  });

  it.each([
    ["another origin", { origin: "https://evil.example" }],
    ["a browser that says cross-site", { "sec-fetch-site": "cross-site" }],
    ["a sibling's page", { "sec-fetch-site": "same-site" }],
    ["a sandboxed page", { origin: "null" }],
  ])("nothing from %s is done", async (_, headers) => {
    const service = await createTemporaryModeration({ moderation: "all" });
    const id = await write(service);
    const sent = (path: string, fields: Record<string, string>) => request(path, fields, headers);
    const responses = [
      await answerLogin(sent("/admin/comments/login", { password: testPassword }), service, site),
      await answerLogout(sent("/admin/comments/logout", {}), service, site),
      await answerAct(
        sent("/admin/comments", { one: actOnOne("approve", { id, version: 1 }) }),
        desk(service),
      ),
      await answerBlockChange(
        sent("/admin/comments/blocks", { intent: "block", word: "word" }),
        desk(service),
      ),
    ];
    expect(responses.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(responses.every(({ headers }) => headers.get("set-cookie") === null)).toBe(true);
    expect(await statusOf(service, id)).toBe("held");
    const { rows } = await service.store.execute("SELECT * FROM blocks");
    expect(rows).toEqual([]);
  });
});

describe("the queue", () => {
  it("acts on one, and on all that are chosen, and says so where it was", async () => {
    const service = await createTemporaryModeration({ moderation: "all" });
    const [a, b, c] = [
      await write(service, { text: "一" }),
      await write(service, { text: "二" }),
      await write(service, { text: "三" }),
    ];
    const one = await answerAct(
      request("/admin/comments", {
        view: "q=读者&page=1",
        one: actOnOne("approve", { id: a, version: 1 }),
        [pickField(b)]: "1",
      }),
      desk(service),
    );
    expect(one.status).toBe(303);
    const location = one.headers.get("location") ?? "";
    expect(location).toBe("/admin/comments?q=%E8%AF%BB%E8%80%85&done=approve.1.0");
    expect([await statusOf(service, a), await statusOf(service, b)]).toEqual(["visible", "held"]);
    const after = await answerQueue(request(location), desk(service));
    expect(after.status).toBe(200);
    expect(await after.text()).toContain(messages.done.approve(1));

    const bulk = { act: "spam", [pickField(b)]: "1", [pickField(c)]: "7" };
    const both = await answerAct(request("/admin/comments", bulk), desk(service));
    expect(both.headers.get("location")).toBe("/admin/comments?done=spam.1.1");
    expect([await statusOf(service, b), await statusOf(service, c)]).toEqual(["spam", "held"]);
    expect(service.changed).toEqual(["open"]);
  });

  it("asks before it deletes, and lists what would be gone", async () => {
    const service = await createTemporaryModeration();
    const id = await write(service, { text: "要删的" });
    const fields = { act: "delete", [pickField(id)]: "1" };
    const question = await answerAct(request("/admin/comments", fields), desk(service));
    expect(question.status).toBe(200);
    const html = await question.text();
    expect(html).toContain(messages.confirmDelete(1));
    expect(html).toContain("要删的");
    expect(await statusOf(service, id)).toBe("visible");
    await answerAct(request("/admin/comments", { ...fields, confirmed: "yes" }), desk(service));
    expect(await statusOf(service, id)).toBe("deleted");
  });

  it.each([{}, { act: "approve" }, { act: "no-such-act" }, { one: "approve x 1" }, { one: "" }])(
    "does nothing where nothing was chosen: %j",
    async (fields) => {
      const service = await createTemporaryModeration({ moderation: "all" });
      await write(service);
      const response = await answerAct(request("/admin/comments", fields), desk(service));
      expect(response.status).toBe(422);
      expect(await response.text()).toContain(messages.nothingChosen);
    },
  );

  it("goes to the last page where a page is gone, and never anywhere else", async () => {
    const service = await createTemporaryModeration({ moderation: "all" });
    const id = await write(service);
    const gone = await answerQueue(request("/admin/comments?page=9&q=话"), desk(service));
    expect(gone.headers.get("location")).toBe("/admin/comments?q=%E8%AF%9D");
    const view = "https://evil.example/?status=evil&page=-1";
    const one = actOnOne("hide", { id, version: 1 });
    const back = await answerAct(request("/admin/comments", { one, view }), desk(service));
    expect(back.headers.get("location")).toBe("/admin/comments?done=hide.1.0");
  });

  it("shows every attack as what it is: text", async () => {
    const off = { count: unlimited, minutes: 1 };
    const service = await createTemporaryModeration({ limits: { address: off, thread: off } });
    for (const attack of attacks) {
      const fields = { post: "open", name: attack, text: attack, website: attack };
      // What isn't taken as a name or a website is not in the store.
      await createComment(service, { ...fields, website: "" }, sender("a"));
      await createComment(service, { ...fields, name: "读者", text: `${attack} 2` }, sender("b"));
    }
    const { rows } = await service.store.execute("SELECT id FROM comments");
    expect(rows.length).toBeGreaterThan(20);
    const pages = Array.from({ length: Math.ceil(rows.length / 25) }, (_, index) =>
      answerQueue(request(`/admin/comments?status=visible&page=${index + 1}`), desk(service)),
    );
    for (const page of pages) expect(findForeign(await (await page).text())).toEqual([]);
    const picks = Object.fromEntries(rows.map(({ id }) => [pickField(String(id)), "1"]));
    const confirm = await answerAct(
      request("/admin/comments", { ...picks, act: "delete" }),
      desk(service),
    );
    expect(findForeign(await confirm.text())).toEqual([]);
    const word = attacks[0] ?? "";
    const blocked = await answerBlockChange(
      request("/admin/comments/blocks", { intent: "block", word }),
      desk(service),
    );
    expect(findForeign(await blocked.text())).toEqual([]);
    const search = `/admin/comments?q=${encodeURIComponent(`"><script>alert(1)</script>`)}`;
    const found = await answerQueue(request(search), desk(service));
    expect(findForeign(await found.text())).toEqual([]);
    const log = await answerLog(request("/admin/comments/log"), desk(service));
    expect(findForeign(await log.text())).toEqual([]);
  }, 60_000);
});

describe("all that match", () => {
  const statuses = async ({ store }: TemporaryModeration) =>
    (await store.execute("SELECT status FROM comments ORDER BY id")).rows.map(
      ({ status }) => status,
    );

  async function createQueue() {
    const service = await createTemporaryModeration({ moderation: "all" });
    for (const text of ["a spam", "b spam", "c"]) {
      service.clock.now += 1;
      await write(service, { text });
    }
    const act = (fields: Record<string, string>, view = "q=spam") =>
      answerAct(request("/admin/comments", { view, ...fields }), desk(service));
    return { service, act };
  }

  it("can be hidden or marked at once, and nothing else is", async () => {
    const { service, act } = await createQueue();
    const marked = await act({ every: "spam" });
    expect(marked.headers.get("location")).toBe("/admin/comments?q=spam&done=spam.2.0");
    expect(await statuses(service)).toEqual(["spam", "spam", "held"]);
    await act({ every: "hide" }, "status=all");
    expect(await statuses(service)).toEqual(["hidden", "hidden", "hidden"]);
    expect((await act({ every: "hide" }, "status=all")).status).toBe(422);
  });

  it("can't be let through at once, and is deleted after a question alone", async () => {
    const { service, act } = await createQueue();
    expect((await act({ every: "approve" })).status).toBe(422);
    const asked = await act({ every: "delete" });
    expect(await asked.text()).toContain(messages.confirmDelete(2));
    expect(await statuses(service)).toEqual(["held", "held", "held"]);
  });

  it("is offered where a page doesn't hold it", async () => {
    const { service } = await createQueue();
    const queue = () =>
      answerQueue(request("/admin/comments"), desk(service)).then((r) => r.text());
    expect(await queue()).not.toContain('name="every"');
    await service.store.execute(`WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 30)
      INSERT INTO comments (id, post_id, root_id, path, depth, status, name, text, text_hash, created_at, writer_hash)
      SELECT 'z' || n, 'open', 'z' || n, 'z' || n, 0, 'held', 'x', 'y', '', 0, '' FROM number`);
    expect(await queue()).toContain('name="every" value="spam"');
  });
});

describe("blocks", () => {
  it("of words are kept in one form, hold comments back, and can be lifted", async () => {
    const service = await createTemporaryModeration();
    const change = (fields: Record<string, string>) =>
      answerBlockChange(request("/admin/comments/blocks", fields), desk(service));
    const added = await change({ intent: "block", word: " Ｖiagra " });
    expect(await added.text()).toContain(messages.blocks.added("viagra"));
    const again = await change({ intent: "block", word: "VIAGRA" });
    expect(await again.text()).toContain(messages.blocks.known("viagra"));
    const held = await write(service, { text: "cheap vIaGrA" });
    expect(await statusOf(service, held)).toBe("held");
    expect((await change({ intent: "block", word: "x" })).status).toBe(422);
    expect((await change({ intent: "block", word: " \u200d " })).status).toBe(422);
    expect((await change({ intent: "unblock-word", value: "viagra" })).status).toBe(303);
    const visible = await write(service, { text: "viagra, again" });
    expect(await statusOf(service, visible)).toBe("visible");
  });

  it.each([
    "https://site.example/posts/other-post?x#comments",
    "/posts/other-post/comments/2",
    " other-post ",
    "other",
  ])("of threads need no comment: %s", async (post) => {
    const service = await createTemporaryModeration();
    const close = (typed: string) =>
      answerBlockChange(
        request("/admin/comments/blocks", { intent: "close", post: typed }),
        desk(service),
      );
    const closed = await close(post);
    expect(closed.status).toBe(200);
    expect(await closed.text()).toContain("另一篇");
    expect(service.changed).toEqual(["other"]);
    await close(post);
    expect(service.changed).toEqual(["other"]);
    const unknown = await close('none" <b>');
    expect(unknown.status).toBe(422);
    const html = await unknown.text();
    expect(html).toContain(messages.blocks.noPost);
    expect(findForeign(html)).toEqual([]);
  });

  it("of addresses and closed threads are listed, and can be lifted", async () => {
    const service = await createTemporaryModeration();
    const id = await write(service);
    for (const act of ["block", "close"] as const) {
      const fields = { one: actOnOne(act, { id, version: 1 }) };
      await answerAct(request("/admin/comments", fields), desk(service));
    }
    const html = await (await answerBlocks(request("/"), desk(service))).text();
    const { addressHash = "" } = (await findComment(service.store, id)) ?? {};
    expect(html).toContain(addressHash);
    expect(html).toContain("开放的文章");
    for (const fields of [
      { intent: "unblock-address", value: addressHash },
      { intent: "open", value: "open" },
    ]) {
      await answerBlockChange(request("/admin/comments/blocks", fields), desk(service));
    }
    await write(service, { text: "又能说了" });
    const log = await (await answerLog(request("/admin/comments/log"), desk(service))).text();
    for (const act of ["unblock-address", "open-thread", "block-address"] as const) {
      expect(log).toContain(messages.log.acts[act]);
    }
  });
});

/** Elements and addresses that are none of ours. */
function findForeign(html: string): string[] {
  const found: string[] = [];
  const document = fromHtml(html);
  visitElements(document as Parent, ({ tagName, properties }) => {
    if (!ownElements.has(tagName)) found.push(`<${tagName}>`);
    if (tagName === "script" && properties.src !== "/scripts/moderation.mjs") found.push("script");
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name) || name === "style" || name === "srcDoc") found.push(name);
      const isAddress = ["href", "src", "action", "formAction"].includes(name);
      if (isAddress && !/^(?:\/(?!\/)|https?:|#)/.test(String(value))) found.push(String(value));
    }
  });
  return found;
}

const ownElements = new Set(
  "html head meta title link script body header nav main h1 h2 p a form fieldset legend label input button details summary dl div dt dd kbd ol ul li bdi span time blockquote code pre em strong br table thead tbody tr th td".split(
    " ",
  ),
);
