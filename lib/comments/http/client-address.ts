import ipaddr from "ipaddr.js";

/** Set by ourselves for every request (`stampPeerAddress`), whatever the request says. */
export const peerAddressHeader = "x-masthead-peer";

/**
 * Who asks, as limits count: an IPv4 address, or an IPv6 network of 64 bits, which is what one household or one machine is
 * given. Blocks and limits in the database hold hashes of these texts: each address keeps its one spelling.
 * @param proxyHeader where a proxy of ours writes it; of several entries the last is that proxy's own, and those before it
 *   may be anybody's invention
 */
export function findClientAddress(headers: Headers, proxyHeader: string | undefined): string {
  const value = headers.get(proxyHeader ?? peerAddressHeader) ?? "";
  const address = withoutPort(value.split(",").at(-1)?.trim() ?? "").replace(/%.*$/, "");
  if (isIPv4(address)) return address;
  // All whose address can't be told share one limit.
  if (!ipaddr.IPv6.isValid(address)) return "unknown";
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.isIPv4MappedAddress() ? parsed.toIPv4Address().toString() : networkOf(parsed);
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
