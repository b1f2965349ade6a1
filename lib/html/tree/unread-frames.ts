import { isOn } from "@/lib/html/video-hosts/video-host";

/** Hosts whose frames are advertisement, counting, or buttons. */
const unreadHosts = [
  "2mdn.net",
  "addthis.com",
  "adnxs.com",
  "amazon-adsystem.com",
  "criteo.com",
  "doubleclick.net",
  "googlesyndication.com",
  "googletagmanager.com",
  "outbrain.com",
  "popin.cc",
  "sharethis.com",
  "taboola.com",
  "tanx.com",
];

/** Buttons and boxes that sites of otherwise readable frames offer: host, and beginning of the path. */
const unreadPaths: readonly (readonly [string, string])[] = [
  ["facebook.com", "/plugins/like"],
  ["facebook.com", "/plugins/page"],
  ["facebook.com", "/plugins/share_button"],
  ["facebook.com", "/plugins/follow"],
  ["facebook.com", "/plugins/comments"],
  ["platform.twitter.com", "/widgets"],
  ["accounts.google.com", "/"],
  ["disqus.com", "/embed/comments"],
  ["widget.weibo.com", "/"],
];

/** Whether a frame shows nothing that belongs to an article, so that not even a link is missed. */
export function isUnreadFrame(address: string): boolean {
  const url = new URL(address);
  return (
    unreadHosts.some((host) => isOn(url, host)) ||
    unreadPaths.some(([host, path]) => isOn(url, host) && url.pathname.startsWith(path))
  );
}
