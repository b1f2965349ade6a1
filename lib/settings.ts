import type { SiteSettings } from "@/lib/site/site-settings";

/** The publication itself: edit this file to make it yours. Addresses and secrets belong in the environment. */
export const settings: SiteSettings = {
  name: "Masthead 桅顶日报",
  shortName: "桅顶日报",
  description: "一份随 Masthead 附送的样刊：简体、繁体与英文，同在一张安静的报纸上。",
  locale: "zh-Hans",
  timeZone: "Asia/Shanghai",
  pageSize: 12,
  prerenderedPosts: 24,
  commentsByDefault: false,
  comments: {
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
  },
  navigation: [
    { label: "分类", href: "/categories" },
    { label: "标签", href: "/tags" },
    { label: "作者", href: "/authors" },
    { label: "归档", href: "/archive" },
    { label: "关于", href: "/about" },
  ],
  footer: "本刊文字与图片均为样例，可自由取用。",
};
