import { domainToUnicode } from "node:url";
import type { CommentSettings } from "@/lib/site/comment-settings";
import type { GivenSettings, NavigationItem, SiteSettings } from "@/lib/site/site-settings";
import type { Language } from "@/lib/text/languages";
import { archiveUrl, taxonomyUrl } from "@/lib/urls";

/**
 * What holds for a publication that says nothing else in the `site.yaml` of its content folder (content/README.md). To make
 * a publication yours, write it there: this file belongs to the program, and comes anew with each version.
 */

const language: Language = "zh-Hans";

const comments: CommentSettings = {
  provider: "builtin",
  moderation: "first",
  order: "oldest",
  pageSize: 50,
  countsInListings: true,
  maxLength: 5000,
  maxLinks: 3,
  editMinutes: 15,
  limits: { address: { count: 10, minutes: 10 }, thread: { count: 60, minutes: 10 } },
  proofFrom: 0.4,
};

/** What a publication is called that has no name, and its own listings. */
const words = {
  "zh-Hans": {
    name: "一份刊物",
    categories: "分类",
    tags: "标签",
    authors: "作者",
    archive: "归档",
  },
  "zh-Hant": {
    name: "一份刊物",
    categories: "分類",
    tags: "標籤",
    authors: "作者",
    archive: "歸檔",
  },
  en: {
    name: "A publication",
    categories: "Categories",
    tags: "Tags",
    authors: "Authors",
    archive: "Archive",
  },
} satisfies Record<Language, Record<string, string>>;

/**
 * The settings of a publication: what it says of itself, and the defaults for all else.
 * @param siteUrl its public address, whose host is the name of a publication that has given itself none
 */
export function completeSettings(given: GivenSettings, siteUrl?: string): SiteSettings {
  const spoken = given.language ?? language;
  const name = given.name ?? nameOfHost(siteUrl) ?? words[spoken].name;
  return {
    shortName: name,
    description: "",
    // Dates without a zone in archives that are there already are read in it.
    timeZone: "Asia/Shanghai",
    accent: "#a3231b",
    pageSize: 12,
    prerenderedPosts: 24,
    commentsByDefault: false,
    navigation: ownListings(spoken),
    footer: "",
    ...given,
    name,
    language: spoken,
    comments: {
      ...comments,
      ...given.comments,
      limits: { ...comments.limits, ...given.comments?.limits },
    },
  };
}

/** What every publication has: pages of its own, such as `/about`, it names itself. */
const ownListings = (spoken: Language): NavigationItem[] => [
  { label: words[spoken].categories, href: taxonomyUrl("category") },
  { label: words[spoken].tags, href: taxonomyUrl("tag") },
  { label: words[spoken].authors, href: taxonomyUrl("author") },
  { label: words[spoken].archive, href: archiveUrl },
];

/** Nothing for a site that only its own machine can reach. */
function nameOfHost(siteUrl: string | undefined): string | undefined {
  if (siteUrl === undefined || !URL.canParse(siteUrl)) return undefined;
  const { hostname } = new URL(siteUrl);
  const isLocal = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[.*\])$/.test(hostname);
  return isLocal ? undefined : domainToUnicode(hostname).replace(/^www\./, "");
}
