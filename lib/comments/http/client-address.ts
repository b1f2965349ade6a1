import { isIP, isIPv4 } from "node:net";

/** Set by ourselves for every request (`stampPeerAddress`), whatever the request says. */
export const peerAddressHeader = "x-masthead-peer";

/**
 * Who asks, as limits count: an IPv4 address, or an IPv6 network of 64 bits, which is what one household or one machine is
 * given.
 * @param proxyHeader where a proxy of ours writes it; of several entries the last is that proxy's own, and those before it
 *   may be anybody's invention
 */
export function findClientAddress(headers: Headers, proxyHeader: string | undefined): string {
  const value = headers.get(proxyHeader ?? peerAddressHeader) ?? "";
  const written = value.split(",").at(-1)?.trim() ?? "";
  const address = written
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1")
    .replace(/%.*$/, "")
    .replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
  if (isIPv4(address)) return address;
  // All whose address can't be told share one limit.
  return isIP(address) === 6 ? networkOf(address) : "unknown";
}

/** The first four of an IPv6 address's eight groups. */
function networkOf(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const rest = tail === "" ? [] : tail.split(":");
    while (groups.length + rest.length < 8) groups.push("0");
    groups.push(...rest);
  }
  const network = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${network.join(":")}::/64`;
}
