import type { Language, SiteSettings } from "@/lib/site/site-settings";

/**
 * All of the settings that compiling a document may read. Handed to it rather than imported, so that the types say what
 * an edit of the settings can change: only with one of these is every document compiled again.
 */
export interface CompileSettings {
  /** Language of a text that can't be told. */
  language: Language;
  /** IANA name. Dates without a zone are read in it. */
  timeZone: string;
  /** Whether a post that doesn't say so is open to comments. */
  commentsByDefault: boolean;
  /** Pages of this site that its navigation leads to, such as `/about`; sorted. */
  ownPages: readonly string[];
}

/** What compiling reads of a publication's settings. */
export const compileSettings = ({
  language,
  timeZone,
  commentsByDefault,
  navigation,
}: SiteSettings): CompileSettings => ({
  language,
  timeZone,
  commentsByDefault,
  ownPages: [
    ...new Set(navigation.map(({ href }) => href).filter((href) => /^\/(?!\/)/.test(href))),
  ].sort(),
});
