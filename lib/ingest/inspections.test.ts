import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkFolder } from "@/lib/ingest/check-folder";
import { createTemporaryArchive, postFile } from "@/lib/ingest/temporary-archive";
import { unusableAliases, usableAliases } from "@/lib/ingest/testing/old-addresses";

const now = Date.parse("2024-01-01T00:00:00Z");

/** Checks an archive of the given files, and says what it finds as an editor reads it. */
async function check(files: Record<string, string>, publicFiles: string[] = []): Promise<string[]> {
  const archive = await createTemporaryArchive();
  for (const [file, text] of Object.entries(files)) archive.write(file, text);
  for (const file of publicFiles) {
    const absolute = path.join(archive.publicFolder, file);
    mkdirSync(path.dirname(absolute), { recursive: true });
    writeFileSync(absolute, "");
  }
  const { problems } = await checkFolder({
    contentDirectory: archive.folder,
    publicDirectory: archive.publicFolder,
    now,
  });
  return problems.map(
    ({ path: file, line, column, severity, message, remedy }) =>
      `${file}:${line}:${column}: ${severity}: ${message}; ${remedy}`,
  );
}

const withBody = (body: string, frontMatter = "") => postFile("A post", { body, frontMatter });
/** On which the body of `withBody` begins, without further front matter. */
const bodyLine = 5;

describe("a scheduled post", () => {
  it("says when it appears, in the site's zone", async () => {
    const files = { "a.md": postFile("A", { date: "2024-05-01 23:30 +0000" }) };
    expect(await check(files)).toEqual([
      "a.md:3:7: warning: the post is scheduled: it appears on 2024-05-02 at 07:30 (Asia/Shanghai); nothing is to be done if that is meant; otherwise put `date` right",
    ]);
  });

  it("is none while it is a draft, or once it is there", async () => {
    const draft = postFile("A", { date: "2024-05-01", frontMatter: "draft: true" });
    expect(await check({ "a.md": draft, "b.md": postFile("B") })).toEqual([]);
  });
});

describe("names that differ in what is hardly meant", () => {
  const tagged = (tag: string) => postFile(`About ${tag}`, { frontMatter: `tags: [ ${tag} ]` });

  it.each([
    ["case", "OpenAI", "openai", "only in case"],
    ["width", "ＧＤＰ", "GDP", "only in the width or form of its characters"],
    ["script", "國際", "国际", "only in script"],
    ["blanks", "New  York", "New York", "only in blanks"],
  ])("are told of once, with the common one: %s", async (_what, rare, common, difference) => {
    const problems = await check({
      "a.md": tagged(rare),
      "b.md": tagged(common),
      "c.md": tagged(common),
      "d.md": tagged(common),
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(
      `a.md:4:7: warning: the tag \`${rare}\` (1 post, first here) differs from \`${common}\` (3 posts) ${difference}`,
    );
    expect(problems[0]).toContain(`; write \`${common}\` if both are one`);
  });

  it("are counted, not listed", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`${n + 10}.md`, tagged(n < 10 ? "GDP" : "gdp")]),
    );
    const problems = await check(files);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^10\.md.*`GDP` \(10 posts, first here\).*`gdp` \(20 posts\)/);
  });

  it("are measured by the file of an author, whatever is frequent", async () => {
    const by = (name: string) => postFile(name, { frontMatter: `author: ${name}` });
    const problems = await check({
      "authors/chen.md": "---\nname: 陳東\n---\nText.\n",
      "b.md": by("陈东"),
      "c.md": by("陈东"),
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("b.md:4:9: warning: the author `陈东` (2 posts, first here)");
  });

  it("may be in two lists, and may be two words", async () => {
    const both = postFile("A", { frontMatter: "tags: [ GDP, 港口, 港 ]\ncategories: [ gdp ]" });
    expect(await check({ "a.md": both })).toEqual([]);
  });
});

describe("a text that is there twice", () => {
  const long = "会议在傍晚结束，记者守在门外等消息。".repeat(10);

  it("is told of at the second, as a copy or as one text under two titles", async () => {
    const problems = await check({
      "a.md": postFile("A", { body: long }),
      "b.md": postFile("A", { body: long }),
      "c.md": postFile("C", { body: `\n${long}\n` }),
    });
    expect(problems).toEqual([
      "b.md:1:1: warning: the file is a copy of another; delete one of the two; the other is a.md",
      "c.md:5:1: warning: the text is to the letter that of another post; delete one of the two; the other is a.md",
    ]);
  });

  it("is not a word or two", async () => {
    const same = { body: "Photo of the day." };
    expect(await check({ "a.md": postFile("A", same), "b.md": postFile("B", same) })).toEqual([]);
  });
});

