/** What stands behind the `#` of a link within a page, as the ids are written. */
export function decodeFragment(href: string): string {
  const fragment = href.replace(/^#/, "");
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return fragment;
    throw error;
  }
}
