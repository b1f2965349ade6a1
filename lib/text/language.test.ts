import { expect, test } from "vitest";

import { simplifiedForms } from "@/lib/text/han-variants";
import { detectLanguage } from "@/lib/text/language";

test.each([
  ["渔民说，这里的船队会在傍晚回来。", "zh-Hans"],
  ["漁民說，這裡的船隊會在傍晚回來。", "zh-Hant"],
  ["The fleet will be back at night, said 林海.", "en"],
  ["渔民在 Facebook 和 YouTube 上发布了这段 video", "zh-Hans"],
] as const)("%s is %s", (text, language) => {
  const other = language === "en" ? "zh-Hans" : "en";
  expect(detectLanguage(text, other)).toBe(language);
});

test("what can't be told is the fallback", () => {
  expect(detectLanguage("", "zh-Hant")).toBe("zh-Hant");
  expect(detectLanguage("12:30 …", "en")).toBe("en");
  expect(detectLanguage("これは日本の港です。漁船が出る。", "zh-Hans")).toBe("zh-Hans");
  expect(detectLanguage("항구가 다시 열렸다", "en")).toBe("en");
});

test("Chinese in characters of both scripts follows the fallback, if that is Chinese", () => {
  expect(detectLanguage("中文", "zh-Hant")).toBe("zh-Hant");
  expect(detectLanguage("中文", "en")).toBe("zh-Hans");
});

test("a few quoted characters don't change the script", () => {
  expect(detectLanguage("这家船队名叫「龍騰」，渔民说会在傍晚回来。", "en")).toBe("zh-Hans");
});

test("no character of the list stands on both sides", () => {
  const simplified = new Set(simplifiedForms.values());
  expect(simplifiedForms.size).toBeGreaterThan(150);
  expect([...simplifiedForms.keys()].filter((character) => simplified.has(character))).toEqual([]);
});
