import ipaddr from "ipaddr.js";
import { createAllowance, log } from "@/lib/log";
import { type AddressRange, isWithin } from "@/lib/site/address-ranges";

/** Set by ourselves for every request (`stampPeerAddress`), whatever the request says. */
export const peerAddressHeader = "x-masthead-peer";

/** Where a proxy writes who asks, and which proxies are believed: where none is named, nobody is. */
export interface AddressSource {
  /** In lower case; unset where readers connect to us directly. */
  clientAddressHeader?: string;
  trustedProxies?: readonly AddressRange[];
}

const allowComplaint = createAllowance(1, () => performance.now());

/**
 * Who asks, as limits count: an IPv4 address, or an IPv6 network of 64 bits, which is what one household or one machine is
 * given. Blocks and limits in the database hold hashes of these texts: each address keeps its one spelling.
 *
 * A proxy of ours is believed in what it writes; of several entries the last is that proxy's own, and those before it may be
 * anybody's invention. Whoever connects to us and is none of them counts by the connection.
 */
export function findClientAddress(headers: Headers, source: AddressSource): string {
  const peer = headers.get(peerAddressHeader) ?? "";
  const value = findWritten(headers, peer, source) ?? peer;
  const address = withoutPort(value.split(",").at(-1)?.trim() ?? "").replace(/%.*$/, "");
  if (isIPv4(address)) return address;
  // All whose address can't be told share one limit.
  if (!ipaddr.IPv6.isValid(address)) return "unknown";
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.isIPv4MappedAddress() ? parsed.toIPv4Address().toString() : networkOf(parsed);
}

/** What a proxy of ours has written; undefined where it isn't one, or there is none. */
function findWritten(
  headers: Headers,
  peer: string,
  { clientAddressHeader: header, trustedProxies = [] }: AddressSource,
): string | undefined {
  if (header === undefined) return undefined;
  const written = headers.get(header);
  if (isWithin(peer, trustedProxies)) return written ?? "";
  if (written !== null && allowComplaint()) {
    log("warn", "a forwarded address is not believed", {
      peer,
      header,
      remedy: "if this is a proxy of yours, name it in TRUSTED_PROXIES",
    });
  }
  return undefined;
}

/** Not `isValid`: it takes `127.1`, `0x7f000001` and the like for addresses too. */
const isIPv4 = (text: string): boolean => ipaddr.IPv4.isValidFourPartDecimal(text);

/** `[2001:db8::1]:443` and `192.0.2.7:443` with their ports, or without. */
const withoutPort = (written: string): string =>
  written.replace(/^\[(.*)\](?::\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");

/** The first four of an IPv6 address's eight groups. */
const networkOf = ({ parts }: ipaddr.IPv6): string =>
  `${parts
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
