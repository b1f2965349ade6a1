import { describe, expect, test } from "vitest";

import { slugify } from "@/lib/text/slug";

test.each([
  ["Don’t panic: C++ & Go", "dont-panic-c-go"],
  ["重庆银行行长", "chong-qing-yin-hang-hang-zhang"],
  ["重慶銀行行長", "chong-qing-yin-hang-hang-zhang"],
  ["女士旅行", "nv-shi-lv-xing"],
  ["Ａ股ＡＢＣ１２３上涨", "a-gu-abc123-shang-zhang"],
  ["二〇二五", "er-ling-er-wu"],
  ["Москва, Ελλάδα", "moskva-ellada"],
  ["Crème brûlée ﬁne", "creme-brulee-fine"],
  ["港口重开：“开海第一网”", "gang-kou-zhong-kai-kai-hai-di-yi-wang"],
  ["😀🇸🇬👨‍👩‍👧", ""],
  ["……！？", ""],
  ["", ""],
])("%s → %s", (text, slug) => {
  expect(slugify(text)).toEqual({ slug, truncated: false });
});

describe("length", () => {
  test("is cut between words", () => {
    expect(slugify("alpha beta gamma", 12)).toEqual({ slug: "alpha-beta", truncated: true });
    expect(slugify("alpha beta gamma", 10)).toEqual({ slug: "alpha-beta", truncated: true });
    expect(slugify("alpha beta", 10)).toEqual({ slug: "alpha-beta", truncated: false });
  });

  test("is cut hard where the first word alone is too long", () => {
    expect(slugify("a".repeat(100), 8)).toEqual({ slug: "aaaaaaaa", truncated: true });
  });

  test("is 80 bytes if nothing is said", () => {
    const { slug, truncated } = slugify("港".repeat(60));
    expect(slug).toBe(Array.from({ length: 16 }, () => "gang").join("-"));
    expect(truncated).toBe(true);
  });
});

test("a million characters are no trouble", () => {
  expect(slugify("港".repeat(1_000_000)).truncated).toBe(true);
});
