import { describe, expect, it } from "vitest";
import { addressKey } from "@/lib/site/address-key";
import { shortHash } from "@/lib/site/short-hash";
import { appendHash, isSlug, maxSlugBytes } from "@/lib/site/slug-format";

describe("the key of an old address", () => {
  it.each([
    ["/a/b", "a/b"],
    ["/a/b", "/a/b/"],
    ["/a/b", "/a/b.html"],
    ["/a/b", "/a/b.HTM"],
    ["/a/b", "/a/b/index.html"],
    ["/新闻", encodeURI("/新闻")],
    ["/caf\u00e9", "/cafe\u0301"],
    ["/index.html", "/index"],
    ["/a", "/a%20"],
    ["/", "/%2f"],
  ])("is the same for %s and %s", (one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  it.each([
    ["/a/b", "/a/c"],
    ["/a/b", "/ab"],
    ["/a", "/A"],
    ["/100%", "/100%25%"],
    ["/index-of-things", "/"],
    ["/", "/index.html"],
  ])("is another for %s and %s", (one, other) => {
    expect(addressKey(one)).not.toBe(addressKey(other));
  });

  it.each(["/%", "/%ff", "/%zz%E4"])(
    "is there for an address with a stray percent sign: %s",
    (address) => {
      expect(Number.isSafeInteger(addressKey(address))).toBe(true);
    },
  );
});

describe("a short hash", () => {
  it("is the same each time, of the length asked for, and fit for an address", () => {
    expect(shortHash("posts/a.md", 12)).toBe(shortHash("posts/a.md", 12));
    expect(shortHash("posts/a.md", 12)).toMatch(/^[a-z0-9]{12}$/);
    expect(shortHash("posts/b.md", 12)).not.toBe(shortHash("posts/a.md", 12));
  });

  it("begins with the shorter one", () => {
    expect(shortHash("x", 12).startsWith(shortHash("x", 6))).toBe(true);
  });
});

describe("a slug", () => {
  it.each(["a", "a-b", "007", "x".repeat(maxSlugBytes)])("may be %s", (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each([
    "",
    "-",
    "a-",
    "-a",
    "a--b",
    "A",
    "a b",
    "a/b",
    "é",
    "a\n",
    "%61",
    "x".repeat(maxSlugBytes + 1),
  ])("may not be %j", (text) => {
    expect(isSlug(text)).toBe(false);
  });

  it.each([
    "",
    "a",
    "word-".repeat(20).slice(0, -1),
    "x".repeat(79),
    "x".repeat(80),
    "y".repeat(200),
  ])("with a hash behind it is still one: %s", (base) => {
    const slug = appendHash(base, "seed", 6);
    expect(isSlug(slug), slug).toBe(true);
    expect(slug.endsWith(shortHash("seed", 6))).toBe(true);
  });

  it("is cut between words to make room for the hash", () => {
    const slug = appendHash(`${"word-".repeat(14)}longest-word`, "seed", 6);
    expect(slug).toMatch(/^(word-)+[a-z0-9]{6}$/);
  });
});
