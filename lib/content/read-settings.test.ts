import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSettings } from "@/lib/content/read-settings";
import { formatProblem } from "@/lib/problem";

const read = (text: string) => readSettings(Buffer.from(text));

const said = (text: string | Uint8Array): string[] => {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return readSettings(bytes).findings.map((finding) =>
    formatProblem({ path: "site.yaml", ...finding }),
  );
};

const settingsOf = (text: string) => {
  const result = read(text);
  return result.outcome === "read" ? result.settings : result.findings;
};

describe("settings that are right", () => {
  it("are read in their types, however they are quoted", () => {
    const text = `
name: 2024
language: zh-TW
timeZone: 'Europe/Berlin'
accent: "#A3231B"
pageSize: "20"
commentsByDefault: Yes
comments:
  provider: none
  proofFrom: .5
  limits: { address: 5/10, thread: off }
navigation:
  - label: 关于
    href: /关于
  - { label: Code, href: "https://example.com/code" }
`;
    expect(settingsOf(text)).toEqual({
      name: "2024",
      language: "zh-Hant",
      timeZone: "Europe/Berlin",
      accent: "#a3231b",
      pageSize: 20,
      commentsByDefault: true,
      comments: {
        provider: "none",
        proofFrom: 0.5,
        limits: {
          address: { count: 5, minutes: 10 },
          thread: { count: Number.MAX_SAFE_INTEGER, minutes: 1 },
        },
      },
      navigation: [
        { label: "关于", href: "/关于" },
        { label: "Code", href: "https://example.com/code" },
      ],
    });
  });

  it.each([
    ["nothing", ""],
    ["blanks", " \r\n\n"],
    ["a byte order mark", "\ufeff"],
    ["comments", "# name: not yet\n"],
    ["keys without values", "name:\ncomments:\nnavigation: ~\nfooter: ''\n"],
    ["braces with nothing in them", "{}"],
  ])("may be none: %s", (_what, text) => {
    expect(read(text)).toMatchObject({ outcome: "read", settings: {}, findings: [] });
  });

  it("may be saved on Windows", () => {
    expect(settingsOf("\ufeffname: A\r\ncomments:\r\n  order: newest\r\n")).toEqual({
      name: "A",
      comments: { order: "newest" },
    });
  });

  it("may stand between lines of hyphens, as front matter does", () => {
    expect(settingsOf("---\nname: A\n---\n")).toEqual({ name: "A" });
  });

  it("are what the samples have", () => {
    const result = readSettings(readFileSync("content/site.yaml"));
    expect(result).toMatchObject({ outcome: "read", findings: [] });
  });
});

