import { simplifiedForms } from "@/lib/text/han-variants";

/** What a file is that is no UTF-8 text, and what its editor can do about it. */
interface ForeignBytes {
  message: string;
  remedy: string;
}

/** How files of other kinds begin. */
const signatures: [string, string][] = [
  ["\x89PNG\r\n", "a PNG picture"],
  ["\xff\xd8\xff", "a JPEG picture"],
  ["GIF87a", "a GIF picture"],
  ["GIF89a", "a GIF picture"],
  ["%PDF-", "a PDF document"],
  ["PK\x03\x04", "a ZIP archive or an office document"],
  ["\x1f\x8b", "a compressed file"],
  ["\xd0\xcf\x11\xe0", "an old office document"],
  ["\x7fELF", "a program"],
  ["SQLite format 3\0", "a database"],
];

/** Tells what a file is whose first bytes say that it is no UTF-8 text; nothing where it may be. */
export function recogniseForeignBytes(bytes: Uint8Array): ForeignBytes | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const unicode = recogniseWideUnicode(start);
  if (unicode) return { message: `the file is ${unicode}`, remedy: "save it as UTF-8" };
  const kind = signatures.find(([signature]) => start.startsWith(signature))?.[1];
  if (kind) {
    return {
      message: `the file is ${kind}, not a text`,
      remedy: "give it the ending of its kind, and put pictures into public/",
    };
  }
  if (bytes.length > 0 && bytes.every((byte) => byte === 0)) {
    return {
      message: "the file holds nothing but NUL bytes",
      remedy: "fetch it again: it was damaged when it was written or copied",
    };
  }
  return undefined;
}

/** With their byte order marks, or by the zeros around the ASCII characters that a post begins with. */
function recogniseWideUnicode(start: string): string | undefined {
  if (/^(?:\xff\xfe\0\0|\0\0\xfe\xff)/.test(start)) return "UTF-32";
  if (/^(?:\xff\xfe|\xfe\xff)/.test(start)) return "UTF-16";
  if (/^(?:[^\0]\0\0\0){2}|^(?:\0\0\0[^\0]){2}/.test(start)) return "UTF-32";
  if (/^(?:[^\0]\0){2}|^(?:\0[^\0]){2}/.test(start)) return "UTF-16";
  return undefined;
}

/** Encodings of Chinese archives, with the name that `iconv` knows. */
const legacyEncodings = [
  { label: "gb18030", name: "GBK" },
  { label: "big5", name: "Big5" },
];

/** The most frequent characters of both scripts: what a text holds if it was decoded as it was meant. */
const frequent: ReadonlySet<string> = new Set([
  ...simplifiedForms.keys(),
  ...simplifiedForms.values(),
  ..."的一是了我不人在他有中大上和也到地出就分生可下而子年得于去那能自之心里天小多如然好想成所都事其看此最要新公社日月文本你她它这那，。、：；！？“”「」《》（）",
]);

/** Bytes that are enough to tell by. */
const sampleBytes = 64 * 1024;

/**
 * The encoding that bytes which are no UTF-8 were probably written in, by the name that `iconv` knows; nothing where they
 * read as text in none, as when only some of them are damaged.
 */
export function guessLegacyEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  const guesses = legacyEncodings.map(({ label, name }) => ({
    name,
    share: shareOfFrequent(new TextDecoder(label).decode(sample)),
  }));
  const best = guesses.reduce((one, other) => (other.share > one.share ? other : one));
  // A Chinese text has about half; one that was read in the wrong encoding has a few in a hundred.
  return best.share > 0.25 ? best.name : undefined;
}

function shareOfFrequent(text: string): number {
  let foreign = 0;
  let known = 0;
  for (const character of text) {
    if (character < "\u0080") continue;
    foreign += 1;
    if (frequent.has(character)) known += 1;
  }
  return foreign === 0 ? 0 : known / foreign;
}
