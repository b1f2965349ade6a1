import { describe, expect, it } from "vitest";
import { decodeText, maxFileBytes } from "@/lib/content/decode-text";

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))),
  );

function positionOfFault(input: Uint8Array) {
  const decoded = decodeText(input);
  return decoded.ok ? "no fault" : { line: decoded.finding.line, column: decoded.finding.column };
}

const messageOf = (input: Uint8Array) => {
  const decoded = decodeText(input);
  return decoded.ok ? "no fault" : decoded.finding.message;
};

describe("a file that can be read", () => {
  it("comes without its byte order mark", () => {
    expect(decodeText(bytes([0xef, 0xbb, 0xbf], "---\ntitle: 中\n"))).toEqual({
      ok: true,
      text: "---\ntitle: 中\n",
    });
  });

  it.each([
    ["Windows", "one\r\ntwo\r\n"],
    ["an old Macintosh", "one\rtwo\r"],
    ["both at once", "one\rtwo\r\n"],
  ])("has the line ends of %s made plain", (_system, text) => {
    expect(decodeText(bytes(text))).toEqual({ ok: true, text: "one\ntwo\n" });
  });

  it("may hold a replacement character that its author wrote", () => {
    expect(decodeText(bytes("a \ufffd b"))).toEqual({ ok: true, text: "a \ufffd b" });
  });

  it("may be as large as the limit, and not a byte larger", () => {
    expect(decodeText(Buffer.alloc(maxFileBytes, "a")).ok).toBe(true);
    expect(positionOfFault(Buffer.alloc(maxFileBytes + 1, "a"))).toEqual({ line: 1, column: 1 });
    expect(messageOf(Buffer.alloc(5 * 1024 * 1024, "a"))).toContain("5.0 MB");
  });
});

describe("a file that can't be read", () => {
  it.each([
    ["nothing", ""],
    ["white space", " \t\r\n\n\u3000"],
    ["a byte order mark", "\ufeff"],
  ])("is called empty when it holds %s alone", (_what, text) => {
    expect(messageOf(bytes(text))).toBe("the file is empty");
  });

  it.each([
    ["UTF-16", "little endian", [0xff, 0xfe, 0x2d, 0x00]],
    ["UTF-16", "big endian", [0xfe, 0xff, 0x00, 0x2d]],
    ["UTF-16", "little endian, without a mark", [0x2d, 0, 0x2d, 0, 0x2d, 0, 0x0a, 0]],
    ["UTF-16", "big endian, without a mark", [0, 0x2d, 0, 0x2d, 0, 0x2d, 0, 0x0a]],
    ["UTF-32", "little endian", [0xff, 0xfe, 0, 0, 0x2d, 0, 0, 0]],
    ["UTF-32", "big endian", [0, 0, 0xfe, 0xff, 0, 0, 0, 0x2d]],
    ["UTF-32", "little endian, without a mark", [0x2d, 0, 0, 0, 0x2d, 0, 0, 0]],
    ["UTF-32", "big endian, without a mark", [0, 0, 0, 0x2d, 0, 0, 0, 0x2d]],
  ])("is called %s when it is (%s)", (name, _order, input) => {
    expect(messageOf(bytes(input))).toBe(`the file is ${name}`);
  });

  it.each([
    ["a PNG picture", bytes([0x89], "PNG\r\n", [0x1a, 0x0a, 0, 0])],
    ["a JPEG picture", bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0x10], "JFIF")],
    ["a ZIP archive or an office document", bytes("PK", [3, 4, 0x14, 0])],
  ])("is called %s when it is", (name, input) => {
    expect(messageOf(input)).toBe(`the file is ${name}, not a text`);
  });

  it("is called damaged when it holds nothing but zeros", () => {
    expect(messageOf(Buffer.alloc(4096))).toBe("the file holds nothing but NUL bytes");
  });

  it.each([
    // 标题：这是一篇中文的文章，我们在这里
    ["GBK", "b1eaccc2a3bad5e2cac7d2bbc6aad6d0cec4b5c4cec4d5c2a3acced2c3c7d4dad5e2c0ef"],
    // 標題：這是一篇中文的文章，我們在這裡
    ["Big5", "bcd0c344a147b36fac4fa440bdd7a4a4a4e5aabaa4e5b3b9a141a7daadcca662b36fb8cc"],
  ])("is called %s when it reads as Chinese in it", (name, hex) => {
    const message = messageOf(bytes("---\ntitle: ", [...Buffer.from(hex, "hex")], "\n"));
    expect(message).toMatch(/^the byte at offset 11 \(hex b[1c]\) is not UTF-8; /);
    expect(message).toContain(`seems to be ${name}`);
  });

  it("is not called GBK when a Chinese text in UTF-8 has one broken byte", () => {
    const text = "今天的会议在傍晚结束，记者们守在门外等消息。".repeat(20);
    expect(messageOf(bytes(text, [0xff], text))).toBe(
      "the byte at offset 1320 (hex ff) is not UTF-8",
    );
  });
});

describe("the place of a broken byte", () => {
  it.each([
    ["on the first line", bytes("ab", [0xff], "c"), 1, 3],
    ["at the very start", bytes([0x80], "abc"), 1, 1],
    ["on a later line", bytes("one\ntwo\nthr", [0xc3], "e"), 3, 4],
    ["behind Windows line ends", bytes("one\r\ntwo\r\nx", [0xff]), 3, 2],
    ["behind the line ends of an old Macintosh", bytes("one\rtwo\rx", [0xff]), 3, 2],
    ["behind Chinese characters", bytes("标题：", [0xe4, 0xb8], "x"), 1, 4],
    ["behind an emoji, which is two units wide", bytes("🎉", [0xff]), 1, 3],
    ["behind a byte order mark, which has no width", bytes([0xef, 0xbb, 0xbf], "ab", [0xff]), 1, 3],
    ["behind a replacement character that was written so", bytes("\ufffd\ufffdx", [0xff]), 1, 4],
    ["in a character cut off by the end of the file", bytes("ab\n中", [0xe4, 0xb8]), 2, 2],
    [
      "in a cut-off character that starts like a replacement character",
      bytes("ab", [0xef, 0xbf], "c\nd"),
      1,
      3,
    ],
    ["where a surrogate is encoded", bytes("a", [0xed, 0xa0, 0x80]), 1, 2],
    ["at the first of several", bytes("a\nb", [0xff], "\nc", [0xff]), 2, 2],
  ])("is exact %s", (_where, input, line, column) => {
    expect(positionOfFault(input)).toEqual({ line, column });
  });
});