describe("a link", () => {
  const others = {
    "pages/about.md": "---\ntitle: About\n---\nText.\n",
    "2023-10-28-other.md": postFile("The other post", {
      frontMatter: "tags: [ 海港 ]\naliases: [ /old/place.html ]",
    }),
  };

  it.each([
    "/",
    "/about",
    "/about/#team",
    "/posts/the-other-post",
    "/tags/hai-gang",
    "/tags",
    "/tags/page/1",
    "/tags/hai-gang/page/1",
    "/sources/example-com",
    "/latest/page/1",
    "/archive",
    "/archive/2023",
    "/archive/2023/10",
    "/archive/2023/10/page/1",
    "/posts/the-other-post/comments/1",
    "/posts/the-other-post/comments/2",
    "/comments/01hf0k3x9a2b4c",
    "/admin/comments",
    "/api/health",
    "/accent/a3231b.svg",
    "/index",
    "/old/place",
    "/2023/10/28/other.html",
    "/files/report.pdf",
    "/files/%E6%8A%A5.pdf",
    "the-other-post",
    "?page=2",
    "https://example.com/nowhere",
    "//example.com/nowhere",
    "mailto:a@example.com",
    "tel:+123",
  ])("may lead to %s", async (address) => {
    const body = `[x](${address}) and <a href="${address}">y</a>`;
    const files = { ...others, "a.md": withBody(body) };
    expect(await check(files, ["files/report.pdf", "files/报.pdf"])).toEqual([]);
  });

  it.each([
    "/nowhere",
    "/posts/nobody",
    "/posts",
    "/posts/the-other-post/part",
    "/posts/the-other-post/comments",
    "/posts/the-other-post/comments/0",
    "/posts/nobody/comments/2",
    "/tags/nothing",
    "/tags/nothing-abcdef",
    "/tags/hai-gang-abcdef",
    "/tags/nothing/page/1",
    "/tags/page",
    "/tags/page/2",
    "/tags/hai-gang/page/0",
    "/tags/hai-gang/page/2",
    "/tags/hai-gang/more",
    "/latest",
    "/latest/page/02",
    "/latest/page/2",
    "/archive/1999",
    "/archive/2023/1",
    "/archive/2023/13",
    "/archive/2023/09",
    "/archive/2023/10/page/2",
    "/archive/2023/10/28",
    "/archive/2023/page/0",
    "/archive/page/2",
    "/comments",
    "/comments/nobody",
    "/admin",
    "/admin/comments/nothing",
    "/api",
    "/api/nothing",
    "/_next/static/chunks/gone.js",
    "/404",
    "/search?q=x",
    "/feeds/all.xml",
    "/sitemap.xml",
    "/robots.txt",
    "/favicon.ico",
    "/files/missing.pdf",
    "other",
    "/pictures",
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/%00",
    `/${"x".repeat(1500)}`,
  ])("is dead when it leads to %.40s", async (address) => {
    const problems = await check({ ...others, "a.md": withBody(`Before [x](${address}) after`) });
    expect(problems).toEqual([
      `a.md:${bodyLine}:12: warning: \`${address}\` leads nowhere: the site has no page and no file there; put the address right, or take the link out`,
    ]);
  });

  it("leads to as many pages of a listing as there are", async () => {
    const listings = ["/latest", "/tags/tide", "/archive/2023", "/archive/2023/10"];
    const links = listings.flatMap((listing) => [2, 3].map((page) => `${listing}/page/${page}`));
    const names = (post: number) => Array.from({ length: 27 }, (_, n) => `name ${post}-${n}`);
    const files = Object.fromEntries(
      Array.from({ length: 13 }, (_, n) => [
        `${n}.md`,
        postFile(`Post ${n}`, { frontMatter: `tags: [ tide, ${names(n).join(", ")} ]` }),
      ]),
    );
    const problems = await check({
      ...files,
      "z.md": withBody([...links, "/tags/page/2", "/tags/page/3"].map((to) => `[x](${to})`).join()),
    });
    expect(problems.map((line) => /`(.*?)`/.exec(line)?.[1])).toEqual([
      ...listings.map((listing) => `${listing}/page/3`),
      "/tags/page/3",
    ]);
  });

  it.each([
    ["Markdown", "一\n\n二 [x](/gone)", 2, 7],
    ["Markdown between angle brackets", '[x](</gone> "title")', 0, 6],
    ["a reference", "[x][1]\n\n[1]: /gone", 2, 6],
    ["HTML", "<div>\n<p>二\n<a class=x\nhref='/gone'>x</a></div>", 3, 7],
    ["HTML without quotes", "<a href=/gone>x</a>", 0, 9],
    ["a link around a picture", "[![p](https://e.com/p.jpg)](/gone)", 0, 29],
    ["text behind code with the same", "`[x](/gone)` [x](/gone)", 0, 18],
  ])("is found in its place: %s", async (_what, body, line, column) => {
    const [problem] = await check({ "a.md": withBody(body) });
    expect(problem).toContain(
      `a.md:${bodyLine + line}:${column}: warning: \`/gone\` leads nowhere`,
    );
  });

  it.each(["`[x](/gone)`", "```\n<a href='/gone'>\n```", "    [x](/gone)", "\\[x](/gone)"])(
    "is none in code, or where Markdown sees none: %j",
    async (body) => {
      expect(await check({ "a.md": withBody(body) })).toEqual([]);
    },
  );

  it("to a file of the folder is told the address of its post", async () => {
    const files = { ...others, "sub/a.md": withBody("[x](../2023-10-28-other.md#part)") };
    expect(await check(files)).toEqual([
      `sub/a.md:${bodyLine}:5: warning: \`../2023-10-28-other.md#part\` is a file of this folder, not an address of the site; write \`/posts/the-other-post\``,
    ]);
  });

  it("of the original's site is left alone", async () => {
    const frontMatter = "from: https://example.com/news/1";
    expect(await check({ "a.md": withBody("[x](/gone) <img src=a.jpg>", frontMatter) })).toEqual(
      [],
    );
  });

  it("is told of twenty times in one file at the most", async () => {
    const body = Array.from({ length: 300 }, (_, n) => `[x](/gone-${n})`).join(" ");
    expect((await check({ "a.md": withBody(body) })).length).toBeLessThanOrEqual(20);
  });
});

