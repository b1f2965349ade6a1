/** The frequent characters of a script, as the first level of its national character set lists them. */

function decodeRange(
  encoding: "gb18030" | "big5",
  [firstLead, lastLead]: readonly [number, number],
): string[] {
  const decoder = new TextDecoder(encoding);
  const characters: string[] = [];
  for (let lead = firstLead; lead <= lastLead; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      // Both encodings have gaps, and GB 18030 has rare characters below the trail bytes of GB 2312.
      if (encoding === "gb18030" && trail < 0xa1) continue;
      if (text.length === 1 && /\p{Script=Han}/u.test(text)) characters.push(text);
    }
  }
  return characters;
}

/** GB 2312, level 1: 3,755 characters. */
export const simplifiedCharacters = (): string[] => decodeRange("gb18030", [0xb0, 0xd7]);

/** Big5, level 1: 5,401 characters, the simplest first, of which the rarest are left out. */
export const traditionalCharacters = (): string[] => decodeRange("big5", [0xa4, 0xbd]);
