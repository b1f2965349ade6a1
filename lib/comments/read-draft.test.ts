import MarkdownIt from "markdown-it";
import { describe, expect, it, vi } from "vitest";
import { hashText, readDraft, readParent, readWebsite } from "@/lib/comments/read-draft";
import type { Fields } from "@/lib/discussion/draft-fields";

const bounds = { maxLength: 50, maxLinks: 1 };

const read = (fields: Fields) => readDraft({ name: "读者", text: "正文", ...fields }, bounds);

const problemsOf = (fields: Fields) => {
  const result = read(fields);
  return result.ok ? {} : result.problems;
};

describe("what was typed", () => {
  it("becomes a draft, tidied", () => {
    expect(
      read({
        name: "  林  砚秋 ",
        email: "a.b@example.com",
        website: "例え.example/x",
        text: "\r\n第一行\r\n  第二行  \r\n\r\n",
      }),
    ).toEqual({
      ok: true,
      draft: {
        name: "林 砚秋",
        email: "a.b@example.com",
        website: "https://xn--r8jz45g.example/x",
        text: "第一行\n  第二行",
        textHash: expect.stringMatching(/^[\w-]{22}$/),
      },
    });
    expect(read({ email: " ", website: "" })).toEqual({
      ok: true,
      draft: { name: "读者", text: "正文", textHash: hashText("正文") },
    });
  });

  it("has every problem named at once", () => {
    expect(
      problemsOf({ name: "", email: "nobody", website: "javascript:alert(1)", text: "\u200b" }),
    ).toEqual({
      name: "missing",
      email: "not-an-email",
      website: "not-a-website",
      text: "missing",
    });
  });

  it.each<[string, Fields, object]>([
    ["a long name", { name: "名".repeat(61) }, { name: "too-long" }],
    ["NUL in the name", { name: "a\u0000" }, { name: "unreadable" }],
    ["an override in the name", { name: "\u202eabc" }, { name: "direction" }],
    ["zalgo", { text: `Z${"\u0301\u0322\u0333".repeat(4)}` }, { text: "stacked" }],
    ["a megabyte", { text: "长".repeat(350_000) }, { text: "too-long" }],
    ["zalgo between marks", { text: "Z\u0301**\u0322\u0333\u0316\u0317**" }, { text: "stacked" }],
    ["nothing but a quotation's sign", { text: "> " }, { text: "missing" }],
    ["blank letters", { name: "\u3164", text: "\u2800" }, { name: "missing", text: "missing" }],
    ["one character too many", { text: "👍".repeat(51) }, { text: "too-long" }],
    ["links", { text: "https://a.example https://b.example" }, { text: "too-many-links" }],
    [
      "a password in an address",
      { website: "https://a:b@c.example/" },
      { website: "not-a-website" },
    ],
    ["a host without a dot", { website: "https://localhost/" }, { website: "not-a-website" }],
    ["spaces in an email", { email: "a b@example.com" }, { email: "not-an-email" }],
  ])("is refused: %s", (_, fields, problems) => {
    expect(problemsOf(fields)).toEqual(problems);
  });

  // Each would take seconds if it were composed, trimmed or parsed first.
  it.each<[string, Fields, object]>([
    ["spaces between letters", { text: `a${" ".repeat(250_000)}b` }, { text: "too-long" }],
    ["marks out of order", { name: `a${"\u0301\u0323".repeat(60_000)}` }, { name: "too-long" }],
    ["marks in an email", { email: `a${"\u0301\u0323".repeat(60_000)}` }, { email: "too-long" }],
    ["a host", { website: `${"例え".repeat(60_000)}.example` }, { website: "too-long" }],
  ])(
    "is refused for its length before anything else is done with it: %s",
    (_, fields, problems) => {
      const steps = [
        vi.spyOn(String.prototype, "normalize"),
        vi.spyOn(String.prototype, "trimEnd"),
        vi.spyOn(URL, "canParse"),
      ];
      expect(problemsOf(fields)).toEqual(problems);
      const given = Object.values(fields)[0] ?? "";
      for (const step of steps) {
        const lengths = [...step.mock.contexts, ...step.mock.calls.flat()].map(
          (on) => String(on).length,
        );
        expect(Math.max(0, ...lengths)).toBeLessThan(given.length);
        step.mockRestore();
      }
    },
  );

  it("that is full of addresses is not looked through for links", () => {
    const render = vi.spyOn(MarkdownIt.prototype, "render");
    const many = readDraft(
      { name: "读者", text: "http://".repeat(700) },
      { maxLength: 5000, maxLinks: 3 },
    );
    expect(many).toMatchObject({ ok: false, problems: { text: "too-many-links" } });
    expect(render).not.toHaveBeenCalled();
    render.mockRestore();
  });

  it.each([
    ["example.com:8080/blog", "https://example.com:8080/blog"],
    ["HTTP://Example.com", "http://example.com/"],
    ["www.例え.example", "https://www.xn--r8jz45g.example/"],
    ["javascript:alert(1)", undefined],
    ["javascript:alert.x", undefined],
    ["javascript://a.example/%0aalert(1)", undefined],
    ["data:text/html,x.y", undefined],
    ["mailto:a@b.example", undefined],
    ["ftp://a.example/", undefined],
    ["//a.example", "https://a.example/"],
    ["https:a.example", undefined],
  ])("has a website that is on the web: %s", (written, website) => {
    expect(readWebsite(written)).toBe(website);
  });

  it("may be as long as it says", () => {
    expect(read({ name: "名".repeat(60), text: "👍".repeat(50) }).ok).toBe(true);
  });

  it("is the same words however they are spaced", () => {
    expect(hashText("Ａ  good\n idea ")).toBe(hashText("a good idea"));
    expect(hashText("a good idea")).not.toBe(hashText("a good ideas"));
  });

  it("answers a comment, the post, or nothing that there could be", () => {
    expect(readParent({})).toBeUndefined();
    expect(readParent({ parent: " " })).toBeUndefined();
    expect(readParent({ parent: "01hf000000abcd" })).toBe("01hf000000abcd");
    expect(readParent({ parent: "../../etc" })).toBe(false);
  });
});
