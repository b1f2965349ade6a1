import { expect, test } from "vitest";

import { countReadingMinutes } from "@/lib/text/reading-time";

test.each([
  ["nothing", "", 1],
  ["a line", "港口重开。", 1],
  ["2,000 Han characters", "港".repeat(2000), 5],
  ["as many kana and hangul", "か한".repeat(1000), 5],
  ["1,190 English words", "don't well-kept ".repeat(595), 5],
  ["both", "港".repeat(800) + " word".repeat(476), 4],
  ["punctuation", "。，！ — … ".repeat(5000), 1],
])("%s", (_name, text, minutes) => {
  expect(countReadingMinutes(text)).toBe(minutes);
});
