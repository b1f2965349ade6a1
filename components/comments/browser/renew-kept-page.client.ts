/**
 * Has the browser fetch the page anew for its cache. What it has kept is of before something was written, and on the way back
 * it shows that without asking.
 */
export function renewKeptPage(): void {
  // Without a connection the page stays as it is kept.
  fetch(location.href, { cache: "reload" }).catch((reason: unknown) => console.warn(reason));
}
