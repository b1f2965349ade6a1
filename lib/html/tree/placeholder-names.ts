/**
 * Names by which advertisements, pay walls, share bars and trackers leave their boxes in scraped
 * pages. Compared with the id and each class, in lower case.
 */
export type PlaceholderKind = "machine" | "advert" | "paywall" | "share";

const names: Readonly<Record<PlaceholderKind, readonly string[]>> = {
  /** Nobody but a script calls a box like this. */
  machine: ["adsbygoogle", "imu", "jp-relatedposts", "sharedaddy", "tracking-pixel"],
  advert: [
    "ad",
    "ad-banner",
    "ad-box",
    "ad-container",
    "ad-label",
    "ad-slot",
    "ad-unit",
    "ad-wrapper",
    "adbox",
    "ads",
    "ads-container",
    "advert",
    "advertisement",
    "advertising",
  ],
  paywall: ["paywall", "paywall-placeholder"],
  share: [
    "share-bar",
    "share-box",
    "share-button",
    "share-buttons",
    "share-links",
    "share-tools",
    "sharebar",
    "social-buttons",
    "social-links",
    "social-media-share",
    "social-share",
  ],
};

/** Beginnings of such names; what follows is a number or a position on the page. */
const prefixes: readonly (readonly [string, PlaceholderKind])[] = [
  ["a2a_", "machine"],
  ["addthis", "machine"],
  ["addtoany", "machine"],
  ["aswift_", "machine"],
  ["cx_paywall", "paywall"],
  ["dfp-ad", "machine"],
  ["div-gpt-ad", "machine"],
  ["google_ads", "machine"],
  ["innity", "machine"],
  ["outbrain", "machine"],
  ["sharethis", "machine"],
  ["taboola", "machine"],
];

const kinds: ReadonlyMap<string, PlaceholderKind> = new Map(
  (["machine", "advert", "paywall", "share"] as const).flatMap((kind) =>
    names[kind].map((name) => [name, kind] as const),
  ),
);

/** What a box of this name usually is; nothing for all other names. */
export function findPlaceholderKind(name: string): PlaceholderKind | undefined {
  const lower = name.toLowerCase();
  return kinds.get(lower) ?? prefixes.find(([prefix]) => lower.startsWith(prefix))?.[1];
}

/** What the boxes say instead of an article. */
const slogans: Readonly<Record<Exclude<PlaceholderKind, "machine">, RegExp>> = {
  advert:
    /广告|廣告|赞助|贊助|推广|推廣|\b(?:advert|sponsor|promoted|continue reading|story continues)/iu,
  paywall:
    /订阅|訂閱|付费|付費|会员|會員|登录|登入|登錄|免费试|免費試|阅读全文|閱讀全文|继续阅读|繼續閱讀|\b(?:subscri|sign in|log in|member|premium|read more|continue reading)/iu,
  share: /分享|转发|轉發|关注|關注|追蹤|点赞|讚好|扫码|掃碼|\b(?:share|follow|tweet|like us)/iu,
};

/** Whether a text is what a box of this kind says of itself. */
export function isSlogan(text: string, kind: keyof typeof slogans): boolean {
  return slogans[kind].test(text);
}

/** A whole paragraph that says where an advertisement stood. */
const label =
  /^[\s[【(（—–-]*(?:广告|廣告|advertisements?|ad|ads|story continues below advertisement|advertisement\s*[-–—]\s*scroll to continue|article continues below|(?:\[?[广廣]告\]?\s*)?[请請](?:继续往下|繼續往下)[阅閱][读讀](?:\.{3}|…+)?)[\s\]】)）—–:：.。-]*$/iu;

export function isAdvertLabel(text: string): boolean {
  return text.length <= 60 && label.test(text);
}