describe("an anchor in Markdown", () => {
  const text = '\n\n## The ferry\n\n## 港口\n\n## Twice\n\n## Twice\n\n<p id="own">x</p>';

  it.each(["#the-ferry", "#港口", "#gang-kou", "#own", "#twice-2", "#h-the-ferry", "#top", "#"])(
    "may be %s",
    async (anchor) => {
      expect(await check({ "a.md": withBody(`[x](${anchor})${text}`) })).toEqual([]);
    },
  );

  it("is dead where nothing has its name, and told where several have", async () => {
    const problems = await check({ "a.md": withBody(`[x](#gone) [y](#twice)${text}`) });
    expect(problems).toMatchObject([
      expect.stringContaining(`a.md:${bodyLine}:5: warning: no heading and no id of this text is`),
      expect.stringContaining(`a.md:${bodyLine}:16: warning: \`#twice\` may be any of 2 places`),
    ]);
  });

  it("is left alone in scraped HTML", async () => {
    expect(await check({ "a.md": withBody('<a href="#gone">x</a>') })).toEqual([]);
  });
});

describe("a picture", () => {
  it("must be in public/, and where it is elsewhere the right address is said", async () => {
    const body =
      "![a](/pictures/gone.jpg)\n\n![b](../../public/pictures/kept.jpg)\n\n<img src=pictures/kept.jpg>";
    const problems = await check({ "a.md": withBody(body) }, ["pictures/kept.jpg"]);
    expect(problems).toEqual([
      `a.md:5:6: warning: \`/pictures/gone.jpg\` is not there: public/ has no such file; put the file into public/ and write its path from there, such as \`/pictures/harbour.jpg\``,
      "a.md:7:6: warning: `../../public/pictures/kept.jpg` is not there: public/ has no such file; write `/pictures/kept.jpg`",
      "a.md:9:10: warning: `pictures/kept.jpg` is not there: public/ has no such file; write `/pictures/kept.jpg`",
    ]);
  });

  it("is looked for as a cover too", async () => {
    const problems = await check({ "a.md": withBody("Text", "cover: /gone.jpg") });
    expect(problems).toMatchObject([expect.stringContaining("a.md:4:8: warning: `/gone.jpg`")]);
  });

  it("without a description is told of once a file, in Markdown only", async () => {
    const address = "https://example.com/p.jpg";
    const problems = await check({
      "a.md": withBody(`Text ![](${address}) and ![](${address})`),
      "b.md": withBody(
        `![](${address} "A ferry")\n\n![A ferry](${address})\n\n<img src="${address}">`,
      ),
    });
    expect(problems).toEqual([
      "a.md:5:10: warning: 2 pictures, the first here, have no description for those who can't see it; write between the brackets what is to be seen: `![A ferry at dawn](…)`",
    ]);
  });
});

