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
    ["little", [0xff, 0xfe, 0x2d, 0x00]],
    ["big", [0xfe, 0xff, 0x00, 0x2d]],
  ])("is called UTF-16 when it is (%s endian)", (_order, input) => {
    expect(messageOf(bytes(input))).toBe("the file is UTF-16");
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
