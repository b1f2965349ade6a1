import { statSync } from "node:fs";
import path from "node:path";
import { findSlugBase } from "@/lib/content/build-records";
import { listOldAddresses } from "@/lib/content/old-addresses";
import { pageAddress } from "@/lib/content/page-address";
import type { DocumentSource } from "@/lib/content/read-document";
import type { FieldValue } from "@/lib/content/read-fields";
import { isFileSystemError } from "@/lib/ingest/file-system-error";
import { type ListingOptions, ListingSizes } from "@/lib/ingest/listing-sizes";
import { type Address, mayBeFormer, readAddress } from "@/lib/read-address";
import { addressKey } from "@/lib/site/address-key";
import { decodePercent } from "@/lib/site/decode-percent";
import { hashSuffix } from "@/lib/site/slug-format";
import { postUrl } from "@/lib/urls";

/** What is kept of a post so that its addresses can be worked out when somebody asks. */
interface AddressedPost {
  path: string;
  title: string;
  slug?: string;
  permalink?: string;
  aliases?: string[];
  categories?: string[];
}

/**
 * The addresses that the site will have once all is public that is no draft, as far as the content folder and `public/` tell: what the
 * content store alone knows (former slugs, whose links redirect) is not among them, and what the comments' database alone
 * knows is taken for there. Worked out at the first question, since most runs ask none.
 */
export class SiteAddresses {
  #posts: AddressedPost[] = [];
  /** Files of drafts, by the addresses that these would have. */
  #drafts = new Map<string, string>();
  #pages = new Map<string, string>();
  #sizes: ListingSizes;
  #publicDirectory: string;
  #publicFiles = new Map<string, boolean>();
  #slugs: Map<string, string[]> | undefined;
  #oldAddresses: Set<number> | undefined;

  /** @param publicDirectory absolute path of `public/` */
  constructor(publicDirectory: string, listings: ListingOptions) {
    this.#publicDirectory = publicDirectory;
    this.#sizes = new ListingSizes(listings);
  }

  add(file: string, { type, fields }: Pick<DocumentSource, "type" | "fields">): void {
    if (fields.draft === true && type !== "Author") {
      this.#drafts.set(addressOfDraft(file, type, fields), file);
      return;
    }
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
    this.#sizes.add(fields);
  }

  /** Whether something is served at a path of the site. */
  has(pathname: string): boolean {
    const address = readAddress(pathname);
    return (
      this.#isThere(address) ||
      this.hasPublicFile(pathname) ||
      (mayBeFormer(address) && this.#listOldAddresses().has(addressKey(pathname)))
    );
  }

  #isThere(address: Address): boolean {
    switch (address.kind) {
      case "post":
      case "thread":
        return this.#findSlug(address.slug) !== undefined;
      case "latest":
      case "taxonomy":
      case "term":
      case "year":
      case "month":
        return this.#sizes.hasPage(address);
      case "page":
        return this.#pages.has(address.path);
      case "moved":
        return this.has(address.to);
      case "front":
      case "archive":
      case "comment":
      case "endpoint":
      case "accent":
        return true;
      case "former":
      case "framework":
      case "nothing":
        return false;
    }
  }

  /** The file of the draft that would be at a path of the site. */
  findDraft(pathname: string): string | undefined {
    return this.#drafts.get(decode(pathname).replace(/\/+$/, ""));
  }

  /** What keeps an old address from leading to its post: the file that has the address, or the site itself. */
  findHolder(pathname: string): string | undefined {
    if (this.hasPublicFile(pathname)) return `public/${decode(pathname).replace(/^\/+/, "")}`;
    const address = readAddress(pathname);
    if (!mayBeFormer(address)) return "the site itself";
    if (address.kind === "post") return this.#findSlug(address.slug);
    if (address.kind === "page") return this.#pages.get(address.path);
    return this.#isThere(address) ? "the site itself" : undefined;
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

  #findSlug(slug: string): string | undefined {
    const slugs = this.#listSlugs();
    const own = slugs.get(slug);
    if (own) return own[0];
    const contested = slugs.get(slug.replace(hashSuffix, "")) ?? [];
    return contested.length > 1 ? contested[1] : undefined;
  }

  #listOldAddresses(): Set<number> {
    this.#oldAddresses ??= new Set(this.#posts.flatMap(listOldAddresses));
    return this.#oldAddresses;
  }
}

function addressOfDraft(
  file: string,
  type: "Post" | "Page",
  { title, slug, permalink }: DocumentSource["fields"],
): string {
  const named = { slug: textOf(slug), permalink: textOf(permalink) };
  if (type === "Page") return `/${pageAddress(named, file)}`;
  return postUrl(findSlugBase({ title: textOf(title) ?? "", slug: named.slug }, file).slugBase);
}

const textOf = (value: FieldValue | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

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
