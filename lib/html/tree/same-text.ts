import { decodePercent } from "@/lib/site/decode-percent";

/**
 * A text reduced to what makes it the same text: letters and digits, full-width or not, in lower
 * case. Quotes, colons, dashes and spaces vary between a title and its copies.
 */
export function normaliseForComparison(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, "");
}

/** Whether two addresses lead to one page: percent-encoding, scheme and a final `/` don't matter. */
export function isSameAddress(one: string, other: string): boolean {
  return one === other || normaliseAddress(one) === normaliseAddress(other);
}

function normaliseAddress(address: string): string {
  return decode(decode(address.trim()))
    .normalize("NFC")
    .replace(/^https?:\/\//i, "")
    .replace(/#.*$/su, "")
    .replace(/\/$/, "");
}

/** Each run of escapes by itself: one broken escape must not keep the others from being read. */
const decode = (address: string): string =>
  address.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => decodePercent(escapes) ?? escapes);

/** Whether two texts say the same but for punctuation, width and case. */
export function isSameText(one: string, other: string): boolean {
  return one === other || normaliseForComparison(one) === normaliseForComparison(other);
}
