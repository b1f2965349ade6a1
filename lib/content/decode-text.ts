import { guessLegacyEncoding, recogniseForeignBytes } from "@/lib/content/foreign-bytes";
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
  if (bytes.length > maxFileBytes) return { ok: false, finding: describeTooLarge(bytes.length) };
  const foreign = recogniseForeignBytes(bytes);
  if (foreign) return fail(foreign.message, foreign.remedy);
  let text: string;
  try {
    text = strict.decode(bytes);
  } catch {
    return { ok: false, finding: describeBrokenBytes(bytes) };
  }
  if (text.trim() === "") return fail("the file is empty", "write a post into it, or delete it");
  return { ok: true, text: text.replace(/\r\n?/g, "\n") };
}

/** What is said of a file that is larger than a post can be, which need not be read for it. */
export const describeTooLarge = (size: number): Finding => ({
  line: 1,
  column: 1,
  severity: "error",
  message: `the file has ${(size / 1024 / 1024).toFixed(1)} MB, more than the ${maxFileBytes / 1024 / 1024} MB that a post may have`,
  remedy: "split the text, and keep pictures as files in public/",
});

function describeBrokenBytes(bytes: Uint8Array): Finding {
  const { line, column, offset } = findBrokenByte(bytes);
  const hex = (bytes[offset] ?? 0).toString(16).padStart(2, "0");
  const encoding = guessLegacyEncoding(bytes);
  const broken = `the byte at offset ${offset} (hex ${hex}) is not UTF-8`;
  return {
    line,
    column,
    severity: "error",
    message: encoding ? `${broken}; the file seems to be ${encoding}` : broken,
    remedy: encoding
      ? `save it as UTF-8 (\`iconv -f ${encoding} -t UTF-8\` does so)`
      : "save the file as UTF-8, and put right the characters that were lost",
  };
}

/**
 * Each maximal broken sequence decodes to one U+FFFD, so the first that isn't spelt out in the bytes (EF BF BD) is
 * where the text breaks.
 */
function findBrokenByte(bytes: Uint8Array): { line: number; column: number; offset: number } {
  const text = lenient.decode(bytes);
  const encoder = new TextEncoder();
  let line = 1;
  let lineStart = 0;
  let offset = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let index = 0; index < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
    if (character === "\ufffd" && !isReplacementCharacter(bytes, offset)) {
      return { line, column: index - lineStart + 1, offset };
    }
    offset += character.length === 1 && character < "\u0080" ? 1 : encoder.encode(character).length;
    index += character.length;
    if (character === "\n" || (character === "\r" && text[index] !== "\n")) {
      line += 1;
      lineStart = index;
    }
  }
  return { line, column: 1, offset };
}

const isReplacementCharacter = (bytes: Uint8Array, offset: number): boolean =>
  bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd;