describe("what is wrong is said with its place and a remedy", () => {
  it.each([
    ["nmae: x", "1:1", "`nmae` is no setting; write `name`"],
    ["locale: en", "1:1", "`locale` is no setting; write `language`"],
    ["timezone: UTC", "1:1", "`timezone` is no setting; write `timeZone`"],
    ["url: https://a.b", "1:1", "SITE_URL"],
    ["comments:\n  moderaton: all", "2:3", "write `moderation`"],
    ["comments:\n  limits:\n    adress: 1/1", "3:5", "write `address`"],
    ["colours: red", "1:1", "take it out; there are `name`, `shortName`"],
    ["__proto__: x", "1:1", "`__proto__` is no setting"],
    ["pageSize: 0", "1:11", "`pageSize: 0` is not a whole number from 1 to 100"],
    ["pageSize: 12.5", "1:11", "not a whole number"],
    ["pageSize: twelve", "1:11", "not a whole number"],
    ["comments: { proofFrom: 1.5 }", "1:24", "not a number from 0 to 1"],
    ["comments: { limits: { thread: 0/5 } }", "1:31", "not COUNT/MINUTES such as 10/5, or off"],
    ["commentsByDefault: maybe", "1:20", "write `true` or `false`"],
    ["timeZone: Asia/Shangai", "1:11", "write a name such as `Asia/Shanghai`"],
    ["timeZone: new york", "1:11", "write a name such as `America/New_York`"],
    ["timeZone: +08:00", "1:11", "is not a time zone"],
    ["icon: data:image/png;base64,x", "1:7", "is not the address of a picture"],
    ["icon: icon.png", "1:7", "such as `/icon.png`"],
    ["accent: red", "1:9", 'write six hexadecimal digits in quotes, such as `"#1b5289"`'],
    ['accent: "#a32"', "1:9", "`accent: #a32` is not a colour"],
    ["language: fr", "1:11", "write `zh-Hans`, `zh-Hant` or `en`"],
    ["name: [A, B]", "1:7", "`name` is a list where one text is expected"],
    ["comments: none", "1:11", "`comments` is one text where a group of keys is expected"],
    ["navigation: /about", "1:13", "`navigation` is one text where a list is expected"],
    [
      "navigation: [[/about]]",
      "1:14",
      "`navigation[0]` is a list where a group of keys is expected",
    ],
    ["navigation:\n  - label: A", "2:5", "`href` is missing in `navigation[0]`"],
    ["comments: { provider: giscus }", "1:23", "needs the group `giscus`"],
    [`name: ${"x".repeat(201)}`, "1:7", "a text of at most 200 characters"],
    [`navigation: [${"{label: a, href: /a},".repeat(31)}]`, "1:13", "more than 30 entries"],
  ])("%s", (text, place, words) => {
    const [line = "none"] = said(text);
    expect(line).toContain(`site.yaml:${place}: error: `);
    expect(line).toContain(words);
    expect(read(text).outcome).toBe("refused");
  });

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "/\\\\evil.example",
    "about",
    "https://",
    "https:///x",
    "vbscript:x",
    "/a b",
  ])("an address that is no link of a page: %s", (href) => {
    const [line = "none"] = said(`navigation:\n  - label: A\n    href: '${href}'`);
    expect(line).toContain("site.yaml:3:11: error: `navigation[0].href: ");
    expect(line).toContain("write a path from the root such as `/about`");
  });

  it("all of it at once, in the order of the schema, and at most a screen of it", () => {
    expect(said("pageSize: 0\nlanguage: fr\nnmae: x")).toHaveLength(3);
    const many = Array.from({ length: 500 }, (_, index) => `key${index}: x`).join("\n");
    expect(said(many)).toHaveLength(20);
  });
});

describe("YAML that is wrong", () => {
  it.each([
    ["name: 'A", "1:7", "close the quote or bracket that is opened here"],
    ["name：A\nfooter: B", "1:1", "is full-width"],
    ["name:A\nfooter: B", "1:1", "has no space behind it"],
    ["comments:\n\torder: newest", "2:1", "indent with spaces"],
    ["- name: A", "1:1", "the file is not a list of `key: value` lines"],
    ["just words", "1:1", "the file is not a list of `key: value` lines"],
    ["name: A\n---\nname: B", "2:1", "which end at the first `---`"],
    ["name: !!js/function x", "1:7", "between quotes"],
    ["name: *x", "1:7", "starts with `*`"],
    ["? [a]\n: b", "1:3", "a key is no plain word"],
    ["accent: #1b5289", "1:9", "what follows `#` is a comment; put the value between quotes"],
    ["footer: #1 in town", "1:9", "what follows `#` is a comment; put the value between quotes"],
  ])("%s", (text, place, words) => {
    const line = said(text).join("\n");
    expect(line).toContain(`site.yaml:${place}: error: `);
    expect(line).toContain(words);
    expect(read(text).outcome).toBe("refused");
  });

  it("is nested too deeply, too large, or no text", () => {
    expect(said("[".repeat(20_000)).join()).toContain("the file is nested too deeply");
    expect(said(`name: ${"x".repeat(70_000)}`).join()).toContain("more than the 64 KB");
    expect(said(Buffer.from([0x6e, 0x3a, 0x20, 0xff]))[0]).toContain("site.yaml:1:4: error: ");
    expect(said(Buffer.from("name: A", "utf16le")).join()).toContain("UTF-16");
  });

  it("grows no bigger than it is through anchors", () => {
    const levels = Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`);
    expect(read(`a0: &a0 [x]\n${levels.join("\n")}`).outcome).toBe("refused");
  });
});

describe("what is doubtful is a warning, and keeps nothing back", () => {
  it.each([
    ["name: A\nname: B", "2:1: warning: `name` is given twice", { name: "B" }],
    ["name: C # sharp", "1:8: warning: what follows ` #` is not part of `name`", { name: "C" }],
  ])("%s", (text, words, settings) => {
    expect(said(text).join()).toContain(words);
    expect(settingsOf(text)).toEqual(settings);
  });
});
