import { describe, expect, it } from "vitest";
import { countCharacters, findTextFault, isSeen } from "@/lib/comments/text-faults";

describe("a text", () => {
  it.each([
    ["NUL", "a\u0000b", "unreadable"],
    ["an escape", "a\u001b[31mb", "unreadable"],
    ["what stands for broken UTF-8", "a\ufffdb", "unreadable"],
    ["half a pair", "a\ud83d", "unreadable"],
    ["a noncharacter", "a\uffff", "unreadable"],
    ["an override", "a\u202eb", "direction"],
    ["an isolate", "a\u2067b", "direction"],
    ["stacked marks", `Z${"\u0322".repeat(4)}`, "stacked"],
    ["marks of another script in a heap", `ก${"\u0e49".repeat(9)}`, "stacked"],
  ])("with %s has a fault", (_, text, fault) => {
    expect(findTextFault(text)).toBe(fault);
  });

  it.each([
    "两岸的猿声，\n\t啼不住。",
    "Việt Nam: ngữ, Ǖ, ẹ́",
    "שָׁלוֹם \u200fעולם",
    "གྷྱཱི ཧཱུྃ",
    "हिन्दी में क्ष्म्य",
    "ภาษาไทยกว่าที่นี้",
    "👩‍👩‍👧‍👦 👍🏽 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "ə̃ˈkʰɪ̃ n̪̊",
  ])("of any script has none: %s", (text) => {
    expect(findTextFault(text.normalize("NFC"))).toBeUndefined();
  });

  it.each(["", " \n", "\u200b\u2060", "\u3000", "\u0301", "\u3164\uffa0", "\u2800\u{1d159}"])(
    "can be nothing to see: %j",
    (text) => {
      expect(isSeen(text)).toBe(false);
    },
  );

  it("is counted in characters", () => {
    expect(countCharacters("𠮷野家👍")).toBe(4);
  });
});
