/** Of all interfaces. */
const everywhere: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);

/**
 * By which name a server is reached from its own machine, as it stands in an address.
 * @param host the interface that it listens on; unset: all of them
 */
export function ownHost(host: string | undefined): string {
  if (host === undefined || everywhere.has(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
