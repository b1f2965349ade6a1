import { monthOf } from "@/lib/content/parse-date";
import type { FieldValue } from "@/lib/content/read-fields";
import type { Taxonomy } from "@/lib/publication";
import type { Address } from "@/lib/read-address";
import { countPages, termsPerPage } from "@/lib/site/page-number";
import { hashedTermSlug } from "@/lib/site/slug-format";
import { slugify } from "@/lib/text/slug";

export interface ListingOptions {
  /** IANA name. In which a post is of a month. */
  timeZone: string;
  /** Posts on a page of a listing. */
  pageSize: number;
}

/** The fields of a post whose names have pages. */
const termFields = { tags: "tag", categories: "category", author: "author" } as const;

type Listing = Extract<Address, { kind: "latest" | "taxonomy" | "term" | "year" | "month" }>;

/** How many posts each listing has, and so how many pages. */
export class ListingSizes {
  #options: ListingOptions;
  #dates: string[] = [];
  #months: Map<number, number> | undefined;
  #names: Record<Taxonomy, Map<string, number>> = {
    tag: new Map(),
    category: new Map(),
    author: new Map(),
    source: new Map(),
  };
  #slugs = new Map<Taxonomy, Map<string, number>>();

  constructor(options: ListingOptions) {
    this.#options = options;
  }

  /** Notes a post. */
  add(fields: Record<string, FieldValue>): void {
    if (typeof fields.date === "string") this.#dates.push(fields.date);
    for (const field of ["tags", "categories", "author"] as const) {
      const names = fields[field];
      if (!Array.isArray(names)) continue;
      const counts = this.#names[termFields[field]];
      for (const name of new Set(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }

  /** Whether a listing is there, and has as many pages. */
  hasPage(listing: Listing): boolean {
    const { pageSize } = this.#options;
    switch (listing.kind) {
      case "latest":
        return listing.page <= countPages(this.#dates.length, pageSize);
      case "year":
      case "month": {
        const size = this.#countMonths(listing);
        return size > 0 && listing.page <= countPages(size, pageSize);
      }
      case "taxonomy": {
        // The sources' names are found in addresses.
        if (listing.taxonomy === "source") return true;
        return listing.page <= countPages(this.#names[listing.taxonomy].size, termsPerPage);
      }
      case "term":
        return this.#hasTermPage(listing);
    }
  }

  #countMonths(wanted: { year: number; month?: number }): number {
    const { year, month } = wanted;
    if (!this.#months) {
      this.#months = new Map();
      for (const date of this.#dates) {
        const of = monthOf(date, this.#options.timeZone);
        this.#months.set(of, (this.#months.get(of) ?? 0) + 1);
      }
    }
    if (month !== undefined) return this.#months.get(year * 100 + month) ?? 0;
    let sum = 0;
    for (const [of, count] of this.#months) if (Math.floor(of / 100) === year) sum += count;
    return sum;
  }

  #hasTermPage({ taxonomy, slug, page }: Extract<Listing, { kind: "term" }>): boolean {
    if (taxonomy === "source") return true;
    const size = this.#listSlugs(taxonomy).get(slug);
    return size !== undefined && page <= countPages(size, this.#options.pageSize);
  }

  #listSlugs(taxonomy: Taxonomy): ReadonlyMap<string, number> {
    const listed = this.#slugs.get(taxonomy);
    if (listed) return listed;
    const slugs = new Map<string, number>();
    for (const [name, count] of this.#names[taxonomy]) {
      const { slug } = slugify(name);
      slugs.set(slug, (slugs.get(slug) ?? 0) + count);
      // Which of several names goes without a hash, the store alone knows.
      slugs.set(hashedTermSlug(slug, name), count);
    }
    this.#slugs.set(taxonomy, slugs);
    return slugs;
  }
}
