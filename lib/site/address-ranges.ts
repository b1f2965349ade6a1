import ipaddr from "ipaddr.js";

/** Addresses of machines: those of a network, or a kind of them. */
export type AddressRange = "any" | AddressKind | { network: string };

type AddressKind = "loopback" | "private";

/** Which ranges, as `ipaddr.js` names them, are of a kind. */
const kinds: Record<AddressKind, readonly string[]> = {
  loopback: ["loopback"],
  private: ["private", "uniqueLocal", "linkLocal"],
};

const isKind = (text: string): text is AddressKind => Object.hasOwn(kinds, text);

/** @returns undefined where it is neither an address, a network such as `10.0.0.0/8`, nor a word that we know */
export function readAddressRange(text: string): AddressRange | undefined {
  if (text === "any" || isKind(text)) return text;
  const isWhole = ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);
  if (isWhole) return { network: `${text}/${text.includes(":") ? 128 : 32}` };
  const isNetwork = ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text);
  return isNetwork ? { network: text } : undefined;
}

/** Whether an address, as a connection has it, is in one of the ranges. What is no address is in `any` alone. */
export function isWithin(address: string, ranges: readonly AddressRange[]): boolean {
  if (ranges.includes("any")) return true;
  const bare = address.replace(/%.*$/, "");
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  return ranges.some((range) => isInRange(parsed, range));
}

function isInRange(address: ipaddr.IPv4 | ipaddr.IPv6, range: AddressRange): boolean {
  if (range === "any") return true;
  if (typeof range === "string") return kinds[range].includes(address.range());
  const network = ipaddr.parseCIDR(range.network);
  return address.kind() === network[0].kind() && address.match(network);
}
