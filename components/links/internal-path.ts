/** Whether an address is a path on this site, rather than another site's. `//host/…` is another's. */
export const isInternalPath = (href: string): href is `/${string}` => /^\/(?!\/)/.test(href);
