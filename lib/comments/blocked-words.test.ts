import { describe, expect, it } from "vitest";
import { foldWord, holdsWord } from "@/lib/comments/blocked-words";

const holds = (text: string, word: string) => holdsWord({ name: "Reader", text }, [foldWord(word)]);

describe("a blocked word", () => {
  it.each([
    ["VIAGRA", "viagra"],
    ["Ｖｉａｇｒａ", "viagra"],
    ["via**g**ra", "viagra"],
    ["via\\*gra", "via*gra"],
    ["vi\u200bag\u00adra", "viagra"],
    ["buy  \n cheap", "buy cheap"],
    ["[free](https://a.example/) money", "free money"],
    ["请加薇\u2060信", "薇信"],
    ["👩\u200d👩\u200d👧", "👩\u200d👩"],
  ])("is found in %j", (text, word) => {
    expect(holds(text, word)).toBe(true);
  });

  it("is found in any field, and not across two", () => {
    expect(holdsWord({ name: "Spam Shop", text: "x" }, ["spam"])).toBe(true);
    expect(holdsWord({ name: "Spam", email: "shop@a.example", text: "x" }, ["spam shop"])).toBe(
      false,
    );
    expect(holds("vi agra", "viagra")).toBe(false);
    expect(holdsWord({ name: "x", text: "y" }, [])).toBe(false);
  });
});
