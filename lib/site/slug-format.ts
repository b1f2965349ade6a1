import { shortHash } from "@/lib/site/short-hash";

/** Longest slug, so that a path stays readable and any file system can hold a page's name. */
export const maxSlugBytes = 80;

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a text of an address can be a slug at all; what can't is not worth a look into the store. */
export const isSlug = (text: string): boolean =>
  text.length <= maxSlugBytes && slugPattern.test(text);

/** Behind a slug that two posts or terms want, as `appendHash` puts it there. */
export const hashSuffix = /-[a-z2-9]{6,24}$/;

/** What a term is called whose name gives no slug of its own: names are unique within a taxonomy, so no two are alike. */
export const hashedTermSlug = (slug: string, name: string): string =>
  appendHash(slug, name, termHashLength);

const termHashLength = 6;

/** A slug with a hash behind it, cut at a word so that it stays within the bytes that an address may have. */
export function appendHash(base: string, seed: string, length: number): string {
  const room = maxSlugBytes - length - 1;
  const cut = base.length <= room ? base : base.slice(0, room).replace(/-[^-]*$/, "");
  return `${cut}-${shortHash(seed, length)}`.replace(/^-/, "");
}
