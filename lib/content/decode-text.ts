import type { Finding } from "@/lib/problem";

/** Far beyond any article (the largest of 35,138 real posts has 679 KB); what is larger was put there by mistake. */
export const maxFileBytes = 2 * 1024 * 1024;

const strict = new TextDecoder("utf-8", { fatal: true });
const lenient = new TextDecoder("utf-8");

type Decoded = { ok: true; text: string } | { ok: false; finding: Finding };

const fail = (message: string, remedy: string, line = 1, column = 1): Decoded => ({
  ok: false,
  finding: { line, column, severity: "error", message, remedy },
});

/** The text of a file without byte order mark and with `\n` as the only line end, or why it can't be read. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > maxFileBytes) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    return fail(
      `the file has ${size} MB, more than the ${maxFileBytes / 1024 / 1024} MB that a post may have`,
      "split the text, and keep pictures as files in public/",
    );
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return fail("the file is UTF-16", "save it as UTF-8");
  }
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    const { line, column } = findBrokenByte(bytes);
    return fail(
      "a byte here is not UTF-8",
      "save the file as UTF-8, and put right the characters that were lost",
      line,
      column,
    );
  }
  if (text.trim() === "") return fail("the file is empty", "write a post into it, or delete it");
  return { ok: true, text: text.replace(/\r\n?/g, "\n") };
}

/**
 * Each maximal broken sequence decodes to one U+FFFD, so the first that isn't spelt out in the bytes (EF BF BD) is
 * where the text breaks.
 */
function findBrokenByte(bytes: Uint8Array): { line: number; column: number } {
  const text = lenient.decode(bytes);
  const encoder = new TextEncoder();
  let line = 1;
  let lineStart = 0;
  let offset = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let index = 0; index < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
    if (character === "\ufffd" && !isReplacementCharacter(bytes, offset)) {
      return { line, column: index - lineStart + 1 };
    }
    offset += character.length === 1 && character < "\u0080" ? 1 : encoder.encode(character).length;
    index += character.length;
    if (character === "\n" || (character === "\r" && text[index] !== "\n")) {
      line += 1;
      lineStart = index;
    }
  }
  return { line, column: 1 };
}

const isReplacementCharacter = (bytes: Uint8Array, offset: number): boolean =>
  bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
