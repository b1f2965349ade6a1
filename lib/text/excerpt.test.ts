import { describe, expect, test } from "vitest";

import { excerpt } from "@/lib/text/excerpt";

test("a short text is its own excerpt, in one line", () => {
  expect(excerpt("港口\n重开，\nthe port\nreopens")).toBe("港口重开， the port reopens");
});

describe("a long text", () => {
  test("ends with a sentence if one ends near the limit", () => {
    expect(excerpt("船队清晨出海。傍晚才会回来，码头上还有人等。", 20)).toBe("船队清晨出海。");
    expect(excerpt("The fleet sails. It will be back at night.", 20)).toBe("The fleet sails.");
    expect(excerpt("他说：“船队出海。”傍晚才会回来，码头上有人等。", 24)).toBe(
      "他说：“船队出海。”",
    );
  });

  test("a decimal point ends no sentence", () => {
    expect(excerpt("It was 3.14159265358979 in all of the cases", 20)).toBe("It was…");
  });

  test("else after a word", () => {
    expect(excerpt("The fishing fleet leaves the harbour", 20)).toBe("The fishing fleet…");
  });

  test("or, in Chinese, after a character", () => {
    expect(excerpt("船队清晨出海捕鱼傍晚才会回来", 12)).toBe("船队清晨出…");
  });

  test("without a comma or an opening quote before the dots", () => {
    expect(excerpt("船队清晨，“出海捕鱼”傍晚才回来", 12)).toBe("船队清晨…");
  });

  test("never inside of one visible character", () => {
    expect(excerpt("👨‍👩‍👧‍👦".repeat(20), 9)).toBe(`${"👨‍👩‍👧‍👦".repeat(4)}…`);
    expect(excerpt("e\u0301".repeat(20), 5)).toBe(`${"e\u0301".repeat(4)}…`);
  });

  test("a word longer than the line is cut", () => {
    expect(excerpt("a".repeat(50), 10)).toBe(`${"a".repeat(9)}…`);
  });

  test("is at most as wide as asked, Chinese counting two", () => {
    const width = (text: string) =>
      Array.from(text).reduce((sum, character) => sum + (character > "\u2fff" ? 2 : 1), 0);
    const text = "船队清晨出海捕鱼，crew of seven on board，傍晚才会回来，".repeat(30);
    for (let limit = 4; limit < 200; limit += 7) {
      expect(width(excerpt(text, limit))).toBeLessThanOrEqual(limit);
    }
  });
});

test("of a megabyte only the opening is looked at", () => {
  expect(excerpt("港口重开".repeat(300_000))).toBe(excerpt("港口重开".repeat(300)));
});
