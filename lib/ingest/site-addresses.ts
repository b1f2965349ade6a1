import { statSync } from "node:fs";
import path from "node:path";
import { findSlugBase } from "@/lib/content/build-records";
import { listOldAddresses } from "@/lib/content/old-addresses";
import { isReserved, pageAddress } from "@/lib/content/page-address";
import type { DocumentSource } from "@/lib/content/read-document";
import type { FieldValue } from "@/lib/content/read-fields";
import { isFileSystemError } from "@/lib/ingest/file-system-error";
import { addressKey } from "@/lib/site/address-key";
import { decodePercent } from "@/lib/site/decode-percent";
import { slugify } from "@/lib/text/slug";
import { postUrl, taxonomyUrl } from "@/lib/urls";

/** What is kept of a post so that its addresses can be worked out when somebody asks. */
interface AddressedPost {
  path: string;
  title: string;
  slug?: string;
  permalink?: string;
  aliases?: string[];
  categories?: string[];
}

/** Lists of names whose pages may be linked to; the sources' names are found in addresses, and are all let through. */
const termFields = { tags: "tag", categories: "category", author: "author" } as const;

/** What the site serves at its root besides pages and the files of `public/`. */
const rootFiles = new Set(["robots.txt", "sitemap.xml", "favicon.ico"]);

/** Behind a slug that two posts or terms want: a hash, as the store appends it. */
const hashSuffix = /-[a-z2-9]{6,24}$/;

/**
 * The addresses that the site will have, as far as the content folder and `public/` tell: what the store alone knows
 * (former slugs, whose links redirect) is not among them. Worked out at the first question, since most runs ask none.
 */
export class SiteAddresses {
  #posts: AddressedPost[] = [];
  #pages = new Map<string, string>();
  #terms = new Map<string, Set<string>>();
  #publicDirectory: string;
  #publicFiles = new Map<string, boolean>();
  #slugs: Map<string, string[]> | undefined;
  #oldAddresses: Set<number> | undefined;
  #termSlugs = new Map<string, Set<string>>();

  /** @param publicDirectory absolute path of `public/` */
  constructor(publicDirectory: string) {
    this.#publicDirectory = publicDirectory;
  }

  add(file: string, { type, fields }: DocumentSource): void {
    if (type === "Page") {
      const address = pageAddress(
        { permalink: textOf(fields.permalink), slug: textOf(fields.slug) },
        file,
      );
      if (!this.#pages.has(address)) this.#pages.set(address, file);
    }
    if (type !== "Post") return;
    const { slug, permalink, aliases, categories } = fields;
    this.#posts.push({
      path: file,
      title: textOf(fields.title) ?? "",
      ...(typeof slug === "string" ? { slug } : {}),
      ...(typeof permalink === "string" ? { permalink } : {}),
      ...(Array.isArray(aliases) ? { aliases } : {}),
      ...(Array.isArray(categories) ? { categories } : {}),
    });
    for (const field of ["tags", "categories", "author"] as const) {
      const names = fields[field];
      if (!Array.isArray(names)) continue;
      const taxonomy = termFields[field];
      const known = this.#terms.get(taxonomy) ?? new Set<string>();
      for (const name of names) known.add(name);
      this.#terms.set(taxonomy, known);
    }
  }

  /** Whether something is served at a path of the site. */
  has(pathname: string): boolean {
    return (
      this.findHolder(pathname) !== undefined ||
      this.hasPublicFile(pathname) ||
      this.#listOldAddresses().has(addressKey(pathname))
    );
  }

  /** What a path of the site is the own address of, leaving redirects aside: a file, or the site itself. */
  findHolder(pathname: string): string | undefined {
    const address = trim(pathname);
    const [first = "", second, ...rest] = address.split("/");
    if (address === "" || rootFiles.has(address)) return "the site itself";
    const page = this.#pages.get(address);
    if (page !== undefined) return page;
    if (`/${first}/` === postUrl("")) {
      if (second === undefined || rest.length > 0) return undefined;
      return this.#findSlug(this.#listSlugs(), second);
    }
    const taxonomy = taxonomies.find((name) => taxonomyUrl(name) === `/${first}`);
    if (taxonomy === undefined)
      return isReserved(address) && first !== "pictures" ? "the site itself" : undefined;
    const isIndex = second === undefined || second === "page";
    return isIndex || this.#hasTermSlug(taxonomy, second) ? "the site itself" : undefined;
  }

  /** Whether `public/` has a file for a path of the site. */
  hasPublicFile(pathname: string): boolean {
    const known = this.#publicFiles.get(pathname);
    if (known !== undefined) return known;
    const file = path.join(this.#publicDirectory, decode(pathname));
    const found = file.startsWith(this.#publicDirectory + path.sep) && isFile(file);
    this.#publicFiles.set(pathname, found);
    return found;
  }

  /** The address of the post in a file, where no other post wants the same. */
  findPostAddress(file: string): string | undefined {
    const post = this.#posts.find((one) => one.path === file);
    if (!post) return undefined;
    const { slugBase } = findSlugBase(post, file);
    return this.#listSlugs().get(slugBase)?.length === 1 ? postUrl(slugBase) : undefined;
  }

  #listSlugs(): Map<string, string[]> {
    if (this.#slugs) return this.#slugs;
    this.#slugs = new Map();
    for (const post of this.#posts) {
      const { slugBase } = findSlugBase(post, post.path);
      const paths = this.#slugs.get(slugBase);
      if (paths) paths.push(post.path);
      else this.#slugs.set(slugBase, [post.path]);
    }
    return this.#slugs;
  }

  #findSlug(slugs: ReadonlyMap<string, string[]>, slug: string): string | undefined {
    const own = slugs.get(slug);
    if (own) return own[0];
    const contested = slugs.get(slug.replace(hashSuffix, "")) ?? [];
    return contested.length > 1 ? contested[1] : undefined;
  }

  #hasTermSlug(taxonomy: (typeof taxonomies)[number], slug: string): boolean {
    if (taxonomy === "source") return true;
    let slugs = this.#termSlugs.get(taxonomy);
    if (!slugs) {
      slugs = new Set(Array.from(this.#terms.get(taxonomy) ?? [], (name) => slugify(name).slug));
      this.#termSlugs.set(taxonomy, slugs);
    }
    return slugs.has(slug) || hashSuffix.test(slug);
  }

  #listOldAddresses(): Set<number> {
    this.#oldAddresses ??= new Set(this.#posts.flatMap(listOldAddresses));
    return this.#oldAddresses;
  }
}

const taxonomies = ["tag", "category", "author", "source"] as const;

const textOf = (value: FieldValue | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

const trim = (pathname: string): string => decode(pathname).replace(/^\/+|\/+$/g, "");

/** A stray percent sign is part of the address. */
const decode = (pathname: string): string => decodePercent(pathname) ?? pathname;

function isFile(file: string): boolean {
  // What no file's name can hold; Node throws another error for it.
  if (file.includes("\0")) return false;
  try {
    return statSync(file).isFile();
  } catch (thrown) {
    if (isFileSystemError(thrown)) return false;
    throw thrown;
  }
}
