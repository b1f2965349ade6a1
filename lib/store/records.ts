import type { Finding } from "@/lib/problem";
import type { Taxonomy } from "@/lib/publication";
import type { Language } from "@/lib/site/site-settings";
import type { RecordFields } from "@/lib/store/post-columns";

/** What the store remembers of a file of the content folder, whatever became of it. */
export interface FileRecord {
  /** Relative to the content folder, with `/`. */
  path: string;
  /** Of the bytes. */
  hash: string;
  /** Size and times on disk; the same stamp means the same bytes. Empty where that can't be relied on. */
  stamp: string;
  /** Fingerprint of the code and settings that compiled it. */
  pipeline: string;
  /** Of the post; unset for other kinds of document and for files left out. */
  postId?: string;
  findings: Finding[];
  /** Whether it gives no document by mistake: then what readers see of it stays. */
  isMistake?: boolean;
}

/** What is written of a post: a field for each column that a batch gives its value, and what stands in other tables. */
export interface PostRecord extends RecordFields {
  /** In the order of the front matter. */
  terms: { taxonomy: Taxonomy; name: string }[];
  /** Hashes of old paths. */
  oldAddresses: number[];
  /** Packed HTML. */
  body: Uint8Array;
  /** Key of the dictionary that it was packed with. */
  dictionary?: number;
}

export interface PageRecord {
  path: string;
  /** Path of the page on the site, without the slash at the start. */
  address: string;
  title: string;
  lang: Language;
  summary: string;
  body: Uint8Array;
}

export interface AuthorRecord {
  path: string;
  name: string;
  lang: Language;
  summary: string;
  body: Uint8Array;
}
