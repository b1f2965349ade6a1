/**
 * The request header by which the server in front of Next.js (lib/server) tells the page cache the address that was asked for,
 * as it stood there; empty where it is that of no page. Next's own keys don't tell: it has read the address by then.
 */
export const addressHeader = "x-masthead-address";
