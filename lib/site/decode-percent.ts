/**
 * What a percent-encoded text stands for; undefined if it is none: a percent sign without two digits behind it (`50%`), or
 * bytes that are no UTF-8 (`%FF`). A caller that takes such a text as it was written says `?? text`.
 */
export const decodePercent = (text: string): string | undefined => decode(decodeURIComponent, text);

/** The same, but what would change an address as a whole stays as it is: `%2F`, `%3F`, `%23` and the like. */
export const decodePercentOfAddress = (address: string): string | undefined =>
  decode(decodeURI, address);

function decode(by: (text: string) => string, text: string): string | undefined {
  try {
    return by(text);
  } catch (thrown) {
    if (thrown instanceof URIError) return undefined;
    throw thrown;
  }
}