describe("what only a draft has", () => {
  const draft = (title: string, more = "") =>
    postFile(title, { frontMatter: `draft: true\n${more}`.trim() });

  it("is nowhere for readers: its address, its tags and its old addresses", async () => {
    const drafts = {
      "d.md": draft("Hidden", "tags: [ secret ]\naliases: [ /was/hidden ]"),
      "pages/plan.md": "---\ntitle: Plan\ndraft: true\n---\nText.\n",
    };
    const body = "[a](/posts/hidden) [b](/tags/secret) [c](/was/hidden) [d](/plan) [e](d.md)";
    const problems = await check({ ...drafts, "a.md": postFile("A", { body }) });
    expect(problems).toEqual([
      "a.md:5:5: warning: `/posts/hidden` leads to a draft, d.md, which readers don't see; publish that as well, or take the link out",
      expect.stringMatching(/^a\.md:5:24: warning: `\/tags\/secret` leads nowhere/),
      expect.stringMatching(/^a\.md:5:42: warning: `\/was\/hidden` leads nowhere/),
      "a.md:5:59: warning: `/plan` leads to a draft, pages/plan.md, which readers don't see; publish that as well, or take the link out",
      expect.stringMatching(/^a\.md:5:70: warning: `d\.md` is a file of this folder/),
    ]);
    // From one draft to another.
    const other = `---\ntitle: B\ndate: 2023-10-28\ndraft: true\n---\n[a](/posts/hidden)\n`;
    expect(await check({ ...drafts, "b.md": other })).toEqual([]);
  });

  it("keeps no old address of another post", async () => {
    const aliases = "aliases: [ /posts/hidden, /tags/secret, /plan ]";
    expect(
      await check({
        "d.md": draft("Hidden", "tags: [ secret ]"),
        "pages/plan.md": "---\ntitle: Plan\ndraft: true\n---\nText.\n",
        "a.md": postFile("A", { frontMatter: aliases }),
      }),
    ).toEqual([]);
  });

  it("is told of in the navigation", async () => {
    const problems = await check({
      "d.md": draft("Hidden"),
      "a.md": postFile("A"),
      "site.yaml":
        "navigation:\n  - { label: A, href: /posts/a }\n  - { label: B, href: '/posts/hidden#x' }\n  - { label: C, href: /gone }\n",
    });
    expect(problems).toEqual([
      expect.stringMatching(
        /^site\.yaml:3:\d+: warning: `\/posts\/hidden#x` leads to a draft, d\.md/,
      ),
      expect.stringMatching(/^site\.yaml:4:\d+: warning: there is no page at `\/gone`/),
    ]);
  });
});

describe("an old address", () => {
  it.each([
    ["/%01", "has nothing that tells it from others"],
    ["/%20", "has nothing that tells it from others"],
    ["/%2f", "has nothing that tells it from others"],
    ["/", "is that of the site itself"],
    ['"/\\u0001"', "is that of the site itself"],
    ["/index", "is that of the site itself"],
    ["'/?p=123'", "is told from others by what stands behind `?`, where the site doesn't look"],
    ["'/old#part'", "is told from others by what stands behind `#`, where the site doesn't look"],
  ])("that can never lead to its post is told of: %s", async (alias, fault) => {
    const problems = await check({
      "a.md": postFile("A", { frontMatter: `aliases: [ ${alias} ]` }),
    });
    expect(problems).toEqual([expect.stringContaining(`${fault}, and can't lead here`)]);
  });

  it("is told of where a page stands there, or another post names the same", async () => {
    const aliased = (title: string, alias: string) =>
      postFile(title, { frontMatter: `aliases: [ ${alias} ]` });
    const problems = await check({
      "pages/about.md": "---\ntitle: About\n---\nText.\n",
      "a.md": aliased("A", "/about"),
      "b.md": aliased("B", "/old/x"),
      "c.md": aliased("C", "/old/x.html"),
      "d.md": aliased("D", "/posts/a"),
      "e.md": aliased("E", "/posts/e"),
      "f.md": aliased("F", "/tags"),
    });
    expect(problems.map((line) => line.replace(/; .*/, ""))).toEqual([
      "a.md:4:10: warning: the old address `/about` is that of pages/about.md, and can't lead here",
      "c.md:4:10: warning: the old address `/old/x.html` is that of b.md, and can't lead here",
      "d.md:4:10: warning: the old address `/posts/a` is that of a.md, and can't lead here",
      "f.md:4:10: warning: the old address `/tags` is that of the site itself, and can't lead here",
    ]);
  });

  const checkAlias = (alias: string) =>
    check(
      {
        "pages/about.md": "---\ntitle: About\n---\nText.\n",
        "a.md": postFile("A", { frontMatter: "tags: [ tide ]" }),
        "b.md": postFile("B", { frontMatter: `aliases: [ "${alias}" ]` }),
      },
      ["files/report.pdf"],
    );

  it.each([
    ...unusableAliases.map((alias) => [alias, "the site itself"]),
    ["/files/report.pdf", "public/files/report.pdf"],
    ["https://old.example/about/", "pages/about.md"],
  ])("can't be %s", async (alias, holder) => {
    expect(await checkAlias(alias)).toEqual([
      expect.stringContaining(`the old address \`${alias}\` is that of ${holder}, and can't lead`),
    ]);
  });

  it.each(usableAliases)("may be %s", async (alias) => {
    expect(await checkAlias(alias)).toEqual([]);
  });
});
