import { editDistance } from "@/lib/text/edit-distance";

/** Whether dates can be shown in a zone: an IANA name. */
export function isTimeZone(name: string): boolean {
  // Newer engines take offsets too, which others refuse.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch (thrown) {
    if (thrown instanceof RangeError) return false;
    throw thrown;
  }
}

/** The name of a zone that a text is nearly: with blanks for `_`, a city alone, a letter too few. */
export function suggestTimeZone(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const wanted = text.trim().replace(/ /g, "_").toLowerCase();
  const zones = Intl.supportedValuesOf("timeZone");
  return (
    zones.find((zone) => zone.toLowerCase().split("/").at(-1) === wanted) ??
    zones.find((zone) => editDistance(zone.toLowerCase(), wanted) <= 2)
  );
}
