/**
 * Where the players of the known video hosts live: all that a page may ever frame (`frame-src`). Plain JavaScript, so
 * that Next's configuration can import it; a test keeps it equal to `lib/html/video-hosts`.
 *
 * @type {readonly string[]}
 */
export const frameOrigins = [
  "https://embed.ted.com",
  "https://geo.dailymotion.com",
  "https://player.bilibili.com",
  "https://player.vimeo.com",
  "https://player.youku.com",
  "https://v.qq.com",
  "https://www.facebook.com",
  "https://www.youtube-nocookie.com",
];
