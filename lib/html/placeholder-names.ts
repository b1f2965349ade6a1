/**
 * Names by which advertisements, pay walls, share bars and trackers leave their empty boxes in
 * scraped pages. Compared with each token of `id` and `class`, in lower case.
 */
export const placeholderNames: ReadonlySet<string> = new Set([
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
  "adsbygoogle",
  "advert",
  "advertisement",
  "advertising",
  "imu",
  "paywall",
  "paywall-placeholder",
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
  "tracking-pixel",
]);

/** Beginnings of such names; what follows is a number or a position on the page. */
export const placeholderPrefixes: readonly string[] = [
  "a2a_",
  "addthis",
  "addtoany",
  "aswift_",
  "cx_paywall",
  "dfp-ad",
  "div-gpt-ad",
  "google_ads",
  "innity",
  "jp-relatedposts",
  "outbrain",
  "sharedaddy",
  "sharethis",
  "taboola",
];
